import { createHash } from "node:crypto";
import {
  isChanged,
  partAt,
  partTitle,
  saidOfParts,
  sayUndecided,
  type UndecidedPart,
} from "@guildhall/builder";
import { type AdoptedPart, DraftDefinition, Problem, type Recipe } from "@guildhall/contract";
import { type Db, findTakenRecipe, listConfirmations, type Tx } from "@guildhall/store";

/** A recipe as the service that it becomes here. */
export function asService(
  { id: recipe, version, definition }: Recipe,
  { id, title = definition.title }: { readonly id: string; readonly title?: string | undefined },
): DraftDefinition {
  return DraftDefinition.parse({ ...definition, id, title, adopted: { recipe, version } });
}

/** What a recipe's author says of the parts of a service, and what was decided of them here. */
export async function partsOf(
  db: Db | Tx,
  definition: DraftDefinition,
  recipe: Recipe,
): Promise<AdoptedPart[]> {
  const before = asService(recipe, { id: definition.id });
  const confirmed = new Map(
    (await listConfirmations(db, definition.id)).map(({ part, digest }) => [part, digest]),
  );
  const said = confirmed.size > 0 ? asService(recipe, { id: recipe.id }) : before;
  return saidOfParts(recipe).map((part) => {
    const digest = confirmed.get(part.at);
    const isConfirmed = digest !== undefined && digest === digestOf(said, part.at);
    const isDone =
      part.may !== "must-change" || isConfirmed || isChanged(definition, before, part.at);
    return { ...part, title: partTitle(definition, part.at), isDone, isConfirmed };
  });
}

/** What is left to whoever adopted a service, and nobody has decided yet. */
export async function undecidedParts(
  db: Db | Tx,
  definition: DraftDefinition,
): Promise<UndecidedPart[]> {
  const { adopted } = definition;
  const recipe = adopted && (await findTakenRecipe(db, adopted));
  if (!recipe) return [];
  const parts = await partsOf(db, definition, recipe);
  return parts.filter(({ isDone }) => !isDone).map(({ at, title, why }) => ({ at, title, why }));
}

/** @throws Problem `request-invalid` with each part that nobody has decided about yet */
export async function refuseUndecided(db: Db | Tx, definition: DraftDefinition): Promise<void> {
  const faults = (await undecidedParts(db, definition)).map((part) => ({
    pointer: part.at,
    code: "recipe-part-undecided",
    detail: sayUndecided(part),
  }));
  if (faults.length > 0) throw new Problem("request-invalid", { faults });
}

/** A digest of what a recipe says at a part, for a confirmation to hold as long as it says that. */
export function digestAt(recipe: Recipe, at: string): string {
  return digestOf(asService(recipe, { id: recipe.id }), at);
}

function digestOf(said: DraftDefinition, at: string): string {
  return createHash("sha256")
    .update(JSON.stringify(partAt(said, at) ?? null))
    .digest("base64url");
}
