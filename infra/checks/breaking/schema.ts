/** A part of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>;

export function part(value: unknown): Part {
  // Asked for by name, and every name may be missing.
  return typeof value === "object" && value !== null ? (value as Part) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The name of the schema of the document that this refers to. */
export function nameOf(schema: Part): string | undefined {
  const reference = schema.$ref;
  return typeof reference === "string" ? reference.replace("#/components/schemas/", "") : undefined;
}

/** The schema itself, what it refers to in its place, and what it is all of at once put together. */
export function resolved(schema: Part, document: Part): Part {
  const name = nameOf(schema);
  if (name !== undefined) return resolved(named(name, document), document);
  const parts = list(schema.allOf).map((one) => resolved(part(one), document));
  if (parts.length === 0) return schema;
  const all = [...parts, schema];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => list(required)),
  };
}

export function named(name: string, document: Part): Part {
  return part(part(part(document.components).schemas)[name]);
}

/** The types that a value can have; undefined for any. */
export function typesOf(schema: Part): readonly unknown[] | undefined {
  return schema.type === undefined ? undefined : [schema.type].flat();
}

/** The values that there can be; undefined where they are not counted. */
export function valuesOf(schema: Part): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return schema.enum === undefined ? undefined : list(schema.enum);
}

export function choicesOf(schema: Part): readonly Part[] {
  return [...list(schema.oneOf), ...list(schema.anyOf)].map(part);
}

/** Tell whether all of `these` are among `those`; undefined stands for everything. */
export function within(
  these: readonly unknown[] | undefined,
  those: readonly unknown[] | undefined,
): boolean {
  if (those === undefined) return true;
  if (these === undefined) return false;
  return these.every(
    (one) => those.includes(one) || (one === "integer" && those.includes("number")),
  );
}
