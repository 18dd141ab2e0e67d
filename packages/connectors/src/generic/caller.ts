import type { Call, ClientCertificate } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { outcomeOfFault } from "../http/outcome.ts";
import { NotAccepted } from "../not-accepted.ts";
import type { SharedTicket } from "../shared-ticket.ts";
import { addressOf, type Draft } from "./draft.ts";
import type { Facts } from "./template.ts";

/** What a connector is let in with, beyond what its templates name. */
export interface Entry {
  /** Texts that templates may name: `credential.userName`, … */
  readonly facts: Facts;
  readonly certificate?: ClientCertificate | undefined;
  /** Put what lets us in into a request. */
  letIn(draft: Draft, token: string | undefined): Draft;
  readonly ticket?: SharedTicket<string> | undefined;
  /** Whether an answer means that the ticket is not known any more. */
  isLost(answer: Answer): boolean;
}

/** Calls one back office: written requests in, answers out. */
export interface Caller {
  /** @throws NotAccepted when there is no answer, or no way in */
  call(write: (facts: Facts) => Draft, signal: AbortSignal, limit?: number): Promise<Answer>;
  /** Log on anew next time. */
  forget(): void;
}

interface CallerOptions {
  readonly address: string;
  readonly request: GuardedRequest;
  readonly entry: Entry;
}

export function createCaller({ address, request, entry }: CallerOptions): Caller {
  const { facts, certificate, ticket } = entry;
  return {
    call(write, signal, maxBytes) {
      const once = (token: string | undefined) => {
        const draft = entry.letIn(write({ ...facts, token }), token);
        const secrets = [...secretsIn(facts), ...(token === undefined ? [] : [token])];
        const more = {
          secrets,
          ...(maxBytes && { maxBytes }),
          ...(certificate && { certificate }),
        };
        return ask(request, { ...toCall(draft, address), ...more }, signal);
      };
      return ticket ? ticket.use(once, (answer) => entry.isLost(answer), signal) : once(undefined);
    },
    forget: () => ticket?.forget(),
  };
}

/** The texts of a credential that open something; a name does not. */
function secretsIn(facts: Facts): string[] {
  const secrets = [facts["credential.password"], facts["credential.apiKey"]];
  return secrets.filter((secret) => typeof secret === "string");
}

export function toCall(draft: Draft, address: string): Call {
  const { method, headers, body } = draft;
  return {
    method,
    url: addressOf(address, draft),
    headers: { accept: "application/json, application/xml, text/xml", ...headers },
    ...(body !== undefined && { body }),
  };
}

/** One request; where there is no answer, it says what that means. */
export async function ask(
  request: GuardedRequest,
  call: Call,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return await request(call, signal);
  } catch (error) {
    throw error instanceof GuardFault ? new NotAccepted(outcomeOfFault(error)) : error;
  }
}
