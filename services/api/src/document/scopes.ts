import { KeyScope } from "@guildhall/contract";
import { operationsOfScope } from "./operations-of-scope.ts";

const scopes: ReadonlyMap<string, string> = new Map(
  Object.entries(operationsOfScope).flatMap(([scope, operations]) =>
    operations.map((operation) => [operation, scope] as const),
  ),
);

interface Described {
  operationId?: string;
  security?: object[];
  "x-required-scope"?: string;
}

/** Say of each operation which scope it asks for, and of those that no client can have that only tokens open them. */
export function sayScopes<T extends { paths?: object }>(document: T): T {
  const operations = Object.values(document.paths ?? {}).flatMap(
    (methods: Readonly<Record<string, Described>>) => Object.values(methods),
  );
  for (const operation of operations) {
    const scope = scopes.get(operation.operationId ?? "");
    if (scope === undefined) continue;
    operation["x-required-scope"] = scope;
    const bearer = { bearer: [] };
    const isForKeys = KeyScope.safeParse(scope).success;
    operation.security = isForKeys ? [bearer, { oauth2: [scope] }] : [bearer];
  }
  return document;
}
