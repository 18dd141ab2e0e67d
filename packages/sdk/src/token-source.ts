import { Refused } from "./refused.ts";
import type { Send } from "./retries.ts";

export interface TokenSourceOptions {
  /** The tenant's API: the token endpoint is beside it. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

/** A token is not used in its last half minute: a call takes time, and clocks differ. */
const spareMs = 30_000;

/** The access token of a client, fetched when it is first needed and again before it ends; once for all who wait. */
export class TokenSource {
  readonly #options: TokenSourceOptions;
  readonly #send: Send;
  #held: { token: string; until: number } | undefined;
  #coming: Promise<string> | undefined;

  constructor(options: TokenSourceOptions, send: Send) {
    this.#options = options;
    this.#send = send;
  }

  /**
   * Give a token that is good for the next half minute or longer.
   *
   * @throws Refused with the error of OAuth 2, such as `invalid_client`
   */
  async current(): Promise<string> {
    if (this.#held && Date.now() < this.#held.until) return this.#held.token;
    this.#coming ??= this.#fetch().finally(() => {
      this.#coming = undefined;
    });
    return this.#coming;
  }

  /** Use a token no more, unless another has come in its place. */
  forget(token: string): void {
    if (this.#held?.token === token) this.#held = undefined;
  }

  async #fetch(): Promise<string> {
    const { baseUrl, clientId, clientSecret, scope } = this.#options;
    const response = await this.#send(
      new Request(new URL("../oauth/token", `${baseUrl.replace(/\/$/, "")}/`), {
        method: "POST",
        redirect: "manual",
        headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          ...(scope === undefined ? {} : { scope }),
        }),
      }),
    );
    const answer = await readAnswer(response);
    if (!response.ok || typeof answer.access_token !== "string")
      throw new Refused(response.status, String(answer.error ?? answer.code ?? "unexpected"));
    const lifeMs = Number(answer.expires_in ?? 0) * 1000;
    this.#held = { token: answer.access_token, until: Date.now() + lifeMs - spareMs };
    return answer.access_token;
  }
}

/** What is no JSON, such as the page of a proxy, says nothing. */
async function readAnswer(response: Response): Promise<Record<string, unknown>> {
  const answer: unknown = await response.json().catch(() => undefined);
  return typeof answer === "object" && answer !== null ? { ...answer } : {};
}
