import { whichOf } from "@guildhall/xml";
import { asObject, type JsonFiles, type Part } from "./json-files.ts";
import { refuse } from "./refused.ts";

const methods = ["post", "put", "patch"] as const;

interface Operation {
  /** “POST /cases”, as a person would say it. */
  readonly name: string;
  readonly id: string | undefined;
  readonly part: Part;
}

/**
 * Find what an operation of an OpenAPI document takes as JSON. It is asked for by its id, or as “POST /cases”.
 *
 * @throws ShapeRefused
 */
export function bodyOfOperation(files: JsonFiles, asked: string | undefined): Part {
  const document = files.parts.find(({ value }) => typeof asObject(value).openapi === "string");
  if (!document) return refuseOther(files);
  if (!/^3\.[01]\./.test(String(asObject(document.value).openapi)))
    refuse("It is of a version of OpenAPI other than 3.0 and 3.1.", document.file);
  const operations = operationsIn(files, document).filter(({ part }) => bodyOf(files, part));
  if (operations.length === 0) refuse("No operation in it takes JSON.", document.file);
  const found = operations.filter(
    ({ id, name }) => asked === undefined || asked === id || isCalled(name, asked),
  );
  const [first] = found;
  const body = first && found.length === 1 ? bodyOf(files, first.part) : undefined;
  if (body) return body;
  throw whichOf(
    operations.map(({ id, name }) => id ?? name),
    "operations",
  );
}

function refuseOther(files: JsonFiles): never {
  const old = files.parts.find(({ value }) => asObject(value).swagger !== undefined);
  if (old) refuse("It is Swagger 2.0; OpenAPI 3.0 or 3.1 is wanted.", old.file);
  return refuse("None of the files is an OpenAPI document.");
}

function isCalled(name: string, asked: string): boolean {
  return name.toLowerCase() === asked.trim().replace(/\s+/g, " ").toLowerCase();
}

function operationsIn(files: JsonFiles, { file, value }: Part): Operation[] {
  return Object.entries(asObject(asObject(value).paths)).flatMap(([path, item]) => {
    const { file: from, value: found } = files.follow({ file, value: item });
    return methods.flatMap((method) => {
      const operation = asObject(found)[method];
      if (operation === undefined) return [];
      const { operationId } = asObject(operation);
      const id = typeof operationId === "string" ? operationId : undefined;
      const name = `${method.toUpperCase()} ${path}`;
      return [{ name, id, part: { file: from, value: operation } }];
    });
  });
}

/** The schema of an operation's JSON; undefined where it takes none. */
function bodyOf(files: JsonFiles, { file, value }: Part): Part | undefined {
  const { requestBody } = asObject(value);
  if (requestBody === undefined) return undefined;
  const body = files.follow({ file, value: requestBody });
  const types = Object.entries(asObject(asObject(body.value).content));
  const [, media] = types.find(([type]) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) ?? [];
  const { schema } = asObject(media);
  return schema === undefined ? undefined : { file: body.file, value: schema };
}
