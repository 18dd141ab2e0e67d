import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const mostDiscarded = 64;
let discarded = 0;
let collect: (() => void) | undefined;

/**
 * Have discarded connections freed in time.
 *
 * The native library keeps a closed connection's files and memory until its statements are collected as garbage,
 * and garbage is collected by the size of the heap, which does not count them. So when enough connections have
 * been closed, the garbage is collected at once.
 */
export function noteDiscarded(): void {
  discarded += 1;
  if (discarded < mostDiscarded) return;
  discarded = 0;
  setImmediate(collectGarbage);
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  // With the flag set, a new context has the function `gc`.
  collect ??= runInNewContext("gc") as () => void;
  collect();
}
