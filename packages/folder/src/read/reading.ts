import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import type { z } from "zod";
import type { Tree } from "../tree.ts";
import type { FolderFault, Path } from "./fault.ts";
import { readSource, type Source } from "./source.ts";
import { faultAt, parse, type Written, write } from "./written.ts";

/** A folder while it is read: its files, and the faults found so far. */
export interface Reading {
  readonly root: string;
  readonly tree: Tree;
  readonly faults: FolderFault[];
  /** What was parsed before, by path: services share files, and tenants share a cookbook. */
  readonly parsed: Map<string, ReturnType<typeof readSource>>;
}

/** A definition that holds, with the files it came from. */
export interface Read<T> {
  readonly value: T;
  readonly written: Written;
}

/** A file as fields, or nothing and its faults noted. */
export function sourceOf(reading: Reading, path: string): Source | undefined {
  const text = textOf(reading, path);
  if (text === undefined) return undefined;
  const result = reading.parsed.get(path) ?? readSource(join(reading.root, path), text);
  reading.parsed.set(path, result);
  if ("source" in result) return result.source;
  reading.faults.push(...result.faults);
  return undefined;
}

/** A file's text, or nothing and the fault noted. */
export function textOf(reading: Reading, path: string): string | undefined {
  const bytes = reading.tree.get(path);
  if (!bytes) return noteFile(reading, path, "This file is missing.");
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const line = lineOfFault(bytes);
  return noteLine(reading, { path, line }, "The file is not text in UTF-8.");
}

/** The line of the first bytes that are no UTF-8: a line's end is never a part of another character. */
function lineOfFault(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; ; line += 1) {
    const end = bytes.indexOf(lineFeed, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

const lineFeed = 10;

/** What the files say, checked, or nothing and its faults noted. */
export function readAs<T>(
  reading: Reading,
  schema: z.ZodType<T>,
  written: Written,
): Read<T> | undefined {
  const result = parse(schema, written);
  if ("value" in result) return { value: result.value, written };
  reading.faults.push(...result.faults);
  return undefined;
}

/** Read a file whose name is the `id` of what it says, so that it need not say it again. */
export function readNamed<T>(
  reading: Reading,
  schema: z.ZodType<T>,
  { path, id }: { path: string; id: string },
): Read<T> | undefined {
  const source = sourceOf(reading, path);
  if (!source) return undefined;
  const written = write([[{ source, at: [], value: source.value }]]);
  return readAs(reading, schema, withId(reading, written, id));
}

/** Give a definition the id that its file or folder is called by; any other that it says is a fault. */
export function withId(reading: Reading, { value, layers }: Written, id: string): Written {
  const written = { value: { ...value, id }, layers };
  if ((value.id ?? id) !== id)
    note(reading, written, ["id"], `“id” should be “${id}”, as its file or folder is called.`);
  return written;
}

export function note(reading: Reading, written: Written, path: Path, sentence: string): void {
  reading.faults.push(faultAt(written, path, sentence));
}

export function noteFile(reading: Reading, path: string, sentence: string): undefined {
  noteLine(reading, { path, line: 1 }, sentence);
}

export function noteLine(
  reading: Reading,
  { path, line }: { path: string; line: number },
  sentence: string,
): undefined {
  reading.faults.push({ file: join(reading.root, path), line, pointer: "", sentence });
}
