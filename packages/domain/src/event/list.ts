import { Problem, type PublicEventQuery, type PublicEvents } from "@guildhall/contract";
import { lastEventSeq, listProcessEvents } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentEvent, publicTypes } from "./present.ts";

/** No request looks at more events than this, however rare the ones are that it asks for. */
const longestSpan = 10_000;

/**
 * Give the events after a place, in the order they happened, to whoever cannot be called.
 *
 * The place to go on from is always in the answer. It moves on over what is not asked for, so that nothing is looked
 * at twice, and never past what is committed, so that nothing is missed.
 *
 * @throws Problem `scope-missing` also to whoever may see one process only
 */
export async function listPublicEvents(
  ctx: Context,
  { after, limit, type }: PublicEventQuery,
): Promise<PublicEvents> {
  requireScope(ctx, "events:read");
  if (ctx.only) throw new Problem("scope-missing");
  const from = Number(after);
  const until = Math.min(from + longestSpan, await lastEventSeq(ctx.db));
  const types = type === undefined ? [...publicTypes] : [type];
  const rows = await listProcessEvents(ctx.db, { after: from, until, types, limit });
  const last = rows.length === limit ? rows.at(-1)?.event.seq : until;
  return {
    data: rows.map((row) => presentEvent(ctx, row)),
    nextCursor: String(Math.max(from, last ?? until)),
  };
}
