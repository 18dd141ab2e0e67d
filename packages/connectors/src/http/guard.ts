import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Agent } from "undici";
import { checkAddress, type EgressPolicy } from "./address.ts";
import type { Call, ClientCertificate } from "./call.ts";
import { guardedConnector, type Resolve } from "./connect.ts";
import { type Answer, exchange } from "./exchange.ts";
import { GuardFault } from "./guard-fault.ts";
import { recorded } from "./record.ts";

/** One request to the outside. Rejects with a `GuardFault` when there is no answer; the signal is its only time limit. */
export type GuardedRequest = (call: Call, signal: AbortSignal) => Promise<Answer>;

const answerLimit = 1024 * 1024;

/**
 * Make the only way out of the platform: public https addresses, and what the operator allows on this machine.
 *
 * Follows no redirect and keeps a pool of connections for each origin. `resolve` replaces the system's
 * name look-up.
 */
export function createGuard(policy: GuardPolicy): GuardedRequest {
  const agentFor = createAgents(policy);
  const make: GuardedRequest = async (call, signal) => {
    if (checkAddress(call.url, policy)) throw new GuardFault("egress-blocked", false);
    const { origin, pathname, search } = new URL(call.url);
    const options = {
      origin,
      path: `${pathname}${search}`,
      method: call.method,
      headers: { ...call.headers },
      body: call.body ?? null,
    };
    const maxBytes = call.maxBytes ?? answerLimit;
    return unpack(await exchange(agentFor(call.certificate), options, maxBytes, signal), maxBytes);
  };
  return (call, signal) => recorded(call, () => make(call, signal));
}

export interface GuardPolicy extends EgressPolicy {
  readonly resolve?: Resolve;
  /** Authorities that are trusted in place of the usual ones, as PEM. */
  readonly authorities?: string;
}

/** A pool of connections for each client certificate, for as long as its connector is kept: they are never shared. */
function createAgents(policy: GuardPolicy) {
  const agent = (certificate?: ClientCertificate) => {
    const tls = {
      ...(certificate && { cert: certificate.certificate, key: certificate.privateKey }),
      ...(policy.authorities !== undefined && { ca: policy.authorities }),
    };
    return new Agent({ connect: guardedConnector(policy, policy.resolve, tls), connections: 64 });
  };
  const usual = agent();
  const certified = new WeakMap<ClientCertificate, Agent>();
  return (certificate: ClientCertificate | undefined): Agent => {
    if (!certificate) return usual;
    const known = certified.get(certificate) ?? agent(certificate);
    certified.set(certificate, known);
    return known;
  };
}

const unpackers = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Decompress what was sent compressed although we did not ask for it, never past the limit. */
async function unpack(answer: Answer, maxOutputLength: number): Promise<Answer> {
  const encoding = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || answer.body.length === 0) return answer;
  if (!isKnown(encoding)) throw new GuardFault("bad-answer", true);
  try {
    return { ...answer, body: await unpackers[encoding](answer.body, { maxOutputLength }) };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new GuardFault(isTooLarge ? "too-large" : "bad-answer", true);
  }
}

function isKnown(encoding: string): encoding is keyof typeof unpackers {
  return Object.hasOwn(unpackers, encoding);
}
