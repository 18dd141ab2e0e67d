import { type Data, isFields, isSame } from "../data.ts";
import { isOneThing } from "../one-thing.ts";
import { mergeFields, mergeItems } from "./items.ts";
import { mergePages } from "./pages.ts";
import { listOf, type Merging, type Three } from "./three.ts";

/** Merge one part: what only one side has changed is as that side has it, and what is in dispute stays ours. */
export function mergeValue(
  three: Three,
  steps: readonly string[],
  merging: Merging,
): Data | undefined {
  const { base, ours, theirs } = three;
  if (merging.isLocked(steps)) return theirs;
  if (isSame(ours, theirs)) return ours;
  if (isSame(ours, base)) return theirs;
  if (isSame(theirs, base) && !merging.hasLocked(steps)) return ours;
  const parts = isOneThing(steps, ...listOf(three)) ? undefined : mergeParts(three, steps, merging);
  if (parts === undefined && !isSame(theirs, base)) {
    merging.conflicts.push({ ...three, steps, about: "part" });
  }
  return parts ?? ours;
}

/** Undefined where the part is one thing. */
function mergeParts(three: Three, steps: readonly string[], merging: Merging): Data | undefined {
  const fields = allAs(three, isFields, {});
  if (fields) return areOfOneKind(three) ? mergeFields(fields, steps, merging) : undefined;
  const lists = allAs(three, isList, []);
  if (!lists) return undefined;
  const pages = steps.join("/") === "form/pages" ? mergePages(lists, merging) : undefined;
  return pages ?? mergeItems(lists, steps, merging);
}

/** The three as one kind of value, where they are: what was not there before began as nothing. */
function allAs<T extends Data>(
  { base, ours, theirs }: Three,
  isOne: (value: Data | undefined) => value is T,
  nothing: T,
): Three<T> | undefined {
  const before = base === undefined ? nothing : base;
  return isOne(before) && isOne(ours) && isOne(theirs) ? { base: before, ours, theirs } : undefined;
}

function isList(value: Data | undefined): value is Data[] {
  return Array.isArray(value);
}

/** Fields of a date are none of a number. */
function areOfOneKind({ base, ours, theirs }: Three): boolean {
  const kindOf = (value: Data | undefined) => (isFields(value) ? (value.type ?? null) : undefined);
  return kindOf(ours) === kindOf(theirs) && (base === undefined || kindOf(base) === kindOf(ours));
}
