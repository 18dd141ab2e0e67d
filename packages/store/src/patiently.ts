import { setTimeout as wait } from "node:timers/promises";
import { StoreFault } from "./fault.ts";

const mostAttempts = 60;

/**
 * Try for about two seconds what meets a lock of another process.
 *
 * The waits are jittered, so that processes that met once do not meet again and again, and block nothing.
 */
export async function patiently<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const busy = error instanceof StoreFault && error.code === "busy";
      if (!busy || count === mostAttempts) throw error;
      await wait(5 + Math.random() * Math.min(5 * count, 60));
    }
  }
}
