import { isDeepStrictEqual } from "node:util";
import { differences, overlaps } from "@guildhall/builder";
import { type Difference, type DraftDefinition, type PartPath, Problem } from "@guildhall/contract";
import {
  appendEvent,
  forgetRevisions,
  insertRevision,
  type RevisionRow,
  type ServiceDraftRow,
  updateServiceDraft,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { refuseLocked } from "../recipe/locks.ts";

/** What was done to a draft: what it says now, and which parts that changed. */
export interface Done {
  readonly kind: RevisionRow["kind"];
  readonly definition: DraftDefinition;
  readonly touched: readonly PartPath[];
  /** The revision that was taken back. */
  readonly undoes?: number;
  /** Whether it takes the next version of its recipe, with what that locks. */
  readonly isUpgrade?: true;
  /** The live version that it is based on from now on, where that is another. */
  readonly basedOn?: number | null;
}

/** What a draft may come to, as JSON: many times what a form of two hundred questions needs. */
const mostCharacters = 1_000_000;

/** @throws Problem `request-invalid`, where a definition is larger than a draft can be */
export function refuseHuge(definition: DraftDefinition): void {
  if (JSON.stringify(definition).length <= mostCharacters) return;
  const detail = "The service would be larger than a draft can be.";
  throw new Problem("request-invalid", { faults: [{ pointer: "", code: "too-big", detail }] });
}

/** Keep what was done as the draft's next revision, with what is otherwise in words; what changes nothing is none. */
export async function keepRevision(
  { ctx, tx }: Unit,
  before: ServiceDraftRow,
  { kind, definition, touched, undoes, isUpgrade, basedOn = before.basedOn }: Done,
): Promise<ServiceDraftRow> {
  const isSame = isDeepStrictEqual(before.definition, definition);
  if (isSame && basedOn === before.basedOn) return before;
  refuseHuge(definition);
  if (!isUpgrade) await refuseLocked(tx, { before: before.definition, after: definition, kind });
  const { service } = before;
  const { actor } = ctx;
  const changed = {
    definition,
    title: definition.title,
    revision: before.revision + 1,
    changedAt: ctx.now(),
    changedBy: actor.name,
    basedOn,
  };
  const { revision, changedAt: at } = changed;
  const words = differences(before.definition, definition);
  const said = { service, revision, kind, at, actor, undoes: undoes ?? null };
  const kept = { ...said, basedOn: before.basedOn, differences: words };
  await insertRevision(tx, { ...kept, touched: withFound(touched, words) }, before.definition);
  await updateServiceDraft(tx, service, changed);
  const event = { type: "service-draft.edited", subject: service, actor, at } as const;
  await appendEvent(tx, { ...event, data: { revision, kind, parts: touched.length } });
  return { ...before, ...changed };
}

/**
 * What was changed, together with what is found to be otherwise: what is added, copied or named anew gets its name, and
 * so its path, only then. A move is told by what was moved: seen from the list, it may as well have been its neighbour.
 */
function withFound(touched: readonly PartPath[], found: readonly Difference[]): PartPath[] {
  const others = found.filter(
    ({ at, kind }) => kind !== "moved" && !touched.some((part) => overlaps(part, at)),
  );
  return [...touched, ...others.map(({ at }) => at)];
}

/** The whole: what stands for every part of a definition. */
export const everything: readonly PartPath[] = [""];

/** Forget what was done to a draft that has ended, but for the number that the next one counts on from. */
export async function closeRevisions(
  { ctx, tx }: Unit,
  { service, begun, revision }: Pick<ServiceDraftRow, "service" | "begun" | "revision">,
  kind: "published" | "discarded",
): Promise<void> {
  await forgetRevisions(tx, service, begun);
  await insertRevision(tx, {
    service,
    revision: revision + 1,
    kind,
    at: ctx.now(),
    actor: ctx.actor,
    undoes: null,
    basedOn: null,
    touched: everything,
    differences: [],
  });
}
