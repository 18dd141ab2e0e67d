import { createHash, timingSafeEqual } from "node:crypto";
import type { Caller } from "@guildhall/api";
import { type Config, isLoopbackHost } from "@guildhall/runtime";
import { createTrust } from "./door/arrival.ts";

/**
 * Tell who may read the figures, which name every council and what it owes: a program on this machine, and whoever
 * shows the token.
 *
 * A proxy on this machine sends on what comes from anywhere. So where the platform has a public address only the token
 * counts; elsewhere a request is this machine's own if it came from no named proxy, carries no proxy's header, and is
 * for this machine's own host.
 */
export function createMetricsAccess({
  metricsToken,
  publicUrl,
  trustedProxies,
}: Pick<Config, "metricsToken" | "publicUrl" | "trustedProxies">) {
  const isPublic = !isLoopbackHost(new URL(publicUrl).hostname);
  const isHere = createTrust(["127.0.0.0/8", "::1"]);
  const isProxy = createTrust(trustedProxies);
  const isToken = createTokenCheck(metricsToken);
  return ({ headers, url }: Request, caller: Caller | undefined): boolean => {
    if (isToken(headers.get("authorization"))) return true;
    const address = caller?.address ?? "";
    if (isPublic || !isHere(address) || isProxy(address)) return false;
    return isLoopbackHost(new URL(url).hostname) && !saysOfProxy.some((name) => headers.has(name));
  };
}

const saysOfProxy = [
  ...["forwarded", "via", "x-real-ip"],
  ...["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"],
];

/** Digests are compared, in a time that tells neither how long the token is nor where it differs. */
function createTokenCheck(token: string | undefined): (authorization: string | null) => boolean {
  if (token === undefined) return () => false;
  const wanted = digest(token);
  return (authorization) => {
    const given = /^bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
    return timingSafeEqual(digest(given), wanted);
  };
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
