import type { describeApi } from "../openapi.ts";
// biome-ignore lint/correctness/noUndeclaredDependencies: only tests import this file.
import { Ajv2020 } from "ajv/dist/2020.js";
// biome-ignore lint/correctness/noUndeclaredDependencies: only tests import this file.
import addFormats from "ajv-formats";

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
  const paths = Object.keys(document.paths ?? {}).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{.+?\}/g, "[^/]+")}$`),
  }));

  return async function expectDocumented(asked: Asked, response: Response): Promise<void> {
    const place = placeOf(document, paths, asked, response);
    if (place === undefined) return;
    const validate = ajv.compile({ $ref: `document#${place}` });
    const body: unknown = await response.clone().json();
    if (validate(body)) return;
    const faults = ajv.errorsText(validate.errors, { separator: "\n" });
    throw new Error(`${asked.method} ${asked.path} ${response.status} is not as documented:\n${faults}`);
  };
}

const problem = "/components/schemas/Problem";

/** Where the document has the schema of the answer's body; undefined for a body that is not JSON. */
function placeOf(
  document: Documented,
  paths: readonly { path: string; pattern: RegExp }[],
  { method, path: asked }: Asked,
  { status, headers }: Response,
): string | undefined {
  const path = paths.find(({ pattern }) => pattern.test(asked))?.path;
  const operation = path && document.paths?.[path]?.[method.toLowerCase() as "get"];
  if (!operation) return status === 404 || status === 405 ? problem : undefined;
  const documented = operation.responses?.[String(status)];
  if (!documented) throw new Error(`${method} ${path} does not document ${status}.`);
  const content: object = documented.content ?? {};
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  if (status === 204 || type in content === false) {
    if (status === 204 || "*/*" in content) return undefined;
    throw new Error(`${method} ${path} ${status} does not document ${type}.`);
  }
  if (!/json$/.test(type)) return undefined;
  const steps = ["paths", path, method.toLowerCase(), "responses", status, "content", type, "schema"];
  return `/${steps.map((step) => String(step).replaceAll("/", "~1")).map(encodeURIComponent).join("/")}`;
}
