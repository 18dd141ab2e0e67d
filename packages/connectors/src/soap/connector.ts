import type { Connector, SoapSettings } from "@guildhall/contract";
import { ask, createCaller, type Entry, toCall } from "../generic/caller.ts";
import { createFromPlan } from "../generic/connector.ts";
import { basic, type Credentials, plainEntry, withHeader } from "../generic/entry.ts";
import { isLoggedOff, longestMs, readToken } from "../generic/log-on.ts";
import type { Plan, Step } from "../generic/plan.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { harmless } from "../not-accepted.ts";
import { SharedTicket } from "../shared-ticket.ts";
import { type OperationTemplate, withSecurity, writeOperation } from "./envelope.ts";
import { judgeSoap } from "./fault.ts";
import { usernameToken } from "./security.ts";
import { describeWsdl, nameElements } from "./wsdl.ts";

export interface SoapOptions {
  readonly address: string;
  readonly timeoutMs: number;
  readonly settings: SoapSettings;
  readonly credentials: Credentials;
  readonly deps: { readonly request: GuardedRequest; readonly now: () => Date };
}

/**
 * Speak to one council's SOAP back office by its settings alone, in SOAP 1.1 or 1.2.
 *
 * A business failure is a successful reply there as often as not, so the settings say by XPath what a reply means; a
 * fault is judged by its code, whatever the status beside it.
 */
export function createSoap(options: SoapOptions): Connector {
  const { address, settings, deps } = options;
  const caller = createCaller({ address, request: deps.request, entry: createEntry(options) });
  const { shape } = settings;
  return {
    ...createFromPlan({ plan: planOf(settings), caller, now: deps.now }),
    ...(shape && {
      describe: (designs, signal) => describeWsdl({ caller, shape }, designs, signal),
      designs: (signal) => nameElements({ caller, shape }, signal),
    }),
  };
}

function planOf(settings: SoapSettings): Plan {
  const { namespaces, moments, note, attach, update, find, poll, codes } = settings;
  const step = <T extends OperationTemplate & Pick<Step, "answers">>(template: T) => ({
    ...template,
    answers: template.answers ?? settings.answers,
    write: (...[facts]: Parameters<Step["write"]>) => writeOperation(settings, template, facts),
  });
  return {
    namespaces,
    moments,
    judgeBody: judgeSoap,
    create: step(settings.create),
    note: note && step(note),
    attach: attach && step(attach),
    update: update && step(update),
    find: find && step(find),
    poll: poll && { ...step(poll), each: poll.each && step(poll.each) },
    codes: Object.fromEntries(
      Object.entries(codes).map(([name, list]) => [name, { ...list, ...step(list) }]),
    ),
  };
}

/** How a SOAP back office is entered, by its settings. */
function createEntry(options: SoapOptions): Entry {
  const { settings, credentials, deps } = options;
  const { userName = "", password = "" } = credentials;
  const { auth } = settings;
  const plain = {
    ...plainEntry(credentials),
    letIn: (draft) => withSecurity(draft, ""),
  } satisfies Entry as Entry;
  switch (auth.by) {
    case "certificate":
    case "body":
      return plain;
    case "basic": {
      const value = basic(userName, password);
      return {
        ...plain,
        letIn: (draft) => withHeader(withSecurity(draft, ""), "authorization", value),
      };
    }
    case "username-token":
      return {
        ...plain,
        letIn: (draft) =>
          withSecurity(draft, usernameToken({ userName, password }, auth.password, deps.now())),
      };
    case "session":
      return {
        ...plain,
        ticket: sessionTicket(options, auth, plain),
        isLost: (answer) => isLoggedOff(answer, auth.lostWhen, settings.namespaces),
      };
  }
}

/** An operation that gives a token. It is shared by all who wait for it, so it has a time limit of its own. */
function sessionTicket(
  { address, timeoutMs, settings, deps }: SoapOptions,
  auth: Extract<SoapSettings["auth"], { by: "session" }>,
  { facts, certificate }: Entry,
): SharedTicket<string> {
  const { request, now } = deps;
  const { namespaces } = settings;
  const logOn = async () => {
    const draft = withSecurity(writeOperation(settings, auth.logOn, facts), "");
    const call = { ...toCall(draft, address), ...(certificate && { certificate }) };
    const secret = { ...call, isSecret: true as const };
    const answer = await harmless(ask(request, secret, AbortSignal.timeout(timeoutMs)));
    return readToken(answer, auth.token, { namespaces, now: now() });
  };
  return new SharedTicket({ logOn, now, trustedMs: Math.min(auth.lastsS * 1000, longestMs) });
}
