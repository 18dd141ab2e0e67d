import { DraftDefinition } from "@guildhall/contract";
import fc from "fast-check";
import { dataOf } from "../locate.ts";
import { doublesIn } from "../scope.ts";
import { changedBy, edits, services } from "../testing/services.ts";
import { merge } from "./merge.ts";

fc.configureGlobal({ seed: 20_261_122 });

const changes = fc.array(edits, { maxLength: 6 });
const two = fc.tuple(services, changes, changes).map(([base, one, other]) => ({
  base,
  ours: changedBy(base, one),
  theirs: changedBy(base, other),
}));

describe("merge", () => {
  it("takes theirs where we changed nothing", () => {
    fc.assert(
      fc.property(two, ({ base, theirs }) => {
        const merged = merge(base, base, theirs);
        expect(merged.definition).toEqual(theirs);
        expect(merged.conflicts).toEqual([]);
      }),
    );
  });

  it("keeps ours where they changed nothing", () => {
    fc.assert(
      fc.property(two, ({ base, ours }) => {
        expect(merge(base, ours, base)).toEqual({ definition: ours, taken: [], conflicts: [] });
      }),
    );
  });

  it("is what both made of it where they made the same", () => {
    fc.assert(
      fc.property(two, ({ base, ours }) => {
        expect(merge(base, ours, ours)).toEqual({ definition: ours, taken: [], conflicts: [] });
      }),
    );
  });

  it("makes a definition of any two, that names nothing twice", () => {
    fc.assert(
      fc.property(two, ({ base, ours, theirs }) => {
        const { definition } = merge(base, ours, theirs);
        expect(DraftDefinition.parse(definition)).toEqual(definition);
        expect(doublesIn(dataOf(definition)).length).toBeLessThanOrEqual(
          doublesIn(dataOf(ours)).length,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("merges two that have nothing to do with each other", () => {
    fc.assert(
      fc.property(services, services, services, (base, ours, theirs) => {
        const { definition } = merge(base, ours, theirs);
        expect(DraftDefinition.parse(definition)).toEqual(definition);
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same conflicts from either side", () => {
    fc.assert(
      fc.property(two, ({ base, ours, theirs }) => {
        const one = merge(base, ours, theirs);
        const other = merge(base, theirs, ours);
        expect(one.conflicts.length > 0).toBe(other.conflicts.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
