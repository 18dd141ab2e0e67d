import type { DraftDefinition, Edit, PartPath } from "@guildhall/contract";
import fc from "fast-check";
import { isSame } from "../data.ts";
import { differences } from "../differences/differences.ts";
import { partAt } from "../locate.ts";
import { merge } from "../merge/merge.ts";
import { overlaps } from "../path.ts";
import { changedBy, edits, services } from "../testing/services.ts";

fc.configureGlobal({ seed: 20_261_122 });

/** What keeps every part at its path, so that it can be looked for there. */
const inPlace = edits.filter(({ act }) => act !== "rename" && act !== "move");
const changes = fc.array(inPlace, { maxLength: 6 });
const locks = fc.subarray<PartPath>([
  "/retention/days",
  "/summary",
  "/form/pages/a/title",
  "/stages/b/title",
]);
const upgrades = fc.record({ recipe: services, own: changes, theirs: changes, locks });

describe("an upgrade of an adopted service", () => {
  it("loses nothing that the council has changed, but what it lets go or the author has locked", () => {
    fc.assert(
      fc.property(upgrades, fc.infiniteStream(fc.boolean()), (made, chooses) => {
        const { recipe, ours, latest } = sides(made);
        const asked = merge(recipe, ours, latest, { locked: made.locks });
        const given = asked.conflicts.flatMap(({ at }) => (chooses.next().value ? [at] : []));
        const locked = [...made.locks, ...given];
        const { definition } = merge(recipe, ours, latest, { locked });
        const open = [...locked, ...asked.conflicts.map(({ at }) => at)];
        for (const { at, kind } of differences(recipe, ours)) {
          if (kind === "moved" || open.some((path) => overlaps(path, at))) continue;
          expect([at, kept({ definition, ours, latest }, at)]).toEqual([at, true]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("has every locked part that is there as the recipe has it", () => {
    fc.assert(
      fc.property(upgrades, (made) => {
        const { recipe, ours, latest } = sides(made);
        const { definition, conflicts } = merge(recipe, ours, latest, { locked: made.locks });
        const open = conflicts.map(({ at }) => at);
        for (const at of made.locks.filter((path) => !open.some((one) => overlaps(one, path)))) {
          const theirs = partAt(latest, at);
          // Where the council had taken out what is around it before it was locked, it is not there.
          const isThere = partAt(ours, at) !== undefined && theirs !== undefined;
          if (isThere) expect(partAt(definition, at)).toEqual(theirs);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function sides(made: { recipe: DraftDefinition; own: Edit[]; theirs: Edit[] }) {
  const { recipe, own, theirs } = made;
  return { recipe, ours: changedBy(recipe, own), latest: changedBy(recipe, theirs) };
}

/** Whether a part is as the council has it, or, where both have added to it, is there still. */
function kept(
  { definition, ours, latest }: Record<"definition" | "latest" | "ours", DraftDefinition>,
  at: PartPath,
): boolean {
  const [now, own, theirs] = [definition, ours, latest].map((one) => partAt(one, at));
  return isSame(now, own) || (own !== undefined && theirs !== undefined && now !== undefined);
}
