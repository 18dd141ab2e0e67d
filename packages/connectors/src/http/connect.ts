import { lookup as lookupName } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { type EgressPolicy, isAllowedLoopback, isLoopbackIp, isPublicIp } from "./address.ts";
import { GuardFault } from "./guard-fault.ts";

/** Finds every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

/** What we show of ourselves, and whom we trust, as PEM. */
export interface Tls {
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
}

type Accepts = (ip: string) => boolean;

/**
 * Connect only where the policy lets us.
 *
 * A name is looked up once for each connection and refused when any of its addresses is refused, so
 * there is no moment at which it could turn to another one. The address that was reached is looked
 * at again before a byte is sent.
 */
export function guardedConnector(
  policy: EgressPolicy,
  resolve: Resolve = resolveName,
  tls: Tls = {},
): buildConnector.connector {
  const outward = checkedConnector(isPublicIp, resolve, tls);
  const inward = checkedConnector(isLoopbackIp, resolve, tls);
  return (options, callback) => {
    const host = isIP(options.hostname) === 6 ? `[${options.hostname}]` : options.hostname;
    const origin = new URL(`${options.protocol}//${host}:${options.port}`);
    const connect = isAllowedLoopback(origin, policy) ? inward : outward;
    connect(options, callback);
  };
}

function checkedConnector(accepts: Accepts, resolve: Resolve, tls: Tls): buildConnector.connector {
  const lookup = checkedLookup(accepts, resolve);
  const connect = buildConnector({ ...tls, lookup, timeout: 10_000 });
  return (options, callback) => {
    if (isIP(options.hostname) && !accepts(options.hostname)) return callback(blocked(), null);
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (accepts(socket.remoteAddress ?? "")) return callback(null, socket);
      socket.destroy();
      callback(blocked(), null);
    });
  };
}

function checkedLookup(accepts: Accepts, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => accepts(address))) callback(blocked(), "");
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, ""),
    );
  };
}

function resolveName(hostname: string) {
  return lookupName(hostname, { all: true });
}

function blocked(): GuardFault {
  return new GuardFault("egress-blocked", false);
}
