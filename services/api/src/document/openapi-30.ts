import { asObject, isObject, type Json, type JsonObject, mapValues, without } from "./json.ts";
import { toSchema30 } from "./schema-30.ts";

/**
 * Say in OpenAPI 3.0 what a 3.1 document says, for tools that read no more than that.
 *
 * Made from the other, so that both say the same. What 3.0 has no words for is left out: webhooks, the schemas that
 * only they use, and client certificates.
 */
export function toOpenApi30(document: object): JsonObject {
  // Through text: what is no JSON is not in a document either.
  const { webhooks: _, ...rest } = JSON.parse(JSON.stringify(document)) as JsonObject;
  return withoutUnused(withoutMutualTls({ ...convert(rest), openapi: "3.0.3" }));
}

/** Schemas lie under `schema` and in `components.schemas`; what is an example is left as it is. */
function convert(part: JsonObject, at = ""): JsonObject {
  return mapValues(part, (value, name) => {
    if (name === "schema") return toSchema30(value);
    if (at === "components" && name === "schemas") return mapValues(asObject(value), toSchema30);
    return name === "example" || name === "examples" ? value : convertAny(value, name);
  });
}

function convertAny(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return value.map((one) => convertAny(one, name) ?? null);
  return isObject(value) ? convert(value, name) : value;
}

function withoutMutualTls(document: JsonObject): JsonObject {
  const components = asObject(document.components);
  const schemes = asObject(components.securitySchemes);
  const gone = Object.keys(schemes).filter((name) => asObject(schemes[name]).type === "mutualTLS");
  if (gone.length === 0) return document;
  const securitySchemes = without(schemes, ...gone);
  const paths = mapValues(asObject(document.paths), (methods) =>
    mapValues(asObject(methods), (operation) => withoutSchemes(operation, gone)),
  );
  return { ...document, paths, components: { ...components, securitySchemes } };
}

function withoutSchemes(operation: Json | undefined, gone: readonly string[]): Json | undefined {
  if (!isObject(operation) || !Array.isArray(operation.security)) return operation;
  const security = operation.security.filter(
    (one) => !Object.keys(asObject(one)).some((name) => gone.includes(name)),
  );
  return { ...operation, security };
}

/** Leave out the schemas that no path leads to. */
function withoutUnused(document: JsonObject): JsonObject {
  const components = asObject(document.components);
  const schemas = asObject(components.schemas);
  const used = new Set<string>();
  const follow = (part: Json | undefined) => {
    for (const name of schemasNamedIn(part)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow({ ...document, components: without(components, "schemas") });
  const unused = Object.keys(schemas).filter((name) => !used.has(name));
  return { ...document, components: { ...components, schemas: without(schemas, ...unused) } };
}

function schemasNamedIn(part: Json | undefined): string[] {
  const references = JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  return [...references].map(([, name = ""]) => name);
}
