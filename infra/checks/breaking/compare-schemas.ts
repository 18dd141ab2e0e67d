import {
  choicesOf,
  list,
  nameOf,
  type Part,
  part,
  resolved,
  typesOf,
  valuesOf,
  within,
} from "./schema.ts";

/** Who writes a value: in a request callers do, in an answer or a webhook we do. */
export type Written = "by callers" | "by us";

export interface Comparison {
  /** What was promised. */
  readonly before: Part;
  readonly after: Part;
  /** Keep a change that breaks those who relied on what was promised. */
  readonly report: (change: string) => void;
  /** What has been compared: named schemas once for each side that writes them. */
  readonly seen: Set<string>;
}

/** What is compared, by the names that lead there: `Process.destination.name`. */
type At = Comparison & { readonly place: string };
type Pair = readonly [was: Part, is: Part];

/**
 * Compare what a value may be with what it might be before.
 *
 * What callers write must be taken as it was, so nothing may be narrower; what they read must be as they expect it, so
 * nothing may be wider.
 */
export function compareSchemas(pair: Pair, written: Written, at: At): void {
  const [name, now] = pair.map(nameOf);
  const key = `${name} ${now} ${written}`;
  if ((name ?? now) !== undefined && at.seen.has(key)) return;
  if ((name ?? now) !== undefined) at.seen.add(key);
  const place = name !== undefined && name === now ? name : at.place;
  const both = [resolved(pair[0], at.before), resolved(pair[1], at.after)] as const;
  const report = (change: string) => at.report(`${sides[written]}: ${change}`);
  compareValues(both, written, { ...at, place, report });
  compareInside(both, written, { ...at, place, report: at.report });
}

const sides = { "by callers": "requests", "by us": "answers" } as const;

/** The value itself, whatever is in it. */
function compareValues(both: Pair, written: Written, at: At): void {
  const [was, is] = both;
  compareKinds(both, written, at);
  if (written === "by callers") compareBounds(both, at);
  if (was.format !== is.format && !(written === "by callers" && is.format === undefined))
    at.report(`${at.place} has another format`);
  if (written === "by callers" && isClosed(is) && !isClosed(was))
    at.report(`${at.place} takes no other fields any more`);
  compareRequired(both, written, at);
}

function isClosed({ additionalProperties }: Part): boolean {
  return additionalProperties === false;
}

function compareKinds([was, is]: Pair, written: Written, at: At): void {
  const [from, to] = written === "by callers" ? [was, is] : [is, was];
  const change = written === "by callers" ? "takes fewer" : "has more";
  if (!within(typesOf(from), typesOf(to))) at.report(`${at.place} ${change} types`);
  const grows = written === "by us" && is["x-extensible"] === true;
  if (!grows && !within(valuesOf(from), valuesOf(to))) at.report(`${at.place} ${change} values`);
  if (!grows && strangeKinds([from, to], written, at) > 0) at.report(`${at.place} ${change} kinds`);
}

/** How many of the kinds that can come are none that the other side knows. */
function strangeKinds([from, to]: Pair, written: Written, at: At): number {
  const known = choicesOf(to);
  if (known.length === 0) return 0;
  const kinds = choicesOf(from);
  return (kinds.length === 0 ? [from] : kinds).filter(
    (kind) => !known.some((one) => fits([kind, one], written, at)),
  ).length;
}

function fits([kind, one]: Pair, written: Written, { before, after }: At): boolean {
  const changes: string[] = [];
  const report = (change: string) => changes.push(change);
  const pair = written === "by callers" ? ([kind, one] as const) : ([one, kind] as const);
  compareSchemas(pair, written, { before, after, report, seen: new Set(), place: "" });
  return changes.length === 0;
}

const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];

function compareBounds([was, is]: Pair, at: At): void {
  const tighter = [
    ...upper.filter((name) => limit(is[name], Infinity) < limit(was[name], Infinity)),
    ...lower.filter((name) => limit(is[name], -Infinity) > limit(was[name], -Infinity)),
    ...(is.pattern !== undefined && is.pattern !== was.pattern ? ["pattern"] : []),
  ];
  for (const name of tighter) at.report(`${at.place} has a tighter ${name}`);
}

function limit(value: unknown, without: number): number {
  return typeof value === "number" ? value : without;
}

function compareRequired([was, is]: Pair, written: Written, at: At): void {
  const [old, now] = [list(was.required), list(is.required)];
  const added = now.filter((name) => !old.includes(name));
  const dropped = old.filter((name) => !now.includes(name) && String(name) in part(is.properties));
  if (written === "by callers")
    for (const name of added) at.report(`${at.place}.${name} is required`);
  else for (const name of dropped) at.report(`${at.place}.${name} may be missing`);
}

/** The values in a value: fields, items, and what lies under names that are not known. */
function compareInside([was, is]: Pair, written: Written, at: At): void {
  const now = part(is.properties);
  for (const [name, schema] of Object.entries(part(was.properties))) {
    const place = `${at.place}.${name}`;
    if (name in now) compareSchemas([part(schema), part(now[name])], written, { ...at, place });
    else at.report(`${sides[written]}: ${place} is gone`);
  }
  for (const [name, mark] of [
    ["items", "[]"],
    ["additionalProperties", ".*"],
  ] as const)
    if (isSchema(was[name]) && isSchema(is[name]))
      compareSchemas([part(was[name]), part(is[name])], written, {
        ...at,
        place: `${at.place}${mark}`,
      });
}

function isSchema(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
