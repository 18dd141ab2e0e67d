import { SchemaSet } from "@guildhall/contract";
import type { SchemaChecker } from "@guildhall/xml";
import { inTurns } from "../in-turns.ts";
import type { Path } from "./fault.ts";
import { note, noteFile, noteLine, type Read, type Reading, readNamed, textOf } from "./reading.ts";

/** A schema set, and the folder that it was found in. */
export interface ReadSchema extends Read<SchemaSet> {
  readonly from: Reading;
}

/** What `set.yaml` says; the files lie beside it. */
export const SetFile = SchemaSet.omit({ files: true });
const largest = 5_000_000;

/** Read the schema sets of a tenant: all of its own, and those of the cookbook that its mappings ask for. */
export async function readSchemas(
  reading: Reading,
  cookbook: Reading,
  asked: ReadonlySet<string>,
): Promise<ReadSchema[]> {
  const own = setsIn(reading);
  const shared = setsIn(cookbook).filter((id) => asked.has(id) && !own.includes(id));
  return [
    ...(await inTurns(own, (id) => readSchema(reading, id))),
    ...(await inTurns(shared, (id) => readSchema(cookbook, id))),
  ];
}

function setsIn({ tree }: Reading): string[] {
  const ids = [...tree.keys()].flatMap((path) => path.match(/^schemas\/([^/]+)\//)?.[1] ?? []);
  return [...new Set(ids)];
}

function readSchema(from: Reading, id: string): ReadSchema | undefined {
  const read = readNamed(from, SetFile, { path: `schemas/${id}/set.yaml`, id });
  const files = filesOf(from, id);
  return read && files && { value: { ...read.value, files }, written: read.written, from };
}

function filesOf(from: Reading, id: string): SchemaSet["files"] | undefined {
  const folder = `schemas/${id}/`;
  const paths = [...from.tree.keys()].filter(
    (path) => path.startsWith(folder) && path.endsWith(".xsd"),
  );
  const files = paths.flatMap((path): [string, string][] => {
    const text = textOf(from, path);
    if (text === undefined) return [];
    if (text.length <= largest) return [[path.slice(folder.length), text]];
    noteFile(from, path, "The schema is too large: 5 megabytes is the most.");
    return [];
  });
  return files.length === paths.length ? Object.fromEntries(files) : undefined;
}

/** Note what stands in the way of using a set, where it stands. */
export async function checkSchema(
  { value, written, from }: ReadSchema,
  checker: Pick<SchemaChecker, "compile">,
): Promise<void> {
  for (const { file, line = 1, rule, sentence } of await checker.compile(value)) {
    if (file !== undefined && Object.hasOwn(value.files, file))
      noteLine(from, { path: `schemas/${value.id}/${file}`, line }, sentence);
    else note(from, written, placeInSet(value, rule), sentence);
  }
}

/** Where in `set.yaml` stands what is wrong. */
export function placeInSet({ rules }: SchemaSet, rule: string | undefined): Path {
  return rule === undefined ? ["main"] : ["rules", rules.findLastIndex(({ id }) => id === rule)];
}
