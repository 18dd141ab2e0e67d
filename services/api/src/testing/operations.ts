import type { describeApi } from "../openapi.ts";

/** An operation of the OpenAPI document, as tests that try each of them need it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly needsCredential: boolean;
  /** What the document shows as a body, where it takes one in JSON. */
  readonly example: unknown;
  /** The names of the parameters of its query. */
  readonly query: readonly string[];
  readonly takesJson: boolean;
  readonly takesFile: boolean;
}

interface Described {
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { example?: unknown }>> };
}

/** Every operation of a document: one that is added is among them without anybody's remembering. */
export function operationsOf({ paths = {} }: Pick<ReturnType<typeof describeApi>, "paths">) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).map(([method, operation]): Operation => {
      const { security = [], parameters = [], requestBody } = operation as Described;
      const content = requestBody?.content ?? {};
      return {
        method: method.toUpperCase(),
        path,
        needsCredential:
          security.length > 0 && security.every((one) => "bearer" in one || "oauth2" in one),
        example: content["application/json"]?.example,
        query: parameters.filter((one) => one.in === "query").map(({ name }) => name),
        takesJson: "application/json" in content,
        takesFile: "multipart/form-data" in content,
      };
    }),
  );
}
