import { RecipeFile } from "@guildhall/contract";

const largestBytes = 4 * 1024 * 1024;

/** Read the recipe that was chosen in a form; what is wrong with it in a sentence otherwise. */
export async function readRecipeFile(
  request: Request,
): Promise<{ readonly file: RecipeFile } | { readonly fault: string }> {
  const bytes = await readBytes(request);
  if (!bytes) return { fault: "The file is too large for a recipe" };
  const file = await fileIn(bytes, request.headers.get("content-type") ?? "");
  if (!file || file.size === 0) return { fault: "Choose the file of a recipe" };
  const read = RecipeFile.safeParse(parsed(await file.text()));
  return read.success ? { file: read.data } : { fault: "This file is not a recipe" };
}

/** Bytes are counted as they come, since a length that was announced may be a lie. */
async function readBytes(request: Request): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    parts.push(part);
    length += part.byteLength;
    if (length > largestBytes) return undefined;
  }
  return Buffer.concat(parts, length);
}

async function fileIn(bytes: Buffer<ArrayBuffer>, type: string): Promise<File | undefined> {
  try {
    const form = await new Response(bytes, { headers: { "Content-Type": type } }).formData();
    const file = form.get("file");
    return file instanceof File ? file : undefined;
  } catch {
    // Whatever was sent, no page of ours sends it.
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
