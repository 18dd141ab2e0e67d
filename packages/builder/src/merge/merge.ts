import type { DraftDefinition, Merge, MergeConflict, PartPath } from "@guildhall/contract";
import type { Data } from "../data.ts";
import { differences } from "../differences/differences.ts";
import { dataOf, wayTo } from "../locate.ts";
import { isWithin, pathOf } from "../path.ts";
import { capital, partWords } from "../words/part-words.ts";
import { byOneName } from "./by-one-name.ts";
import { sound } from "./sound.ts";
import type { Conflict, Merging, Three } from "./three.ts";
import { mergeValue } from "./values.ts";

/**
 * Lay two sets of changes of one definition on one another.
 *
 * What only one side has changed is as that side has it. Where both changed the same part in other ways, it stays ours
 * and is named as a conflict; what is `locked` is as theirs.
 */
export function merge(
  base: DraftDefinition,
  ours: DraftDefinition,
  theirs: DraftDefinition,
  { locked = [] }: { locked?: readonly PartPath[] } = {},
): Merge {
  const versions = { base: dataOf(base), ours: dataOf(ours), theirs: dataOf(theirs) };
  const merging: Merging = {
    conflicts: [],
    merge: (three, steps) => mergeValue(three, steps, merging),
    isLocked: (steps) => locked.some((path) => isWithin(pathOf(steps), path)),
    hasLocked: (steps) => locked.some((path) => isWithin(path, pathOf(steps))),
  };
  const known = byOneName(versions, merging);
  const definition = sound(merging.merge(known, []) ?? known.ours, known, merging);
  const conflicts = merging.conflicts.map((conflict) => told(conflict, known));
  return { definition, taken: differences(ours, definition), conflicts };
}

function told(
  { steps, about, base, ours, theirs }: Conflict,
  versions: Three<Data>,
): MergeConflict {
  const known = [versions.ours, versions.theirs, versions.base].find(
    (version) => wayTo(version, steps) !== undefined,
  );
  const words = partWords(known ?? versions.ours, steps);
  return {
    at: pathOf(steps),
    title: about === "place" ? `The place of ${words}` : capital(words),
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}
