import { Problem } from "@guildhall/contract";
import ipaddr from "ipaddr.js";

/** Where a request came from, as the server that took it in saw it; a request made in this process has none. */
export interface Caller {
  /** The IP address, behind a trusted proxy the one that the proxy names. */
  readonly address: string;
  /** The SHA-256 of the client certificate shown in the TLS handshake, in base64url (`x5t#S256`, RFC 8705). */
  readonly certificate?: string | undefined;
}

/** Tells whether a caller stands where a key may be used; undefined where that is anywhere. */
export type PlaceCheck = (caller: Caller | undefined) => boolean;

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Make the check of what a key is held to: the certificate that it must come with, and the networks.
 *
 * The check answers false without the certificate, as for a wrong secret.
 *
 * @throws Problem (the check) `address-not-allowed`
 */
export function placeCheck(
  networks: readonly string[],
  certificate: string | null,
): PlaceCheck | undefined {
  if (networks.length === 0 && certificate === null) return undefined;
  const allowed = networks.map((network) => ipaddr.parseCIDR(network));
  return (caller) => {
    if (certificate !== null && caller?.certificate !== certificate) return false;
    if (allowed.length > 0 && !isWithin(caller?.address, allowed))
      throw new Problem("address-not-allowed");
    return true;
  };
}

/** An IPv4 address that is written as an IPv6 one is the IPv4 address. */
function isWithin(address: string | undefined, networks: readonly Network[]): boolean {
  if (address === undefined || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some(([network, bits]) => {
    return parsed.kind() === network.kind() && parsed.match([network, bits] as never);
  });
}
