import { type Comparison, compareSchemas } from "./compare-schemas.ts";
import { list, type Part, part } from "./schema.ts";

/**
 * Say what breaks those who rely on what an OpenAPI document promised, each change in one sentence.
 *
 * New operations, fields that are added to answers, and what may be left out of requests break nobody.
 */
export function breakingChanges(before: Part, after: Part): string[] {
  const changes = new Set<string>();
  const report = (change: string) => {
    changes.add(change);
  };
  const comparison: Comparison = { before, after, report, seen: new Set() };
  for (const { method, path, operation } of operationsIn(part(before.paths))) {
    const now = part(part(after.paths)[path])[method];
    if (now === undefined) report(`${method.toUpperCase()} ${path} is gone`);
    else compareOperations(operation, part(now), comparison);
  }
  compareWebhooks(comparison);
  return [...changes].sort();
}

function operationsIn(paths: Part): { method: string; path: string; operation: Part }[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(part(methods)).map(([method, operation]) => ({
      method,
      path,
      operation: part(operation),
    })),
  );
}

function compareOperations(was: Part, is: Part, comparison: Comparison): void {
  const name = String(was.operationId);
  if (was.operationId !== is.operationId)
    comparison.report(`${name} is called ${String(is.operationId)}`);
  compareSecurity(was, is, comparison);
  compareParameters(was, is, comparison);
  compareBodies(was, is, comparison);
  compareAnswers(was, is, comparison);
}

/** A way in that there was must be one still, and need no more scopes. */
function compareSecurity(was: Part, is: Part, { report }: Comparison): void {
  const now = list(is.security).map(part);
  if (now.length === 0) return;
  const ways = list(was.security).map(part);
  for (const way of ways.length === 0 ? [{}] : ways)
    if (!now.some((one) => isEnough(way, one)))
      report(`${String(was.operationId)} needs a credential or scope that it did not`);
}

function isEnough(held: Part, needed: Part): boolean {
  return Object.entries(needed).every(
    ([scheme, scopes]) =>
      scheme in held && list(scopes).every((scope) => list(held[scheme]).includes(scope)),
  );
}

function compareParameters(was: Part, is: Part, comparison: Comparison): void {
  const [before, after] = [parametersOf(was), parametersOf(is)];
  for (const [name, parameter] of before) {
    const place = `${String(was.operationId)} ${name}`;
    const now = after.get(name);
    if (!now) comparison.report(`${place} is gone`);
    else compareSchemas(schemasOf(parameter, now), "by callers", { ...comparison, place });
  }
  for (const [name, { required }] of after)
    if (required === true && before.get(name)?.required !== true)
      comparison.report(`${String(was.operationId)} ${name} is required`);
}

/** One value in a query is a list of one, where a list is taken now. */
function schemasOf(was: Part, is: Part): [Part, Part] {
  const [before, after] = [part(was.schema), part(is.schema)];
  const isList = is.in === "query" && after.type === "array" && before.type !== "array";
  return [before, isList ? part(after.items) : after];
}

function parametersOf({ parameters }: Part): Map<string, Part> {
  return new Map(
    list(parameters)
      .map(part)
      .map((one) => [`${String(one.in)} parameter ${String(one.name)}`, one]),
  );
}

function compareBodies(was: Part, is: Part, comparison: Comparison): void {
  const [before, after] = [part(was.requestBody), part(is.requestBody)];
  const place = `${String(was.operationId)} body`;
  if (after.required === true && before.required !== true)
    comparison.report(`${place} is required`);
  compareContents(before, after, { written: "by callers", place, comparison });
}

function compareAnswers(was: Part, is: Part, comparison: Comparison): void {
  for (const [status, answer] of Object.entries(part(was.responses))) {
    if (!status.startsWith("2")) continue;
    const place = `${String(was.operationId)} answer ${status}`;
    const now = part(is.responses)[status];
    if (now === undefined) comparison.report(`${place} is gone`);
    else compareContents(part(answer), part(now), { written: "by us", place, comparison });
  }
}

interface Contents {
  readonly written: "by callers" | "by us";
  readonly place: string;
  readonly comparison: Comparison;
}

function compareContents(
  before: Part,
  after: Part,
  { written, place, comparison }: Contents,
): void {
  for (const [type, content] of Object.entries(part(before.content))) {
    const now = part(after.content)[type];
    if (now === undefined) comparison.report(`${place} as ${type} is gone`);
    else {
      const schemas = [part(part(content).schema), part(part(now).schema)] as const;
      compareSchemas(schemas, written, { ...comparison, place });
    }
  }
}

function compareWebhooks(comparison: Comparison): void {
  const { before, after, report } = comparison;
  for (const { method, path, operation } of operationsIn(part(before.webhooks))) {
    const now = part(part(part(after.webhooks)[path])[method]);
    const place = `webhook ${path}`;
    if (now.requestBody === undefined) report(`${place} is gone`);
    else
      compareContents(part(operation.requestBody), part(now.requestBody), {
        written: "by us",
        place,
        comparison,
      });
  }
}
