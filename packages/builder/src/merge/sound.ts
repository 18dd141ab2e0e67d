import { DraftDefinition } from "@guildhall/contract";
import { changeAt } from "../change-at.ts";
import type { Data } from "../data.ts";
import { stepsAlong, valueAt, type Way, wayTo } from "../locate.ts";
import { doublesIn, keyOf } from "../scope.ts";
import type { Merging, Three } from "./three.ts";

/**
 * Make a definition of what two sets of changes have become together.
 *
 * Each may be right and both together wrong, as when each takes away one of three options. What is wrong then is in
 * dispute as a whole, and stays ours.
 */
export function sound(merged: Data, versions: Three<Data>, merging: Merging): DraftDefinition {
  let whole = merged;
  for (let round = 0; round < 40; round += 1) {
    const read = DraftDefinition.safeParse(whole);
    const way = read.success ? doubleIn(whole, versions.ours) : wayOf(read.error.issues[0]);
    if (read.success && !way) return read.data;
    whole = withOurs(whole, disputedPart(whole, way ?? [], merging), versions, merging);
  }
  // What is ours was a definition from the start.
  return versions.ours as unknown as DraftDefinition;
}

function wayOf(issue: { path: readonly PropertyKey[] } | undefined): Way {
  return (issue?.path ?? []).map((step) => (typeof step === "number" ? step : String(step)));
}

function doubleIn(whole: Data, ours: Data): Way | undefined {
  const doubles = doublesIn(whole);
  if (doubles.length === 0) return undefined;
  const known = doublesIn(ours).map((double) => keyOf(ours, double));
  return doubles.find((double) => !known.includes(keyOf(whole, double)))?.at;
}

/** The smallest item around what is wrong that is not in dispute yet; the whole at last. */
function disputedPart(whole: Data, way: Way, { conflicts }: Merging): readonly string[] {
  for (let length = way.length; length > 0; length -= 1) {
    const isItem = typeof way[length - 1] === "number" || length === 1;
    const steps = stepsAlong(whole, way.slice(0, length));
    const isTold = conflicts.some(
      (one) => one.about === "part" && one.steps.join("/") === steps.join("/"),
    );
    if (isItem && !isTold) return steps;
  }
  return [];
}

function withOurs(
  whole: Data,
  steps: readonly string[],
  versions: Three<Data>,
  { conflicts }: Merging,
): Data {
  const at = (version: Data) => {
    const way = wayTo(version, steps);
    return way && valueAt(version, way);
  };
  const within = conflicts.filter((one) => steps.every((step, place) => one.steps[place] === step));
  for (const one of within) conflicts.splice(conflicts.indexOf(one), 1);
  conflicts.push({
    steps,
    about: "part",
    base: at(versions.base),
    ours: at(versions.ours),
    theirs: at(versions.theirs),
  });
  const way = wayTo(whole, steps);
  if (steps.length === 0 || !way) return versions.ours;
  return changeAt(whole, way, () => at(versions.ours)) ?? versions.ours;
}
