import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { BlockList, isIP, SocketAddress } from "node:net";
import { TLSSocket } from "node:tls";
import type { Caller } from "@guildhall/api";
import type { Config } from "@guildhall/runtime";

/** How a request came in. */
export interface Arrival {
  readonly caller: Caller;
  /** What it came by, as far as we or a proxy of ours know. */
  readonly scheme: "http" | "https" | undefined;
}

/**
 * Tell how requests came in: by their sockets, and by a proxy's words only where the socket is a trusted proxy's.
 *
 * Anybody can write these headers; what a trusted proxy was told by another is not believed either.
 */
export function createArrivals({
  trustedProxies,
  clientCertificates,
}: Pick<Config, "trustedProxies" | "clientCertificates">): (incoming: IncomingMessage) => Arrival {
  const trusts = createTrust(trustedProxies);
  const ofSocket = createSocketCallers();
  return ({ socket, headers }) => {
    const caller = ofSocket(socket);
    const isEncrypted = socket instanceof TLSSocket;
    if (!trusts(caller.address)) return { caller, scheme: isEncrypted ? "https" : undefined };
    const address = forwardedAddress(headers, caller.address, trusts);
    const certificate = clientCertificates ? forwardedCertificate(headers) : undefined;
    return { caller: { address, certificate }, scheme: forwardedScheme(headers, isEncrypted) };
  };
}

/** Write an IP address in its one usual way, a mapped IPv4 address as itself; undefined for what is none. */
export function usualAddress(text: string): string | undefined {
  const [bare = ""] = text.split("%");
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return undefined;
  const { address } = new SocketAddress({ address: bare, family: "ipv6" });
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}

/** The thumbprint of a certificate (`x5t#S256`, RFC 8705). */
export function thumbprintOf(certificate: Uint8Array): string {
  return createHash("sha256").update(certificate).digest("base64url");
}

type Trust = (address: string) => boolean;

/** Tell which addresses lie in these networks. */
export function createTrust(networks: readonly string[]): Trust {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(address, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
  }
  if (networks.length === 0) return () => false;
  return (address) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Whoever is at the other end of a socket stays the same as long as it is open, so it is worked out once. */
function createSocketCallers(): (socket: Socket) => Caller {
  const known = new WeakMap<Socket, Caller>();
  return (socket) => {
    const before = known.get(socket);
    if (before) return before;
    const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
    const caller = {
      address: usualAddress(socket.remoteAddress ?? "") ?? "unknown",
      certificate: certificate && thumbprintOf(certificate.raw),
    };
    known.set(socket, caller);
    return caller;
  };
}

/** The last address that is not a proxy of ours: whatever stands before it, its sender may have made up. */
function forwardedAddress(headers: IncomingHttpHeaders, from: string, trusts: Trust): string {
  let address = from;
  const named = lastFirst(headers["x-forwarded-for"]);
  for (const one of named) {
    const before = usualAddress(withoutPort(one));
    if (before === undefined) return address;
    address = before;
    if (!trusts(address)) return address;
  }
  return address;
}

/** What a proxy was reached by; only the last word is that of the proxy that reached us. */
function forwardedScheme(headers: IncomingHttpHeaders, isEncrypted: boolean): Arrival["scheme"] {
  const [last] = lastFirst(headers["x-forwarded-proto"]);
  if (last === "https" || last === "http") return last;
  return isEncrypted ? "https" : undefined;
}

/** The certificate that a proxy was shown (`Client-Cert`, RFC 9440). */
function forwardedCertificate(headers: IncomingHttpHeaders): string | undefined {
  const given = headers["client-cert"];
  const bytes = typeof given === "string" && /^:([A-Za-z0-9+/]+={0,2}):$/.exec(given)?.[1];
  return bytes ? thumbprintOf(Buffer.from(bytes, "base64")) : undefined;
}

function lastFirst(header: string | string[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .flatMap((part) => part.trim().toLowerCase() || [])
    .reverse();
}

function withoutPort(text: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}
