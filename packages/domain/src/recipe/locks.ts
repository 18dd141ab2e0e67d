import { isDeepStrictEqual } from "node:util";
import { lockedChanges, partTitle } from "@guildhall/builder";
import { type DraftDefinition, Problem, type Recipe, type RecipePart } from "@guildhall/contract";
import {
  type Db,
  findLiveService,
  findServiceDraft,
  findServiceVersion,
  findTakenRecipe,
  listVersions,
  type Tx,
} from "@guildhall/store";
import { asService } from "./parts.ts";

interface Changed {
  readonly before: DraftDefinition;
  readonly after: DraftDefinition;
  readonly kind?: string;
}

/**
 * Refuse to change what the recipe's author has locked, or which recipe a service comes from.
 *
 * Who takes back an upgrade goes back to the recipe that was before, and to what it locks.
 *
 * @throws Problem `recipe-part-locked` with who publishes the recipe, and why
 */
export async function refuseLocked(tx: Db | Tx, { before, after, kind }: Changed): Promise<void> {
  const { adopted } = before;
  const isOther = !isDeepStrictEqual(adopted, after.adopted);
  if (isOther && kind === "undone") return refuseUnlike(tx, after);
  if (isOther) throw locked([{ pointer: "/adopted", detail: notByHand }]);
  const recipe = adopted && (await findTakenRecipe(tx, adopted));
  if (recipe) refuseChanges(recipe, { before, after });
}

/**
 * The same for a definition that comes whole: to be put in the place of what is live, or where nothing is.
 *
 * Where nothing is live it comes from the recipe that the service's draft or its last version comes from, or from none,
 * and what is locked is as the recipe has it.
 */
export async function refuseLockedWhole(tx: Tx, after: DraftDefinition): Promise<void> {
  const { id } = after;
  const live = await findLiveService(tx, id);
  if (live) return refuseLocked(tx, { before: live.definition, after });
  const last = (await findServiceDraft(tx, id)) ?? (await lastVersion(tx, id));
  if (!isDeepStrictEqual(last?.definition.adopted, after.adopted))
    throw locked([{ pointer: "/adopted", detail: notByHand }]);
  await refuseUnlike(tx, after);
}

async function lastVersion(tx: Tx, service: string) {
  const [line] = await listVersions(tx, { service, limit: 1 });
  return line && findServiceVersion(tx, service, line.version);
}

/** Refuse a definition of which a locked part is not as its recipe has it. */
async function refuseUnlike(tx: Db | Tx, after: DraftDefinition): Promise<void> {
  const recipe = after.adopted && (await findTakenRecipe(tx, after.adopted));
  if (recipe) refuseChanges(recipe, { before: asService(recipe, { id: after.id }), after });
}

function refuseChanges(recipe: Recipe, { before, after }: Omit<Changed, "kind">): void {
  const changed = lockedChanges({ before, after }, recipe);
  if (changed.length > 0) throw locked(changed.map((part) => faultOf(part, recipe, before)));
}

const notByHand =
  "Which recipe a service comes from is not changed by hand: adopt the recipe, or take its next version.";

function faultOf(
  { at, why }: RecipePart,
  { publisher, title }: Recipe,
  definition: DraftDefinition,
) {
  const part = partTitle(definition, at);
  const reason = why === undefined ? "" : ` ${why}`;
  const detail = `${part} is locked by ${publisher}, who publish the recipe “${title}”.${reason}`;
  return { pointer: at, detail };
}

function locked(faults: readonly { readonly pointer: string; readonly detail: string }[]): Problem {
  return new Problem("recipe-part-locked", {
    faults: faults.map((fault) => ({ ...fault, code: "locked" })),
  });
}
