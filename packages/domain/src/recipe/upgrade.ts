import { lockedParts, merge } from "@guildhall/builder";
import {
  type DraftDefinition,
  type Merge,
  type NewTakeIn,
  Problem,
  type Recipe,
  type RecipeUpgrade,
  type ServiceDraft,
} from "@guildhall/contract";
import {
  appendEvent,
  findLiveService,
  findServiceDraft,
  keepTakenRecipe,
  listRevisionLines,
  type ServiceDraftRow,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { insertDraft } from "../service-draft/begin.ts";
import { keepRevision } from "../service-draft/keep.ts";
import { changeDraft } from "../service-draft/kept.ts";
import { conflictsIn } from "../service-draft/merged.ts";
import { reachServiceDraft } from "../service-draft/reach.ts";
import { decidedAs } from "../service-draft/take-in.ts";
import { asService } from "./parts.ts";
import { presentVersions } from "./present.ts";
import { reachGoing, recipeTaken, tryToNoteTaken } from "./taken.ts";

/**
 * See what the latest version of its recipe would change of a service, in words, and which parts both have changed.
 *
 * @throws Problem `not-found`, also where it was not adopted
 */
export async function previewUpgrade(ctx: Context, service: string): Promise<RecipeUpgrade> {
  requireScope(ctx, "services:read");
  const { definition, adopted, isFirst } = await reachGoing(ctx, service);
  const versions = await upgradeTo(ctx, adopted);
  const { taken, conflicts } = mergedWith(definition, versions, []);
  const since = await ctx.cookbook.versions(adopted.recipe);
  const news = presentVersions(since.filter(({ version }) => version > adopted.version));
  const { recipe, version: from } = adopted;
  return { recipe, from, to: versions.latest.version, isFirst, news, taken, conflicts };
}

/**
 * Take the latest version of its recipe into a service's draft, as one revision; where there is no draft, one begins.
 *
 * What only the recipe has changed is as there, what only the council has changed stays, and what is locked is as the
 * recipe has it. Parts that both have changed have to be decided.
 *
 * @throws Problem `not-found`, `invalid-transition` (there is no later version), `edit-conflict` with the parts that are
 * not decided
 */
export async function upgradeRecipe(
  ctx: Context,
  service: string,
  { decisions }: NewTakeIn,
): Promise<ServiceDraft> {
  requireScope(ctx, "services:write");
  const { definition, adopted, isFirst } = await reachGoing(ctx, service);
  const versions = await upgradeTo(ctx, adopted);
  if (!isFirst && versions.latest.version === adopted.version)
    throw new Problem("invalid-transition");
  const draft = await changeDraft(ctx, async (unit) => {
    const draft = await draftOf(unit, service);
    // Somebody may have taken it a moment ago.
    if (draft.definition.adopted?.version !== definition.adopted?.version)
      throw new Problem("invalid-transition");
    return takeInto(unit, draft, { versions, decisions });
  });
  await tryToNoteTaken(ctx);
  return draft;
}

/** A recipe as a service has it, and as it is now. */
interface Versions {
  readonly known: Recipe;
  readonly latest: Recipe;
}

async function upgradeTo(
  ctx: Context,
  adopted: { readonly recipe: string; readonly version: number },
): Promise<Versions> {
  const known = await recipeTaken(ctx, adopted);
  const { recipe } = await ctx.cookbook.latest(adopted.recipe);
  return { known, latest: recipe.version > known.version ? recipe : known };
}

async function takeInto(
  unit: Unit,
  draft: ServiceDraftRow,
  { versions, decisions }: { versions: Versions } & NewTakeIn,
): Promise<ServiceDraftRow> {
  const { ctx, tx } = unit;
  const { service, begun } = draft;
  const { latest } = versions;
  const { theirs, decided } = decidedAs(decisions);
  const merged = mergedWith(draft.definition, versions, theirs);
  const open = merged.conflicts.filter(({ at }) => !decided.has(at));
  if (open.length > 0) {
    const done = await listRevisionLines(tx, { service, after: begun - 1 });
    throw new Problem("edit-conflict", { conflicts: conflictsIn(open, done) });
  }
  await keepTakenRecipe(tx, latest);
  const touched = merged.taken.map(({ at }) => at);
  const done = { kind: "taken-in", definition: merged.definition, touched } as const;
  const kept = await keepRevision(unit, draft, { ...done, isUpgrade: true });
  const { actor } = ctx;
  const event = { type: "recipe.upgraded", subject: service, actor, at: ctx.now() } as const;
  await appendEvent(tx, { ...event, data: { recipe: latest.id, version: latest.version } });
  return kept;
}

/** Both began from the recipe as it was taken; what is locked, and what was decided so, is as the recipe has it now. */
function mergedWith(ours: DraftDefinition, versions: Versions, theirs: readonly string[]): Merge {
  const { known, latest } = hasNoWelsh(ours, versions) ? inEnglish(versions) : versions;
  const locked = lockedParts(latest).map(({ at }) => at);
  const { adopted, ...before } = asService(known, { id: ours.id });
  // Which version it has is new to a service that takes its first.
  const base = ours.adopted ? { ...before, adopted } : before;
  return merge(base, ours, asService(latest, { id: ours.id }), { locked: [...locked, ...theirs] });
}

/** Whoever offers a service in English alone has left the recipe's Welsh, and is not asked about each text of it. */
function hasNoWelsh({ welsh = {} }: DraftDefinition, { known }: Versions): boolean {
  const { welsh: translated = {} } = known.definition;
  return Object.keys(welsh).length === 0 && Object.keys(translated).length > 0;
}

function inEnglish({ known, latest }: Versions): Versions {
  const without = ({ definition: { welsh: _, ...definition }, ...recipe }: Recipe): Recipe => ({
    ...recipe,
    definition,
  });
  return { known: without(known), latest: without(latest) };
}

/** The draft of a service; where there is none, one begins from what is live. */
async function draftOf(unit: Unit, service: string): Promise<ServiceDraftRow> {
  const { tx } = unit;
  const found = await findServiceDraft(tx, service);
  if (found) return found;
  const live = await findLiveService(tx, service);
  if (!live) throw new Problem("not-found");
  await insertDraft(unit, live.definition);
  return reachServiceDraft(tx, service);
}
