import type { GuardedRequest } from "@guildhall/connectors";
import type { JwksFetch } from "@guildhall/domain";

const largestBytes = 64 * 1024;

/** Fetch what is published elsewhere, through the guard that all our calls go through. */
export function fetchThrough(request: GuardedRequest): JwksFetch {
  return async (url, signal) => {
    const headers = { Accept: "application/json" };
    const call = { method: "GET", url, headers, maxBytes: largestBytes } as const;
    const { status, body } = await request(call, signal);
    return new Response(status === 200 ? Buffer.from(body) : null, { status });
  };
}
