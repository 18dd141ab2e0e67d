import { Problem, Recipe, type RecipeFile, recipeFormat } from "@guildhall/contract";
import { type PublicJwk, readSignedRecipe } from "@guildhall/keys";

/** A key whose recipes are read, and whose they are then. */
export interface TrustedKey {
  readonly jwk: PublicJwk;
  readonly origin: string;
}

/** A recipe that was read with care, and by whom it was signed. */
export interface ReadRecipe {
  readonly recipe: Recipe;
  readonly origin: string;
}

/**
 * Read a recipe from its file: its signature first, then its format, then what it says.
 *
 * @throws Problem `recipe-refused` with the reason in a sentence
 */
export async function readRecipeFile(
  file: RecipeFile,
  trusted: readonly TrustedKey[],
): Promise<ReadRecipe> {
  const read = await readSignedRecipe(
    file,
    trusted.map(({ jwk }) => jwk),
  );
  if ("fault" in read)
    throw read.fault === "broken-signature"
      ? refused(read.fault, brokenSignature)
      : refused(read.fault, unknownPublisher(read.kid));
  const origin = trusted.find(({ jwk }) => jwk.kid === read.kid)?.origin ?? "";
  return { recipe: recipeSaid(parsed(read.text)), origin };
}

/** What the file of a recipe says that was read with care before it was kept. */
export function recipeIn({ payload }: RecipeFile): Recipe {
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Recipe;
}

/** A recipe that is not taken, and why. */
export function refused(code: string, detail: string): Problem {
  return new Problem("recipe-refused", { faults: [{ pointer: "", code, detail }] });
}

const brokenSignature =
  "The signature does not fit this file: it was changed after it was signed, or damaged on its way. Ask its publisher for it again.";

function unknownPublisher(kid: string): string {
  return `This file was signed with a key that is not trusted here (${kid}). Whoever runs the platform can trust its publisher.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notARecipe();
  }
}

function recipeSaid(said: unknown): Recipe {
  const format = formatOf(said);
  if (format === undefined) throw notARecipe();
  if (format > recipeFormat)
    throw refused(
      "newer-format",
      "This recipe was written by a newer version of the platform, in a way that this one cannot read. Update the platform first.",
    );
  const read = Recipe.safeParse(said);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const [part] = issue?.path ?? [];
  if (part !== "definition") throw notARecipe();
  const at = issue?.path.join("/");
  throw refused(
    "later-platform",
    `This recipe needs a later version of the platform: this one does not know what it says at ${at}.`,
  );
}

function formatOf(said: unknown): number | undefined {
  if (typeof said !== "object" || said === null || !("format" in said)) return undefined;
  return Number.isSafeInteger(said.format) ? Number(said.format) : undefined;
}

function notARecipe(): Problem {
  return refused("not-a-recipe", "This file is signed, but it is not a recipe.");
}
