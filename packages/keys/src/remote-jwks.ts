import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";

/** One GET to the outside, with every guard that our calls go through. May reject for any reason. */
export type JwksFetch = (url: string, signal: AbortSignal) => Promise<Response>;

const most = 1000;

const pauseMs = 30_000;

/**
 * Give the keys that clients publish, by address: fetched at the first need, kept for ten minutes, and fetched again
 * for a key id that is not among them, at most every half minute. Anybody can ask for them by a made-up assertion, so
 * an address that gave no keys is left alone as long.
 */
export function createRemoteJwks(fetchJwks: JwksFetch): (url: string) => JWTVerifyGetKey {
  const known = new Map<string, JWTVerifyGetKey>();
  return (url) => {
    const kept = known.get(url);
    if (kept) return kept;
    const made = createRemoteJWKSet(new URL(url), {
      [customFetch]: withPauses(fetchJwks),
      timeoutDuration: 5000,
      cooldownDuration: pauseMs,
      cacheMaxAge: 600_000,
    });
    known.set(url, made);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return made;
  };
}

/** Whatever went wrong on the way, to the client's proof it means that there are no keys. */
function withPauses(fetchJwks: JwksFetch) {
  let notBefore = 0;
  return async (url: string, { signal }: { signal: AbortSignal }): Promise<Response> => {
    if (Date.now() < notBefore) return noKeys();
    notBefore = Date.now() + pauseMs;
    return fetchJwks(url, signal).catch(noKeys);
  };
}

function noKeys(): Response {
  return new Response(null, { status: 502 });
}
