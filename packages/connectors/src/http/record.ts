import { AsyncLocalStorage } from "node:async_hooks";
import type { Exchange } from "@guildhall/contract";
import type { Call } from "./call.ts";
import type { Answer } from "./exchange.ts";
import { GuardFault } from "./guard-fault.ts";
import { textOf, withoutSecrets } from "./recorded-text.ts";

const recording = new AsyncLocalStorage<Exchange[]>();

/** An attempt that goes on for longer is known well enough by its beginning. */
const mostExchanges = 40;

/**
 * Do some work, and write down in `exchanges` every call that it makes through the guard.
 *
 * Written down is what a person needs to see why a back office did not take something: never what was sent, a query
 * string or a credential.
 */
export function recordExchanges<T>(exchanges: Exchange[], work: () => Promise<T>): Promise<T> {
  return recording.run(exchanges, work);
}

/** Make a call, and write down how it went where somebody wants to know. */
export async function recorded(call: Call, make: () => Promise<Answer>): Promise<Answer> {
  const exchanges = recording.getStore();
  if (!exchanges || exchanges.length >= mostExchanges) return make();
  const begun = performance.now();
  const note = (rest: Partial<Exchange>) => {
    const ms = Math.round(performance.now() - begun);
    exchanges.push({ method: call.method, url: placeOf(call), ms, ...rest });
  };
  try {
    const answer = await make();
    note({ status: answer.status, ...textOf(call, answer) });
    return answer;
  } catch (error) {
    note({ code: error instanceof GuardFault ? error.code : "unexpected" });
    throw error;
  }
}

/** An address without what may be secret or personal in it: who asks, the query, the fragment. */
function placeOf(call: Call): string {
  if (!URL.canParse(call.url)) return "";
  const { origin, pathname } = new URL(call.url);
  return withoutSecrets(`${origin}${pathname}`, call);
}
