import { isDeepStrictEqual } from "node:util";
import { lockedChanges, partTitle } from "@guildhall/builder";
import { type DraftDefinition, Problem, type Recipe, type RecipePart } from "@guildhall/contract";
import { type Db, findLiveService, findTakenRecipe, type Tx } from "@guildhall/store";

interface Changed {
  readonly before: DraftDefinition;
  readonly after: DraftDefinition;
  readonly kind?: string;
}

/**
 * Refuse to change what the recipe's author has locked, or which recipe a service comes from.
 *
 * Who takes back an upgrade goes back to the recipe that was before, with its locks.
 *
 * @throws Problem `recipe-part-locked` with who publishes the recipe, and why
 */
export async function refuseLocked(tx: Db | Tx, { before, after, kind }: Changed): Promise<void> {
  const { adopted } = before;
  if (!isDeepStrictEqual(adopted, after.adopted)) {
    if (kind === "undone") return;
    throw locked([{ pointer: "/adopted", detail: notByHand }]);
  }
  const recipe = adopted && (await findTakenRecipe(tx, adopted));
  if (!recipe) return;
  const changed = lockedChanges({ before, after }, recipe.parts);
  if (changed.length > 0) throw locked(changed.map((part) => faultOf(part, recipe, before)));
}

/** The same for a definition that would go in the place of what is live. */
export async function refuseLockedOfLive(tx: Tx, after: DraftDefinition): Promise<void> {
  const live = await findLiveService(tx, after.id);
  if (live) await refuseLocked(tx, { before: live.definition, after });
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
