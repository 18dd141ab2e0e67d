import type { Context } from "hono";
import type { ConsoleEnv } from "../environment.ts";

/** Tell whether a script asks how it stands, and stays on its page: what it is told is `said`, a sentence to show. */
export function wantsJson(c: Context<ConsoleEnv>): boolean {
  return c.req.header("accept") === "application/json";
}
