import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * What Node is started with to serve: a small space for new objects.
 *
 * A start alone would have that space grow to its limit, and while a server idles it stays as large as it was.
 */
export const serverFlags: readonly string[] = ["--max-semi-space-size=4"];

const startedMs = 1000;

/** Give back soon what a start has used and an idle server needs no more. */
export function collectAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString("--expose-gc");
    // With the flag set, a new context has the function `gc`.
    runInNewContext("gc")();
  }, startedMs).unref();
}
