import { asList, asObject, asText, isObject, type Json, type JsonObject } from "./json.ts";

/** One operation as a reader wants it: what a document says of it, gathered. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  /** The ways to be let in; none where anyone may call. */
  readonly security: readonly JsonObject[];
  /** The scope that it asks for, where it asks for one. */
  readonly scope: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Content | undefined;
  readonly answers: readonly Answer[];
  readonly problems: readonly { readonly status: string; readonly code: string; title: string }[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonObject;
  readonly example: Json | undefined;
}

export interface Content {
  readonly type: string;
  readonly schema: JsonObject;
  readonly example: Json | undefined;
}

export interface Answer {
  readonly status: string;
  readonly description: string;
  readonly contents: readonly Content[];
  readonly headers: readonly { readonly name: string; readonly description: string }[];
}

/** All operations of a document, in its order. */
export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(asObject(document.paths)).flatMap(([path, methods]) =>
    Object.entries(asObject(methods)).map(([method, operation]) =>
      operationOf(asObject(operation), { path, method }),
    ),
  );
}

/** What the API calls others with, in the same words; its path is the event. */
export function webhooksOf(document: JsonObject): Operation[] {
  return operationsOf({ paths: document.webhooks });
}

function operationOf(
  operation: JsonObject,
  { path, method }: { path: string; method: string },
): Operation {
  const responses = Object.entries(asObject(operation.responses)).map(
    ([status, response]) => [status, asObject(response)] as const,
  );
  return {
    id: asText(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: asText(operation.summary),
    description: asText(operation.description),
    tag: asText(asList(operation.tags)[0]),
    security: asList(operation.security).map(asObject),
    scope: asText(operation["x-required-scope"]),
    deprecated: operation.deprecated === true,
    parameters: asList(operation.parameters).map((one) => parameterOf(asObject(one))),
    body: contentsOf(asObject(operation.requestBody))[0],
    answers: responses.filter(([status]) => !isRefusal(status)).map(answerOf),
    problems: responses.filter(([status]) => isRefusal(status)).flatMap(problemsOf),
  };
}

function parameterOf(parameter: JsonObject): Parameter {
  const schema = asObject(parameter.schema);
  return {
    name: asText(parameter.name),
    in: asText(parameter.in),
    required: parameter.required === true,
    description: asText(parameter.description) || asText(schema.description),
    schema,
    example: parameter.example ?? asList(schema.examples)[0],
  };
}

function contentsOf({ content }: JsonObject): Content[] {
  return Object.entries(asObject(content)).map(([type, value]) => {
    const { schema, example } = asObject(value);
    return { type, schema: asObject(schema), example };
  });
}

function answerOf([status, response]: readonly [string, JsonObject]): Answer {
  const headers = Object.entries(asObject(response.headers)).map(([name, header]) => ({
    name,
    description: asText(asObject(header).description),
  }));
  const description = asText(response.description);
  return { status, description, contents: contentsOf(response), headers };
}

function isRefusal(status: string): boolean {
  return status >= "400";
}

/** A refusal's description names each problem that it can be, and says its title. */
function problemsOf([status, response]: readonly [string, JsonObject]): Operation["problems"] {
  const named = asText(response.description).matchAll(/^`([a-z-]+)`: (.+)$/gm);
  return [...named].map(([, code = "", title = ""]) => ({ status, code, title }));
}

/** The name of the schema that is referred to, where it is by reference. */
export function referredTo(schema: JsonObject): string | undefined {
  return typeof schema.$ref === "string" ? schema.$ref.replace(/^.+\//, "") : undefined;
}

/** The named schemas of a document. */
export function schemasOf(document: JsonObject): [string, JsonObject][] {
  const { schemas } = asObject(document.components);
  return Object.entries(asObject(schemas)).filter((one): one is [string, JsonObject] =>
    isObject(one[1]),
  );
}
