import type { IncomingMessage } from "node:http";
import { isLoopbackHost } from "@guildhall/runtime";
import type { Domains } from "./domains.ts";

/** What is wrong with whom a request is for: it names two hosts, or one that is not served here. */
export type HostFault = "ambiguous" | "foreign";

/**
 * Tell whether requests are for one of these hosts, for a council's own domain, or for this machine; for any, where
 * no hosts are given.
 *
 * Only a council's pages are found by their host. What is refused are the requests that a proxy, a cache and a server
 * could each take for another's: two hosts in one request, or a request line that names another than the header.
 */
export function createHostCheck(
  hosts: readonly string[] | undefined,
  { tenantOf }: Pick<Domains, "tenantOf">,
): (incoming: IncomingMessage) => HostFault | undefined {
  const served = new Set(hosts);
  const isServed = (header: string) => {
    const host = plainHost(header);
    return served.has(host) || isLoopbackHost(host) || tenantOf(header) !== undefined;
  };
  return ({ url = "", headers, rawHeaders }) => {
    if (countOf("host", rawHeaders) > 1) return "ambiguous";
    const header = (headers.host ?? "").toLowerCase();
    if (!url.startsWith("/") && authorityOf(url) !== header) return "foreign";
    const isFree = hosts === undefined || isProbe(url);
    return isFree || isServed(header) ? undefined : "foreign";
  };
}

/** Whoever looks after this process asks it by whatever address it has. */
function isProbe(url: string): boolean {
  return /^\/(?:livez|readyz|metrics)(?:$|\?)/.test(url);
}

/** The host of a Host header, in lower case, without port and final dot. */
export function plainHost(header: string): string {
  return header.toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
}

/** The host and port of a request line that names a whole address. */
function authorityOf(url: string): string | undefined {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase();
}

function countOf(name: string, rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === name.length && rawHeaders[at]?.toLowerCase() === name)
      count += 1;
  return count;
}
