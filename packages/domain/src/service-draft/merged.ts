import { overlaps } from "@guildhall/builder";
import type { EditConflict, MergeConflict } from "@guildhall/contract";
import type { RevisionLine } from "@guildhall/store";
import { instant } from "../process/present.ts";

/** Say of each part that two have changed who changed it in the draft, and what stands on the other side. */
export function conflictsIn(
  conflicts: readonly MergeConflict[],
  done: readonly RevisionLine[],
): EditConflict[] {
  return conflicts.map(({ at, title, theirs }) => {
    const last = done.find(({ touched }) => touched.some((part) => overlaps(part, at)));
    return {
      at,
      sentence: `${title} was changed on both sides.`,
      by: last?.actor.name ?? "",
      changedAt: instant(last?.at ?? 0),
      ...(theirs === undefined ? {} : { theirs }),
    };
  });
}
