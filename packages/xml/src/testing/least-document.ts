import type { TargetField } from "@guildhall/contract";
import type { XmlShape } from "../schema/shape/read-xsd.ts";

/** A value that is right for a field whose pattern is not tried here. */
export type ValueFor = (field: TargetField) => string | undefined;

/**
 * Write the least document that a shape asks for: everything required, and the first alternative of each choice.
 *
 * It knows of the schema only what the shape says, so a schema that takes it says that the shape is right.
 */
export function leastDocument({ root, namespaces, fields }: XmlShape, valueFor: ValueFor): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => {
    return ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${uri}"`;
  });
  const { attributes, content } = inside("", fields.filter(isWanted), valueFor);
  return `<${root}${declared.join("")}${attributes}>${content}</${root}>`;
}

function inside(path: string, fields: readonly TargetField[], valueFor: ValueFor) {
  const own = fields.filter(({ target }) => outerOf(target) === path);
  const attributes = own.filter(({ target }) => nameOf(target).startsWith("@"));
  const elements = own.filter(({ target }) => !nameOf(target).startsWith("@"));
  return {
    attributes: attributes
      .map((field) => ` ${nameOf(field.target).slice(1)}="${valueOfField(field, valueFor)}"`)
      .join(""),
    content: elements.map((field) => elementOf(field, fields, valueFor)).join(""),
  };
}

function elementOf(field: TargetField, fields: readonly TargetField[], valueFor: ValueFor): string {
  const name = nameOf(field.target);
  if (name === "*") return "";
  const { attributes, content } = inside(field.target, fields, valueFor);
  const value = field.type === "group" ? content : valueOfField(field, valueFor);
  return `<${name}${attributes}>${value}</${name}>`;
}

/** Required, and of a choice its first alternative, as of each choice that it lies within. */
function isWanted({ required, choice = "", branch = 1 }: TargetField): boolean {
  const outer = [...choice.matchAll(/\.(\d+)(?=#)/g)].map(([, number]) => Number(number));
  return required && branch === 1 && outer.every((one) => one === 1);
}

function valueOfField(field: TargetField, valueFor: ValueFor): string {
  const { type, options, limits = {} } = field;
  const given = valueFor(field) ?? options?.[0]?.code;
  if (given !== undefined) return given;
  if (type === "integer" || type === "number") return String(limits.min ?? limits.max ?? 1);
  if (type === "text") return "A".repeat(Math.max(1, limits.minLength ?? 1));
  return values[type] ?? "";
}

const values: Partial<Record<TargetField["type"], string>> = {
  boolean: "true",
  date: "2026-03-31",
  "date-time": "2026-03-31T09:15:00",
  time: "09:15:00",
  list: "A",
};

function nameOf(target: string): string {
  return target.split("/").at(-1) ?? target;
}

function outerOf(target: string): string {
  return target.slice(0, Math.max(0, target.lastIndexOf("/")));
}
