import type { Data } from "../data.ts";
import { stepsAsNamed } from "../differences/differences.ts";
import { findRenames, type Rename, withRename } from "../differences/renames.ts";
import { wayTo } from "../locate.ts";
import { takenIn } from "../scope.ts";
import { englishSteps } from "../words/part-words.ts";
import type { Merging, Three } from "./three.ts";

/**
 * Call what one side has named anew by its new name on all sides, so that what the other has changed of it meets it.
 *
 * A name that is locked is theirs, and what only one side still has keeps the name that it has there.
 */
export function byOneName(versions: Three<Data>, merging: Merging): Three<Data> {
  const ours = renamesOf(versions.base, versions.ours).reduce((three, rename) => {
    const isTheirs = merging.isLocked(rename.from) || merging.hasLocked(rename.from);
    const base = isTheirs ? undefined : follow(three.base, rename);
    const theirs = base && follow(three.theirs, rename);
    return base && theirs ? { base, ours: three.ours, theirs } : three;
  }, versions);
  return renamesOf(ours.base, ours.theirs).reduce((three, rename) => {
    const base = follow(three.base, rename);
    const own = base && follow(three.ours, rename);
    return base && own ? { base, ours: own, theirs: three.theirs } : three;
  }, ours);
}

function renamesOf(before: Data, after: Data): Rename[] {
  return findRenames(stepsAsNamed(before, after));
}

/** The same with the new name; undefined where the item is not there, or something else has the name. */
function follow(whole: Data, rename: Rename): Data | undefined {
  const from = wayTo(whole, rename.from) ? rename.from : elsewhere(whole, rename.from);
  const way = wayTo(whole, from);
  if (typeof way?.at(-1) !== "number") return undefined;
  if (takenIn(whole, way.slice(0, -1)).has(rename.name)) return undefined;

  return withRename(whole, { ...rename, from });
}

/** A question may stand on another page there. */
function elsewhere(whole: Data, steps: readonly string[]): readonly string[] {
  const isOfPage = steps[1] === "pages" && steps[3] === "questions";
  return isOfPage ? englishSteps(whole, ["form", ...steps.slice(3)].join(".")) : steps;
}
