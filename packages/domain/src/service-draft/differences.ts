import { differences, overlaps } from "@guildhall/builder";
import { DraftDefinition, type DraftDifferences, type PartPath } from "@guildhall/contract";
import { findLiveService, listRevisionLines, type RevisionLine } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * See what a draft would change of what citizens use now, in words, each with who did it last.
 *
 * @throws Problem `not-found`
 */
export async function getDraftDifferences(
  ctx: Context,
  service: string,
): Promise<DraftDifferences> {
  requireScope(ctx, "services:read");
  const { definition, begun, basedOn, title } = await reachServiceDraft(ctx.db, service);
  const live = await findLiveService(ctx.db, service);
  const done = await listRevisionLines(ctx.db, { service, after: begun - 1 });
  const before = live?.definition ?? DraftDefinition.parse({ id: service, title });
  const found = differences(before, definition);
  return {
    ...(live ? { live: live.version } : {}),
    hasMovedOn: live !== undefined && live.version !== basedOn,
    data: found.map((one) => ({ ...one, ...doneBy(done, one.at) })),
  };
}

/** Who changed a part last, and when; the revisions come the latest first. */
function doneBy(done: readonly RevisionLine[], at: PartPath) {
  const last = done.find(({ touched }) => touched.some((part) => overlaps(part, at)));
  return last && { by: last.actor.name, changedAt: instant(last.at) };
}
