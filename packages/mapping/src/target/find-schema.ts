import { whichOf } from "@guildhall/xml";
import { asObject, type JsonFiles, own, type Part } from "./json-files.ts";
import { refuse } from "./refused.ts";

/**
 * Find the schema of documents among the files: what is asked for by a file's name, a title, a definition or a pointer,
 * or the only one that no other refers to.
 *
 * @throws ShapeRefused
 */
export function schemaAmong(files: JsonFiles, asked: string | undefined): Part {
  const wholes = files.parts.filter(({ value }) => isSchema(value));
  const defined = files.parts.flatMap(({ file, value }) =>
    ["$defs", "definitions"].flatMap((group) =>
      Object.entries(asObject(own(value, group))).map(([name, one]) => ({
        name,
        file,
        value: one,
      })),
    ),
  );
  const named = [...wholes.map((part) => ({ ...part, name: nameOfWhole(part) })), ...defined];
  if (named.length === 0) refuse("There is no JSON Schema that describes an object.");
  const held = new Set(files.parts.flatMap(({ file, value }) => filesIn(value, file)));
  const free = wholes.filter(({ file }) => !held.has(file));
  const only = [free, wholes, defined].find((some) => some.length > 0) ?? [];
  const found =
    asked === undefined ? only : named.filter(({ name, file }) => asked === name || asked === file);
  const [first] = found;
  if (first && found.length === 1) return first;
  throw whichOf(
    named.map(({ name }) => name),
    "schemas",
  );
}

function nameOfWhole({ file, value }: Part): string {
  const { title } = asObject(value);
  return typeof title === "string" && title !== "" ? title : file;
}

function isSchema(value: unknown): boolean {
  const schema = asObject(value);
  return ["properties", "allOf", "oneOf", "anyOf", "$ref"].some((key) =>
    Object.hasOwn(schema, key),
  );
}

/** The files that references within a value lead to, by their last names. */
function filesIn(value: unknown, from: string): string[] {
  if (value === null || typeof value !== "object") return [];
  const { $ref } = asObject(value);
  const [address = ""] = typeof $ref === "string" ? $ref.split("#") : [];
  const name = address.split("/").at(-1) ?? "";
  const own = name === "" || name === from ? [] : [name];
  return [...own, ...Object.values(value).flatMap((one) => filesIn(one, from))];
}
