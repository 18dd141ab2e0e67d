import { merge } from "@guildhall/builder";
import {
  DraftDefinition,
  type MergeConflict,
  type NewTakeIn,
  type PartPath,
  Problem,
  type ServiceDraft,
} from "@guildhall/contract";
import {
  findLiveService,
  findServiceVersion,
  listRevisionLines,
  type ServiceDraftRow,
  type Tx,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { keepRevision } from "./keep.ts";
import { changeDraft } from "./kept.ts";
import { conflictsIn } from "./merged.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * Take into a draft what was published since it began, as one revision: what only the live version has changed is as
 * there. Parts that both have changed have to be decided. Which recipe it comes from, and what is locked, stays.
 *
 * @throws Problem `not-found` (no draft, or nothing live), `edit-conflict` with the parts that are not decided,
 * `recipe-part-locked`
 */
export async function takeInLive(
  ctx: Context,
  service: string,
  { decisions }: NewTakeIn,
): Promise<ServiceDraft> {
  requireScope(ctx, "services:write");
  return changeDraft(ctx, async (unit) => {
    const { tx } = unit;
    const draft = await reachServiceDraft(tx, service);
    const live = await findLiveService(tx, service);
    if (!live) throw new Problem("not-found");
    const base = await baseOf(tx, draft);
    const { theirs, decided } = decidedAs(decisions);
    const merged = merge(base, draft.definition, live.definition, { locked: theirs });
    const open = merged.conflicts.filter(({ at }) => !decided.has(at));
    if (open.length > 0) throw await undecided(tx, draft, open);
    const touched = merged.taken.map(({ at }) => at);
    const done = { kind: "taken-in", definition: merged.definition, touched } as const;
    return keepRevision(unit, draft, { ...done, basedOn: live.version });
  });
}

/** Which parts are to be as on the other side, and which were decided at all. */
export function decidedAs(decisions: NewTakeIn["decisions"]) {
  const theirs = pathsTaken(decisions, "theirs");
  return { theirs, decided: new Set([...theirs, ...pathsTaken(decisions, "ours")]) };
}

function pathsTaken(decisions: NewTakeIn["decisions"], whose: "ours" | "theirs"): PartPath[] {
  return decisions.filter(({ take }) => take === whose).map(({ at }) => at);
}

/** What both began from. A draft that began where nothing was live has nothing in common with what is. */
async function baseOf(
  tx: Tx,
  { service, basedOn, title }: ServiceDraftRow,
): Promise<DraftDefinition> {
  const found = basedOn === null ? undefined : await findServiceVersion(tx, service, basedOn);
  return found?.definition ?? DraftDefinition.parse({ id: service, title });
}

async function undecided(
  tx: Tx,
  { service, begun }: ServiceDraftRow,
  open: readonly MergeConflict[],
): Promise<Problem> {
  const done = await listRevisionLines(tx, { service, after: begun - 1 });
  return new Problem("edit-conflict", { conflicts: conflictsIn(open, done) });
}
