import type { CustomFetch } from "openid-client";
import type { Call } from "../http/call.ts";
import type { GuardedRequest } from "../http/guard.ts";

const longestMs = 5000;

/** Let the OpenID client call out, through the guard like everything else and for a few seconds at most. */
export function guardedFetch(request: GuardedRequest): CustomFetch {
  return async (url, { method, headers, body }) => {
    const call: Call = { url, method: methodOf(method), headers, ...bodyOf(body) };
    const answer = await request(call, AbortSignal.timeout(longestMs));
    // The guard has unpacked what was sent compressed.
    const { "content-encoding": _, ...kept } = answer.headers;
    const hasBody = answer.status !== 204 && answer.status !== 304;
    return new Response(hasBody ? Buffer.from(answer.body) : null, {
      status: answer.status,
      headers: kept,
    });
  };
}

function methodOf(method: string): Call["method"] {
  if (method === "GET" || method === "POST") return method;
  throw new RangeError(`An OpenID client does not ask with ${method}`);
}

function bodyOf(body: unknown): Pick<Call, "body"> {
  if (body === undefined || body === null) return {};
  if (typeof body === "string" || body instanceof URLSearchParams) return { body: String(body) };
  throw new RangeError("An OpenID client sends only forms");
}
