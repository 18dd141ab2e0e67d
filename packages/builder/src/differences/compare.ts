import { type Data, type Fields, isFields, isSame, keysOf, ownOf } from "../data.ts";
import { namedItems } from "../named-items.ts";
import { isOneThing } from "../one-thing.ts";
import { movedItems } from "./moved-items.ts";

/** What became of one part, by the steps to it: afterwards, or before where it is gone. */
export interface Step {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly steps: readonly string[];
  readonly before?: Data | undefined;
  readonly after?: Data | undefined;
  /** The list that a moved item was in. */
  readonly from?: readonly string[];
}

/** Compare two values part by part, in the order of the second. */
export function compare(before: Data, after: Data, steps: readonly string[] = []): Step[] {
  if (isSame(before, after)) return [];
  const told: Step = { kind: "changed", steps, before, after };
  if (isOneThing(steps, before, after)) return [told];
  if (isFields(before) && isFields(after)) return ofFields(before, after, steps);
  if (!Array.isArray(before) || !Array.isArray(after)) return [told];
  return ofItems(before, after, steps) ?? [told];
}

function ofFields(before: Fields, after: Fields, steps: readonly string[]): Step[] {
  const keys = [...new Set([...keysOf(after), ...keysOf(before)])];
  return keys.flatMap((key) => ofField(ownOf(before, key), ownOf(after, key), [...steps, key]));
}

function ofField(
  before: Data | undefined,
  after: Data | undefined,
  steps: readonly string[],
): Step[] {
  if (before !== undefined && after !== undefined) return compare(before, after, steps);
  const there = before ?? after;
  const kind = before === undefined ? "added" : "removed";
  if (there === undefined || isEmpty(there)) return [];
  if (!isToldByParts(steps, there)) return [{ kind, steps, before, after }];
  const nothing = Array.isArray(there) ? [] : {};
  return compare(before ?? nothing, after ?? nothing, steps);
}

/** What is told part by part even where all of it is new. */
const records: ReadonlySet<string> = new Set([
  "form",
  "contact",
  "target",
  "retention",
  "messages",
  "welsh",
  "errors",
]);

function isToldByParts(steps: readonly string[], value: Data): boolean {
  const key = steps.at(-1) ?? "";
  if (isFields(value)) return records.has(key) && !isOneThing(steps, value);
  return Array.isArray(value) && namedItems(key, [value]) !== undefined;
}

function isEmpty(value: Data): boolean {
  return Array.isArray(value) ? value.length === 0 : isFields(value) && keysOf(value).length === 0;
}

/** Undefined where items cannot be told apart. */
function ofItems(
  before: readonly Data[],
  after: readonly Data[],
  steps: readonly string[],
): Step[] | undefined {
  const [were, are] = namedItems(steps.at(-1) ?? "", [before, after]) ?? [];
  if (!were || !are) return undefined;
  const moved = movedItems([...were.keys()], [...are.keys()]);
  const gone = [...were].filter(([name]) => !are.has(name));
  return [
    ...gone.map(
      ([, { item, step }]): Step => ({ kind: "removed", steps: [...steps, step], before: item }),
    ),
    ...[...are].flatMap(([name, { item, step }]): Step[] => {
      const old = were.get(name)?.item;
      const here = [...steps, step];
      if (old === undefined) return [{ kind: "added", steps: here, after: item }];
      const place: Step[] = moved.has(name) ? [{ kind: "moved", steps: here, from: steps }] : [];
      return [...place, ...compare(old, item, here)];
    }),
  ];
}
