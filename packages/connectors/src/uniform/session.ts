import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { outcomeOfFault, outcomeOfStatus } from "../http/outcome.ts";
import { text } from "../http/xml.ts";
import { NotAccepted } from "../not-accepted.ts";
import { type Credentials, envelope, logon, type Operation, soapAction } from "./operations.ts";
import { isLoggedOff, readSoap, type SoapAnswer, toSoapAnswer } from "./reply.ts";

/** A session is not trusted for longer: an idle server forgets it, and says so in words nobody published. */
const trustedMs = 10 * 60 * 1000;

export interface SessionOptions {
  readonly address: string;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
  readonly deps: { request: GuardedRequest; now: () => Date };
}

interface Ticket {
  readonly cookie: Promise<string>;
  readonly until: number;
}

/** A logged-on connection to one Uniform, shared by all that speak to it. */
export class Session {
  readonly #options: SessionOptions;
  #ticket: Ticket | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /**
   * Call an operation, logging on first where needed, and once more when the session turns out lost.
   *
   * @throws NotAccepted when the logon fails, which leaves nothing done, or the call gets no answer
   */
  async call(
    operation: Operation,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<SoapAnswer> {
    for (let isSecond = false; ; isSecond = true) {
      const ticket = this.#current();
      const cookie = await unlessAborted(ticket.cookie, signal);
      const given = { ...headers, ...(cookie && { cookie }) };
      const answer = toSoapAnswer(await this.#post(operation, given, signal));
      if (!isLoggedOff(answer)) return answer;
      this.#drop(ticket);
      if (isSecond) throw new NotAccepted({ outcome: "retry", code: "credential-refused" });
    }
  }

  /** Log on anew next time. A logon may fail without doubt about a case, so it goes first after any doubt. */
  forget(): void {
    this.#ticket = undefined;
  }

  #current(): Ticket {
    const now = this.#options.deps.now().getTime();
    if (this.#ticket && this.#ticket.until > now) return this.#ticket;
    const ticket = { cookie: this.#logon(), until: now + trustedMs };
    ticket.cookie.catch(() => this.#drop(ticket));
    this.#ticket = ticket;
    return ticket;
  }

  #drop(ticket: Ticket) {
    if (this.#ticket === ticket) this.#ticket = undefined;
  }

  async #logon(): Promise<string> {
    const { credentials, timeoutMs, deps } = this.#options;
    const answer = await asRetry(
      this.#post(logon(credentials), {}, AbortSignal.timeout(timeoutMs)),
    );
    const success = readSoap(answer, (body) => text(body, "LogonSuccessful"))?.toLowerCase();
    if (success === "true") return cookieOf(answer);
    if (success === "false")
      throw new NotAccepted({ outcome: "retry", code: "credential-refused" });
    const { code, ...rest } = outcomeOfStatus(answer, deps.now());
    throw new NotAccepted({ ...rest, outcome: "retry", code });
  }

  async #post(
    operation: Operation,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) {
    const call = {
      method: "POST",
      url: this.#options.address,
      headers: {
        ...headers,
        "content-type": "text/xml; charset=utf-8",
        soapaction: soapAction(operation),
      },
      body: envelope(operation),
    } as const;
    try {
      return await this.#options.deps.request(call, signal);
    } catch (error) {
      throw error instanceof GuardFault ? new NotAccepted(outcomeOfFault(error)) : error;
    }
  }
}

/** Wait for a logon that others wait for too, for as long as this caller has. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new NotAccepted({ outcome: "retry", code: "timeout" }));
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** A logon that ends unclear leaves no case behind: it is a plain retry. */
async function asRetry(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NotAccepted)) throw error;
    throw new NotAccepted({ ...error.outcome, outcome: "retry" });
  }
}

function cookieOf(answer: Answer): string {
  return answer.cookies
    .map((line) => line.split(";", 1)[0]?.trim() ?? "")
    .filter((pair) => /^[\w.-]+=[\x21-\x7e]*$/.test(pair))
    .join("; ");
}
