import { merge } from "@guildhall/builder";
import { type DraftDefinition, Problem, type ServiceDraft } from "@guildhall/contract";
import {
  findBefore,
  listRevisionLines,
  type RevisionLine,
  type ServiceDraftRow,
  type Tx,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { isOwn } from "./edit.ts";
import { keepRevision } from "./keep.ts";
import { changeDraft } from "./kept.ts";
import { conflictsIn } from "./merged.ts";
import { reachServiceDraft } from "./reach.ts";

/** What is done can be taken back only for so long. */
const lookedAt = 100;

/**
 * Take back the last thing that whoever asks did to a draft and has not taken back yet. What others did since stays.
 *
 * @throws Problem `not-found`, `invalid-transition` (nothing is left to take back), `edit-conflict` (others have changed
 * the same since)
 */
export async function undoServiceDraft(ctx: Context, service: string): Promise<ServiceDraft> {
  requireScope(ctx, "services:write");
  return changeDraft(ctx, async (unit) => {
    const draft = await reachServiceDraft(unit.tx, service);
    const asked = { service, after: draft.begun, limit: lookedAt };
    const lines = await listRevisionLines(unit.tx, asked);
    const last = lastOwn(ctx, lines);
    const before = last && (await findBefore(unit.tx, service, last.revision));
    if (!last || !before) throw new Problem("invalid-transition");
    const definition = await without(unit.tx, draft, { revision: last.revision, before }, lines);
    const { revision: undoes, touched, basedOn } = last;
    const done = { kind: "undone", definition, touched, undoes } as const;
    // Without what was taken in, the draft knows no more than before of what is live.
    return keepRevision(unit, draft, last.kind === "taken-in" ? { ...done, basedOn } : done);
  });
}

function lastOwn(ctx: Context, done: readonly RevisionLine[]): RevisionLine | undefined {
  const takenBack = new Set(done.map(({ undoes }) => undoes));
  return done.find((row) => isOwn(ctx, row) && row.undoes === null && !takenBack.has(row.revision));
}

/** The draft as it would be if a revision had not been made. */
async function without(
  tx: Tx,
  draft: ServiceDraftRow,
  { revision, before }: { revision: number; before: DraftDefinition },
  done: readonly RevisionLine[],
): Promise<DraftDefinition> {
  if (revision === draft.revision) return before;
  const after = await findBefore(tx, draft.service, revision + 1);
  if (!after) throw new Problem("invalid-transition");
  // What others did since is the other side.
  const { definition, conflicts } = merge(after, before, draft.definition);
  if (conflicts.length === 0) return definition;
  throw new Problem("edit-conflict", { conflicts: conflictsIn(conflicts, done) });
}
