import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Agent } from "undici";
import { checkAddress, type EgressPolicy } from "./address.ts";
import { guardedConnector, type Resolve } from "./connect.ts";
import { type Answer, exchange } from "./exchange.ts";
import { GuardFault } from "./guard-fault.ts";

export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The largest answer to take, after decompression too; 1 MiB when left out. */
  readonly maxBytes?: number;
}

/** One request to the outside. Rejects with a `GuardFault` when there is no answer; the signal is its only time limit. */
export type GuardedRequest = (call: Call, signal: AbortSignal) => Promise<Answer>;

const answerLimit = 1024 * 1024;

/**
 * Make the only way out of the platform: public https addresses, and what the operator allows on this machine.
 *
 * Follows no redirect and keeps a pool of connections for each origin. `resolve` replaces the system's
 * name look-up.
 */
export function createGuard(policy: EgressPolicy & { readonly resolve?: Resolve }): GuardedRequest {
  const agent = new Agent({ connect: guardedConnector(policy, policy.resolve), connections: 64 });
  return async (call, signal) => {
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
    return unpack(await exchange(agent, options, maxBytes, signal), maxBytes);
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
