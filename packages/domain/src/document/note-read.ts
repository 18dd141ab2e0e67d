import { appendEvent, hasEvent, transact } from "@guildhall/store";
import type { Context } from "../context.ts";

/** A page that somebody works on is shown many times. */
const sameLookMs = 15 * 60_000;

export interface Read {
  readonly process: string;
  readonly subject: string;
}

/**
 * Record who read something of a process.
 *
 * Who of the staff reads the same again within a quarter of an hour is still reading it. What a program fetches is
 * recorded each time.
 */
export async function noteRead(ctx: Context, { process, subject }: Read): Promise<void> {
  const { actor } = ctx;
  const at = ctx.now();
  const read = { type: "document.read", process, subject, actor, at } as const;
  await transact(ctx.db, async (tx) => {
    const isSame = actor.kind === "staff" && (await hasEvent(tx, read, at - sameLookMs));
    if (!isSame) await appendEvent(tx, read);
  });
}
