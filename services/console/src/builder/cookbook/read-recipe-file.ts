import { RecipeFile } from "@guildhall/contract";
import { readSentFile } from "../../routes/sent-file.ts";

const largestBytes = 4 * 1024 * 1024;

/** Read the recipe that was chosen in a form; what is wrong with it in a sentence otherwise. */
export async function readRecipeFile(
  request: Request,
): Promise<{ readonly file: RecipeFile } | { readonly fault: string }> {
  const sent = await readSentFile(request, largestBytes);
  if ("fault" in sent) return { fault: faults[sent.fault] };
  const read = RecipeFile.safeParse(parsed(await sent.file.text()));
  return read.success ? { file: read.data } : { fault: "This file is not a recipe" };
}

const faults = {
  "too-large": "The file is too large for a recipe",
  none: "Choose the file of a recipe",
} as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
