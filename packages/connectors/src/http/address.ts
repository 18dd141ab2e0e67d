import ipaddr from "ipaddr.js";

/** What the operator of this installation lets out beside https on port 443 to public addresses. */
export interface EgressPolicy {
  /** `host:port` of services on this machine, such as the simulators; http is allowed for these. */
  readonly allowLoopback: readonly string[];
  readonly allowPorts?: readonly number[];
}

export type AddressFault =
  | "malformed"
  | "not-https"
  | "has-credentials"
  | "has-fragment"
  | "port"
  | "bare-address"
  | "local-name";

/**
 * Tell what is wrong with an address before anybody connects to it; undefined when nothing is.
 *
 * Only the spelling is judged: what the name leads to is judged at each connection. The raw text is
 * looked at first, because a URL parser silently drops line breaks and rewrites look-alike characters.
 */
export function checkAddress(address: string, policy: EgressPolicy): AddressFault | undefined {
  if (!/^https?:\/\/[\x21-\x5b\x5d-\x7e]+$/i.test(address)) return "malformed";
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return "malformed";
  if (url.username || url.password || authorityOf(address).includes("@")) return "has-credentials";
  if (address.includes("#")) return "has-fragment";
  return isAllowedLoopback(url, policy) ? undefined : checkPublic(url, policy);
}

/** Tell whether the operator allows this host and port on this machine. */
export function isAllowedLoopback(url: URL, policy: EgressPolicy): boolean {
  return policy.allowLoopback.includes(`${url.hostname}:${portOf(url)}`);
}

/** Tell whether an IP address belongs to the public internet. */
export function isPublicIp(ip: string): boolean {
  const parsed = parseIp(ip);
  if (parsed?.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(allocated);
}

export function isLoopbackIp(ip: string): boolean {
  return parseIp(ip)?.range() === "loopback";
}

/** All of IPv6 that is given out; what lies outside it is reserved or a tunnel of another kind. */
const allocated = ipaddr.IPv6.parseCIDR("2000::/3");
const localName =
  /^[^.]+$|\.$|(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|home|home\.arpa)$/;

function checkPublic(url: URL, policy: EgressPolicy): AddressFault | undefined {
  if (url.protocol !== "https:") return "not-https";
  if (!(policy.allowPorts ?? [443]).includes(portOf(url))) return "port";
  if (ipaddr.isValid(url.hostname.replace(/^\[|\]$/g, ""))) return "bare-address";
  return localName.test(url.hostname) ? "local-name" : undefined;
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}

function authorityOf(address: string): string {
  return address.replace(/^https?:\/\//i, "").split(/[/?#]/, 1)[0] ?? "";
}

function parseIp(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return ipaddr.isValid(ip) ? ipaddr.process(ip) : undefined;
}
