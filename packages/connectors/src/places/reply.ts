import type { Answer } from "../http/exchange.ts";
import { GuardFault } from "../http/guard-fault.ts";

/** Why nothing was found out; a code is one of ours. */
export interface Setback {
  readonly outcome: "refused" | "retry";
  readonly code: string;
}

/** Wait for an answer and read it; no answer at all is a setback. */
export async function asked<T>(
  reply: Promise<Answer>,
  read: (status: number, body: Uint8Array, headers: Answer["headers"]) => T,
): Promise<T | Setback> {
  try {
    const { status, body, headers } = await reply;
    return read(status, body, headers);
  } catch (error) {
    if (!(error instanceof GuardFault)) throw error;
    const isForGood = error.code === "egress-blocked";
    return { outcome: isForGood ? "refused" : "retry", code: error.code };
  }
}

/** What a status other than 200 means: a wrong key (401) or a plan without this (403) needs a person. */
export function notFine(status: number): Setback {
  if (status === 401) return { outcome: "refused", code: "key-refused" };
  if (status === 403) return { outcome: "refused", code: "plan-refused" };
  if (status === 429) return { outcome: "retry", code: "too-many" };
  const passes = status < 400 || status === 408 || status >= 500;
  return { outcome: passes ? "retry" : "refused", code: `answered-${status}` };
}

export function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
