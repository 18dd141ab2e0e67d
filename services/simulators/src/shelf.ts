import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** A map on disk: what was put is still there after the process dies. */
export interface Shelf<T> {
  get(id: string): T | undefined;
  put(id: string, value: T): void;
  delete(id: string): void;
  values(): readonly T[];
  close(): void;
}

const Line = z.object({ id: z.string(), value: z.json().optional() });

/**
 * Open the shelf kept in `file`, creating it when there is none.
 *
 * Each change is one appended line. A last line without its end was never answered for, so it is
 * dropped; any other damage is a fault. The file is written anew at each opening, without its past.
 */
export function openShelf<T>(file: string, schema: z.ZodType<T>): Shelf<T> {
  mkdirSync(dirname(file), { recursive: true });
  const held = new Map<string, T>();
  if (existsSync(file)) readInto(held, file, schema);
  const descriptor = rewrite(file, held);

  return {
    get: (id) => held.get(id),
    put(id, value) {
      writeSync(descriptor, lineOf(id, value));
      held.set(id, value);
    },
    delete(id) {
      writeSync(descriptor, lineOf(id));
      held.delete(id);
    },
    values: () => [...held.values()],
    close: () => closeSync(descriptor),
  };
}

function readInto<T>(held: Map<string, T>, file: string, schema: z.ZodType<T>): void {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  for (const [index, text] of lines.entries()) {
    try {
      const { id, value } = Line.parse(JSON.parse(text));
      if (value === undefined) held.delete(id);
      else held.set(id, schema.parse(value));
    } catch (cause) {
      throw new Error(`${file}:${index + 1} cannot be read`, { cause });
    }
  }
}

function rewrite(file: string, held: ReadonlyMap<string, unknown>): number {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, "w", 0o600);
  for (const [id, value] of held) writeSync(descriptor, lineOf(id, value));
  fsyncSync(descriptor);
  renameSync(fresh, file);
  return descriptor;
}

function lineOf(id: string, value?: unknown): string {
  return `${JSON.stringify({ id, value })}\n`;
}
