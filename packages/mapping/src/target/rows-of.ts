import type { Form, Mapping, Row, TargetField } from "@guildhall/contract";
import { plainPath, type WrittenRow, writtenRows } from "../drift/written.ts";
import { doubtOf } from "./doubts.ts";
import { outerOf, Presence } from "./presence.ts";

/** A target with what a mapping writes to it. */
export interface TargetRow {
  /** Left out where the target is none of the receiver's. */
  readonly field?: TargetField;
  /** The rows that write to it: several where conditions choose between them, or it repeats. */
  readonly rows: readonly { readonly row: Row; readonly pointer: string }[];
  readonly state: "mapped" | "missing-required" | "optional" | "unknown-target" | "type-doubtful";
  /** What is wrong or to be looked at, in one sentence. */
  readonly sentence?: string;
}

/** What a mapping is held against. */
export interface Held {
  readonly mapping: Mapping;
  readonly form: Form;
}

/**
 * Lay a mapping beside the shape that it writes: a line for each target in its order, and one for each row that writes
 * to no target at all.
 *
 * Prefixes do not count: a mapping may have its own for the same namespaces.
 */
export function rowsOf(fields: readonly TargetField[], held: Held): TargetRow[] {
  const rows = writtenRows(held.mapping);
  const byPath = grouped(rows);
  const within = new Set(rows.flatMap(({ path }) => outers(path)));
  const isWritten = (target: string) =>
    byPath.has(plainPath(target)) || within.has(plainPath(target));
  const presence = new Presence(fields, isWritten);
  const around = { held, presence, isWritten, ...indexOf(fields) };
  const lines = fields.map((field) => {
    const own = byPath.get(plainPath(field.target)) ?? [];
    return lineOf(field, own, around);
  });
  return [...lines, ...unknownRows(fields, rows)];
}

interface Around {
  readonly held: Held;
  readonly presence: Presence;
  readonly isWritten: (target: string) => boolean;
  /** The groups that say by others what they must hold. */
  readonly telling: ReadonlySet<string>;
  /** The titles that may be chosen from, by choice: one for each alternative. */
  readonly titles: ReadonlyMap<string, ReadonlyMap<number | undefined, string>>;
}

/** What is looked up for each field, found out once: a shape may have twenty thousand. */
function indexOf(fields: readonly TargetField[]): Pick<Around, "telling" | "titles"> {
  const required = fields.filter((one) => one.required);
  const titles = new Map<string, Map<number | undefined, string>>();
  for (const { choice, branch, title } of fields) {
    if (choice === undefined) continue;
    const known = titles.get(choice) ?? new Map<number | undefined, string>();
    titles.set(choice, known.set(branch, `“${title}”`));
  }
  return { telling: new Set(required.map(({ target }) => outerOf(target))), titles };
}

function lineOf(field: TargetField, own: readonly WrittenRow[], around: Around): TargetRow {
  const { held, presence, isWritten } = around;
  const rows = own.map(({ row, place }) => ({ row, pointer: place.pointer }));
  const sentence = own.map((row) => doubtOf(field, row, held)).find((one) => one !== undefined);
  if (sentence !== undefined) return { field, rows, state: "type-doubtful", sentence };
  if (isWritten(field.target)) return { field, rows, state: "mapped" };
  if (!presence.isNeeded(field) || tellsByOthers(field, around))
    return { field, rows, state: "optional" };
  return { field, rows, state: "missing-required", sentence: missing(field, around) };
}

/** What is missing of a group is said at what it must hold. */
function tellsByOthers({ target, type }: TargetField, { telling }: Around): boolean {
  return type === "group" && telling.has(target);
}

function missing(field: TargetField, { presence, titles }: Around): string {
  if (!presence.isOpen(field)) return `“${field.title}” is required, and nothing is written to it.`;
  const others = [...(titles.get(field.choice ?? "")?.values() ?? [])].slice(0, 8);
  return `One of ${others.join(", ")} is required, and nothing is written to any.`;
}

/** Rows to places that the receiver does not have. Below what was not read in full, anything may be. */
function unknownRows(fields: readonly TargetField[], rows: readonly WrittenRow[]): TargetRow[] {
  const known = new Set<string>();
  for (const { target } of fields)
    for (let path = plainPath(target); path !== "" && !known.has(path); path = outerOf(path))
      known.add(path);
  const open = new Set(
    fields.flatMap(({ target, isCut, type }) => {
      if (target === "*" || target.endsWith("/*")) return [outerOf(plainPath(target))];
      return isCut || type === "any" || type === "place" || type === "list"
        ? [plainPath(target)]
        : [];
    }),
  );
  const isOpen = (path: string) => [...outers(path), ""].some((outer) => open.has(outer));
  const strange = rows.filter(({ path }) => !known.has(path) && !isOpen(path));
  // Where a block is unknown all that is in it is, and is said once.
  const paths = new Set(strange.map(({ path }) => path));
  return strange
    .filter(({ path }) => !outers(path).some((outer) => paths.has(outer)))
    .map(({ row, place }) => ({
      rows: [{ row, pointer: place.pointer }],
      state: "unknown-target",
      sentence: `The receiver has no place “${place.target}”.`,
    }));
}

/** The paths of what a path stands in, from the outermost. */
function outers(path: string): string[] {
  const steps = path.split("/");
  return steps.slice(0, -1).map((_, at) => steps.slice(0, at + 1).join("/"));
}

function grouped(rows: readonly WrittenRow[]): Map<string, WrittenRow[]> {
  const groups = new Map<string, WrittenRow[]>();
  for (const row of rows) groups.set(row.path, [...(groups.get(row.path) ?? []), row]);
  return groups;
}
