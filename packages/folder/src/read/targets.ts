import { isCleanJson, KeptTarget } from "@guildhall/contract";
import type { Data, Fields } from "./overlay.ts";
import { isFields } from "./overlay.ts";
import { noteFile, type Reading, textOf } from "./reading.ts";
import { sentencesFor } from "./sentence.ts";

/** Read what a receiver takes, as it was read from its description once. */
export function readTarget(reading: Reading, id: string): KeptTarget | undefined {
  const path = `targets/${id}.json`;
  const text = textOf(reading, path);
  const written = text === undefined ? undefined : fieldsIn(text);
  if (text === undefined) return undefined;
  if (!written) return noteFile(reading, path, "This file cannot be read as JSON.");
  if (written.id !== undefined && written.id !== id)
    return noteFile(reading, path, `“id” should be “${id}”, as its file is called.`);
  const read = KeptTarget.safeParse({ ...written, id });
  if (read.success) return read.data;
  for (const issue of read.error.issues)
    for (const { sentence } of sentencesFor(issue, written as Data))
      noteFile(reading, path, sentence);
  return undefined;
}

function fieldsIn(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) && isCleanJson(value, 12) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
