import { type Client, createClient } from "./generated/client/index.ts";
import { type RetryOptions, type Send, withRetries } from "./retries.ts";
import { TokenSource, type TokenSourceOptions } from "./token-source.ts";

export interface ClientForOptions extends RetryOptions {
  /** The tenant's API: `https://…/t/{tenant}/v1`. */
  readonly baseUrl: string;
}

/** A credential that is sent as it is. */
export interface KeyOptions {
  /** An API key (`gh_live_…`, `gh_test_…`), a grant, or a token. */
  readonly key: string;
}

/** An OAuth 2 client, whose tokens are fetched and renewed as they are needed. */
export type ClientCredentialsOptions = Omit<TokenSourceOptions, "baseUrl">;

/**
 * Make a client that shows its credential, gives each POST an Idempotency-Key, and tries again where that is safe.
 *
 * What was refused for the moment (429, 503) is asked again when the answer says; a call that never came back, only
 * where doing it twice does it once.
 */
export function createClientFor(
  options: ClientForOptions & (KeyOptions | ClientCredentialsOptions),
): Client {
  const { baseUrl, fetch = (request) => globalThis.fetch(request) } = options;
  const send = withRetries(fetch, options);
  const authorized = "key" in options ? withKey(options.key, send) : withTokens(options, send);
  const call: Send = (request) => authorized(withIdempotencyKey(request));
  return createClient({
    baseUrl,
    // The API leads nowhere else; who does would be sent what was meant for the council.
    redirect: "manual",
    // The generated client calls it with a request and nothing else, whatever its type allows.
    fetch: call as typeof globalThis.fetch,
  });
}

/** Tried again, it is the same request under the same key. */
function withIdempotencyKey(request: Request): Request {
  if (request.method === "POST" && !request.headers.has("idempotency-key"))
    request.headers.set("Idempotency-Key", crypto.randomUUID());
  return request;
}

function withKey(key: string, send: Send): Send {
  return (request) => send(authorize(request, key));
}

/** A token that was ended before its time is renewed once. */
function withTokens(options: TokenSourceOptions, send: Send): Send {
  const tokens = new TokenSource(options, send);
  return async (request) => {
    if (request.headers.has("authorization")) return send(request);
    const again = request.clone();
    const token = await tokens.current();
    const response = await send(authorize(request, token));
    if (response.status !== 401) return response;
    tokens.forget(token);
    return send(authorize(again, await tokens.current()));
  };
}

/** A call that brings a credential of its own, such as a draft's token, keeps it. */
function authorize(request: Request, credential: string): Request {
  if (!request.headers.has("authorization"))
    request.headers.set("Authorization", `Bearer ${credential}`);
  return request;
}
