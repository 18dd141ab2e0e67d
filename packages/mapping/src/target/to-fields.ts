import type { ConnectorDefinition, Design, DesignField, TargetField } from "@guildhall/contract";
import { titleOf } from "@guildhall/xml";
import { namingTarget } from "../drift/shape.ts";

/**
 * A back office's live design as fields, in the words that all targets have.
 *
 * Where the document says itself which design it is of, that is its first field.
 */
export function fieldsOfDesign(
  kind: ConnectorDefinition["kind"],
  { id, title, fields }: Design,
): TargetField[] {
  const named = namingTarget(kind);
  const naming: TargetField[] =
    named === undefined
      ? []
      : [
          {
            target: named,
            title: titleOf(named),
            type: "text",
            required: true,
            repeats: false,
            options: [{ code: id.slice(0, 80), text: title.slice(0, 200) || id.slice(0, 80) }],
          },
        ];
  const holders = new Set(fields.map(({ target }) => target.slice(0, target.lastIndexOf("/"))));
  const own = fields.map((field) => ({
    target: field.target,
    title: field.title === field.target ? titleOf(lastOf(field.target)) : field.title,
    type: holders.has(field.target) ? ("group" as const) : typeOf(field),
    required: field.required,
    repeats: false,
    ...(field.options && { options: [...field.options] }),
  }));
  return [...naming, ...own.filter(({ target }) => target !== named)];
}

/** The word for a kind of value, whatever a back office calls it. */
function typeOf({ type, options }: DesignField): TargetField["type"] {
  const plain = type.toLowerCase().replace(/[^a-z]/g, "");
  return types[plain] ?? (options ? "text" : "any");
}

const types: Readonly<Record<string, TargetField["type"] | undefined>> = {
  ...named(
    "text",
    "string text longstring url email phone token normalizedstring nonempty singlevaluelist link",
  ),
  ...named("number", "number decimal float double"),
  ...named("integer", "integer int long short positiveinteger nonnegativeinteger"),
  ...named("boolean", "boolean bool"),
  ...named("date", "date"),
  ...named("time", "time"),
  ...named("date-time", "datetime"),
  ...named("list", "array list multivaluelist"),
  ...named("place", "geometry point geojson"),
  ...named("file", "file attachment base64binary"),
  ...named("group", "object json group"),
};

function named(type: TargetField["type"], names: string) {
  return Object.fromEntries(names.split(" ").map((name) => [name, type]));
}

function lastOf(target: string): string {
  return target.split("/").at(-1) ?? target;
}
