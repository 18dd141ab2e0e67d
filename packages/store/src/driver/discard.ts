import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const mostDiscarded = 64;
const idleEveryMs = 30_000;
let discarded = 0;
let collectedAt = Number.NEGATIVE_INFINITY;
let idleTimer: NodeJS.Timeout | undefined;
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

/** Have discarded connections freed soon, though they are few: nobody will discard more while nothing is to be done. */
export function noteIdle(): void {
  if (idleTimer) return;
  const waitMs = Math.max(0, collectedAt + idleEveryMs - performance.now());
  idleTimer = setTimeout(collectGarbage, waitMs).unref();
}

function collectGarbage(): void {
  clearTimeout(idleTimer);
  idleTimer = undefined;
  discarded = 0;
  collectedAt = performance.now();
  setFlagsFromString("--expose-gc");
  // With the flag set, a new context has the function `gc`.
  collect ??= runInNewContext("gc") as () => void;
  collect();
}
