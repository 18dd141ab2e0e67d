import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { describeApi } from "../openapi.ts";

type Documented = ReturnType<typeof describeApi>;

export interface Asked {
  readonly method: string;
  /** Under the tenant's `/v1`, without a query. */
  readonly path: string;
}

/** Make a check that an answer is one that the OpenAPI document describes: its status, its type and its body. */
export function createDocumentCheck(document: Documented) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "document");
  const compiled = new Map<string, ValidateFunction>();
  const paths = Object.keys(document.paths ?? {}).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{.+?\}/g, "[^/]+")}$`),
  }));

  return async function expectDocumented(asked: Asked, response: Response): Promise<void> {
    const path = paths.find(({ pattern }) => pattern.test(asked.path))?.path;
    const place = placeOf(document, { path, method: asked.method.toLowerCase() }, response);
    if (place === undefined) return;
    const validate = compiled.get(place) ?? ajv.compile({ $ref: `document#${place}` });
    compiled.set(place, validate);
    if (validate(await response.clone().json())) return;
    const faults = ajv.errorsText(validate.errors, { separator: "\n" });
    throw new Error(
      `${asked.method} ${asked.path} ${response.status} is not documented:\n${faults}`,
    );
  };
}

interface Place {
  readonly path: string | undefined;
  readonly method: string;
}

/** Where the document has the schema of the answer's body; undefined for a body that is not JSON. */
function placeOf(
  document: Documented,
  { path = "", method }: Place,
  { status, headers }: Response,
): string | undefined {
  const operation = document.paths?.[path]?.[method as "get"];
  if (!operation) return status >= 400 ? "/components/schemas/Problem" : undefined;
  const documented = operation.responses?.[String(status)];
  if (!documented) throw new Error(`${method} ${path} does not document ${status}.`);
  const fault = headerFault(headers, documented.headers ?? {}, operation.deprecated === true);
  if (fault !== undefined) throw new Error(`${method} ${path} ${status} ${fault}.`);
  const type = headers.get("content-type")?.split(";")[0];
  if (!knows(documented.content ?? {}, type))
    throw new Error(`${method} ${path} ${status} does not document ${type}.`);
  if (type === undefined || !type.endsWith("json")) return undefined;
  return pointer(["paths", path, method, "responses", status, "content", type, "schema"]);
}

/** Headers that a caller acts on are sent where the document names them, and nowhere else. */
function headerFault(
  headers: Headers,
  documented: object,
  isDeprecated: boolean,
): string | undefined {
  const known = isDeprecated ? ["Deprecation", "Sunset"] : [];
  const stray = ["ETag", "Deprecation", "Sunset"].find(
    (name) => headers.has(name) && !(name in documented) && !known.includes(name),
  );
  if (stray !== undefined) return `does not document the header ${stray}`;
  return "ETag" in documented && !headers.has("etag") ? "has no ETag" : undefined;
}

function knows(content: object, type: string | undefined): boolean {
  if (type === undefined) return Object.keys(content).length === 0;
  return type in content || "*/*" in content;
}

function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${encodeURIComponent(String(step).replaceAll("/", "~1"))}`).join("");
}
