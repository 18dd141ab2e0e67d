import { applyEdits, overlaps, partAt, touched } from "@guildhall/builder";
import {
  type DraftDefinition,
  type Edit,
  type EditConflict,
  type EditedDraft,
  type NewEdits,
  type PartPath,
  Problem,
} from "@guildhall/contract";
import {
  findDifferences,
  listRevisionLines,
  listRevisions,
  type RevisionLine,
  type Tx,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { keepRevision } from "./keep.ts";
import { presentDraft, presentRevision } from "./present.ts";
import { reachServiceDraft } from "./reach.ts";

/** What is remembered of edits that were kept: a draft is large, and edited often. */
export interface KeptEdits {
  readonly since: number;
  /** What others did between what the editor saw and these edits. */
  readonly meanwhile: readonly number[];
}

/**
 * Edit a service in the making: all of the edits are kept, or none.
 *
 * Where others have changed other parts since the editor looked, both are kept. Where they changed the same, nothing
 * is, and the problem says what they did.
 *
 * @throws Problem `not-found`, `request-invalid` (an edit that cannot be made), `edit-conflict`
 */
export async function editServiceDraft(
  ctx: Context,
  service: string,
  { edits, since }: NewEdits,
): Promise<KeptEdits> {
  requireScope(ctx, "services:write");
  return change(ctx, async (unit) => {
    const { tx } = unit;
    const draft = await reachServiceDraft(tx, service);
    if (since > draft.revision) throw unknownRevision();
    const later =
      since === draft.revision ? [] : await listRevisionLines(tx, { service, after: since });
    const others = later.filter((row) => row.kind === "begun" || !isOwn(ctx, row));
    const mine = touched(edits);
    await refuseOverlaps(tx, draft.definition, { mine, others });
    const definition = edited(draft.definition, edits);
    await keepRevision(unit, draft, { kind: "edited", definition, touched: mine });
    return { since, meanwhile: others.map(({ revision }) => revision) };
  });
}

/** Show a draft after edits, also where the same edits came again. */
export async function presentEdited(
  ctx: Context,
  service: string,
  { since, meanwhile }: KeptEdits,
): Promise<EditedDraft> {
  const draft = await reachServiceDraft(ctx.db, service);
  const later =
    meanwhile.length === 0 ? [] : await listRevisions(ctx.db, { service, after: since });
  const told = later.filter(({ revision }) => meanwhile.includes(revision)).reverse();
  return { ...presentDraft(draft), meanwhile: told.map(presentRevision) };
}

/** Whether whoever acts did it themselves: from another window, say, or by the same key. */
export function isOwn({ actor }: Context, row: RevisionLine): boolean {
  return row.actor.id === actor.id && row.actor.kind === actor.kind;
}

function edited(definition: DraftDefinition, edits: readonly Edit[]): DraftDefinition {
  const made = applyEdits(definition, edits);
  if ("definition" in made) return made.definition;
  const { edit, sentence } = made.fault;
  const faults = [{ pointer: `/edits/${edit}`, code: "unworkable", detail: sentence }];
  throw new Problem("request-invalid", { faults });
}

async function refuseOverlaps(
  tx: Tx,
  definition: DraftDefinition,
  { mine, others }: { mine: readonly PartPath[]; others: readonly RevisionLine[] },
): Promise<void> {
  const conflicts: EditConflict[] = [];
  for (const at of mine) {
    const theirs = others.filter((row) => row.touched.some((part) => overlaps(part, at)));
    if (theirs.length > 0) conflicts.push(await conflictAt(tx, definition, { at, theirs }));
  }
  if (conflicts.length > 0) throw new Problem("edit-conflict", { conflicts });
}

/** Of so many revisions, the latest, it is said in words what they did to a part that somebody else wanted to edit. */
const mostTold = 5;

/** What others did at a part, the latest first, as whoever wanted to edit it is told. */
async function conflictAt(
  tx: Tx,
  definition: DraftDefinition,
  { at, theirs }: { at: PartPath; theirs: readonly RevisionLine[] },
): Promise<EditConflict> {
  const told = theirs.slice(0, mostTold).map(({ revision }) => revision);
  const found = await findDifferences(tx, definition.id, told);
  const sentences = found.flatMap((one) => (overlaps(one.at, at) ? [one.sentence] : []));
  const [latest] = theirs;
  const by = latest?.actor.name ?? "";
  const part = partAt(definition, at);
  return {
    at,
    sentence: sentences.slice(0, 3).join(" ") || `${by} has changed this part.`,
    by,
    changedAt: instant(latest?.at ?? 0),
    // A part of a definition is JSON.
    ...(part === undefined ? {} : { theirs: part as NonNullable<EditConflict["theirs"]> }),
  };
}

function unknownRevision(): Problem {
  const detail = "The draft has no such revision yet.";
  return new Problem("request-invalid", {
    faults: [{ pointer: "/since", code: "too-big", detail }],
  });
}
