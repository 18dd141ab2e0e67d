import type { Context } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { stream } from "hono/streaming";
import type { ConsoleEnv } from "../environment.ts";

/**
 * Answer with a page of which one place is written as it becomes known, without a script.
 *
 * Whoever closes the page sees no more of it; what is being done goes on to its end. The pieces say themselves what
 * went wrong with them: by then the answer is long under way.
 */
export function asItGoes(
  c: Context<ConsoleEnv>,
  page: (place: Child) => Child,
  pieces: AsyncIterable<Child>,
): Response {
  const place = `<!--${crypto.randomUUID()}-->`;
  const [before = "", after = ""] = String(page(raw(place))).split(place);
  c.header("Content-Type", "text/html; charset=UTF-8");
  c.header("Cache-Control", "no-store");
  return stream(c, async (answer) => {
    await answer.write(before);
    for await (const piece of pieces) await answer.write(String(piece));
    await answer.write(after);
  });
}
