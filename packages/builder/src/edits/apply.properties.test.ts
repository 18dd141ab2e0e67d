import { DraftDefinition } from "@guildhall/contract";
import fc from "fast-check";
import { differences } from "../differences/differences.ts";
import { dataOf } from "../locate.ts";
import { merge } from "../merge/merge.ts";
import { overlaps } from "../path.ts";
import { doublesIn } from "../scope.ts";
import { edits, services } from "../testing/services.ts";
import { applyEdits } from "./apply.ts";
import { touched } from "./touched.ts";

fc.configureGlobal({ seed: 20_261_122 });

const some = fc.array(edits, { maxLength: 5 });

describe("applyEdits", () => {
  it("makes a definition, or says why not, of any edits", () => {
    fc.assert(
      fc.property(services, some, (service, made) => {
        const result = applyEdits(service, made);
        if ("fault" in result) {
          expect(result.fault.sentence).toMatch(/^[\p{Lu}“].*\.$/su);
          expect(made[result.fault.edit]).toBeDefined();
          return;
        }
        expect(DraftDefinition.parse(result.definition)).toEqual(result.definition);
        expect(doublesIn(dataOf(result.definition)).length).toBeLessThanOrEqual(
          doublesIn(dataOf(service)).length,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves what it was given as it was, and does the same each time", () => {
    fc.assert(
      fc.property(services, some, (service, made) => {
        const before = structuredClone(service);
        const first = applyEdits(service, made);
        expect(applyEdits(service, made)).toEqual(first);
        expect(service).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it("makes edits of different parts in any order, and a merge makes of them what one after the other does", () => {
    const sets = edits.filter((edit) => edit.act === "set");
    fc.assert(
      fc.property(services, sets, sets, (service, one, other) => {
        const [mine] = touched([one]);
        const [yours] = touched([other]);
        fc.pre(!overlaps(mine ?? "", yours ?? ""));
        const ours = applyEdits(service, [one]);
        const theirs = applyEdits(service, [other]);
        if ("fault" in ours || "fault" in theirs) return;
        const both = applyEdits(service, [one, other]);
        if ("fault" in both) return;
        expect(applyEdits(service, [other, one])).toEqual(both);
        const merged = merge(service, ours.definition, theirs.definition);
        if (merged.conflicts.length === 0) expect(merged.definition).toEqual(both.definition);
      }),
      { numRuns: 500 },
    );
  });
});

describe("differences", () => {
  it("says nothing of what is the same, and something of all else", () => {
    fc.assert(
      fc.property(services, some, (service, made) => {
        expect(differences(service, structuredClone(service))).toEqual([]);
        const result = applyEdits(service, made);
        if ("fault" in result) return;
        const told = differences(service, result.definition);
        const isSame =
          JSON.stringify(sorted(service)) === JSON.stringify(sorted(result.definition));
        expect(told.length === 0).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
  });

  it("says something of any two services, each time a sentence", () => {
    fc.assert(
      fc.property(services, services, (one, other) => {
        for (const { sentence } of differences(one, other)) {
          expect(sentence).toMatch(/^[\p{Lu}“].*\.$/su);
          expect(sentence).not.toContain("undefined");
          expect(sentence).not.toContain("[object");
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The same whatever order fields were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
