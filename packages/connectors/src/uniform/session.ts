import { text } from "@guildhall/xml";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { outcomeOfFault, outcomeOfStatus } from "../http/outcome.ts";
import { NotAccepted } from "../not-accepted.ts";
import { SharedTicket } from "../shared-ticket.ts";
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

/** A logged-on connection to one Uniform, shared by all that speak to it. */
export class Session {
  readonly #options: SessionOptions;
  readonly #cookie: SharedTicket<string>;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#cookie = new SharedTicket({
      logOn: () => this.#logon(),
      now: options.deps.now,
      trustedMs,
    });
  }

  /**
   * Call an operation, logging on first where needed, and once more when the session turns out lost.
   *
   * @throws NotAccepted when the logon fails, which leaves nothing done, or the call gets no answer
   */
  call(
    operation: Operation,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<SoapAnswer> {
    const post = async (cookie: string) => {
      const given = { ...headers, ...(cookie && { cookie }) };
      return toSoapAnswer(await this.#post(operation, given, signal));
    };
    return this.#cookie.use(post, isLoggedOff, signal);
  }

  /** Log on anew next time. */
  forget(): void {
    this.#cookie.forget();
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
