import { z } from "zod";
import type { Call } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { outcomeOfFault, outcomeOfStatus } from "../http/outcome.ts";
import { NotAccepted } from "../not-accepted.ts";
import { SharedTicket } from "../shared-ticket.ts";
import type { ValuebillCredentials } from "./settings.ts";

export interface ClientOptions {
  readonly address: string;
  readonly billingAuthority: string;
  readonly credentials: ValuebillCredentials;
  readonly timeoutMs: number;
  readonly deps: { request: GuardedRequest; now: () => Date };
}

/**
 * The service around Valuebill, logged on to as one billing authority.
 *
 * The operations, the states and the error codes are public; the wire is our reading of them: `login`
 * takes a name and password as JSON and gives a bearer token, `upload` takes the XML with our reference,
 * and `submissions` tells as JSON what became of it. The authority's code goes along in `BA-Code`.
 */
export interface Client {
  upload(report: Report, signal: AbortSignal): Promise<Answer>;
  submission(reference: string, signal: AbortSignal): Promise<Answer>;
  changedSince(from: Date, signal: AbortSignal): Promise<Answer>;
  /** Log on anew next time. */
  forget(): void;
}

/** A report to be sent under our reference. */
export interface Report {
  readonly reference: string;
  readonly xml: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A token is not trusted for longer, whatever it says of itself. */
const trustedMs = 10 * 60 * 1000;
/** Some thousand submissions. */
const listLimit = 4 * 1024 * 1024;

const Login = z.object({ token: z.string().regex(/^[\w.~+/=-]{8,4096}$/) });

export function createClient(options: ClientOptions): Client {
  const { billingAuthority, deps } = options;
  const root = `${options.address.replace(/\/+$/, "")}/`;
  const logOn = () => readToken(options, post(options, `${root}login`));
  const ticket = new SharedTicket({ logOn, now: deps.now, trustedMs });

  const call = (
    rest: Omit<Call, "headers"> & { headers?: Report["headers"] },
    signal: AbortSignal,
  ) =>
    ticket.use(
      (token) => {
        const own = { authorization: `Bearer ${token}`, "ba-code": billingAuthority };
        const headers = { ...rest.headers, ...own, accept: "application/json" };
        return orNotAccepted(deps.request({ ...rest, headers }, signal));
      },
      ({ status }) => status === 401 || status === 403,
      signal,
    );

  return {
    upload({ reference, xml, headers }, signal) {
      const url = `${root}upload?reference=${encodeURIComponent(reference)}`;
      const given = { ...headers, "content-type": "application/xml; charset=utf-8" };
      return call({ method: "POST", url, headers: given, body: xml }, signal);
    },
    submission(reference, signal) {
      return call(
        { method: "GET", url: `${root}submissions/${encodeURIComponent(reference)}` },
        signal,
      );
    },
    changedSince(from, signal) {
      const url = `${root}submissions?changedSince=${encodeURIComponent(from.toISOString())}`;
      return call({ method: "GET", url, maxBytes: listLimit }, signal);
    },
    forget: () => ticket.forget(),
  };
}

/** The JSON of an answer, or undefined where it holds none. */
export function readJson({ body }: Answer): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

function post({ credentials, timeoutMs, deps }: ClientOptions, url: string): Promise<Answer> {
  const call = {
    method: "POST",
    url,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ username: credentials.userName, password: credentials.password }),
  } as const;
  return orNotAccepted(deps.request(call, AbortSignal.timeout(timeoutMs)));
}

/** A log-on that ends unclear, or is refused, leaves no report behind: it is a plain retry. */
async function readToken({ deps }: ClientOptions, asked: Promise<Answer>): Promise<string> {
  const answer = await asked.catch((error) => {
    throw error instanceof NotAccepted ? asRetry(error) : error;
  });
  const login = Login.safeParse(readJson(answer));
  if (answer.status < 300 && login.success) return login.data.token;
  if (answer.status === 400)
    throw new NotAccepted({ outcome: "retry", code: "credential-refused" });
  throw asRetry(new NotAccepted(outcomeOfStatus(answer, deps.now())));
}

function asRetry({ outcome }: NotAccepted): NotAccepted {
  return new NotAccepted({ ...outcome, outcome: "retry" });
}

async function orNotAccepted(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof GuardFault ? new NotAccepted(outcomeOfFault(error)) : error;
  }
}
