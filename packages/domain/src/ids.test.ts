import { Id, Reference } from "@guildhall/contract";
import fc from "fast-check";
import { createIds } from "./ids.ts";

fc.configureGlobal({ seed: 20_261_122 });

const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2099, 11, 31) });

describe("createIds", () => {
  it("gives ids and references that the contract takes", () => {
    fc.assert(
      fc.property(moment, fc.uint8Array({ minLength: 12, maxLength: 12 }), (at, bytes) => {
        const ids = createIds(
          () => at,
          (length) => bytes.subarray(0, length),
        );
        expect(Id.safeParse(ids.id("prc")).success).toBe(true);
        expect(Reference.safeParse(ids.reference("EXM")).success).toBe(true);
      }),
    );
  });

  it("gives ids that sort by the time they were given, whatever is random in them", () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 2, maxLength: 50 }), (moments) => {
        const times = moments.toSorted((a, b) => a - b);
        let at = 0;
        const ids = createIds(() => times[at++] ?? 0);
        const given = times.map(() => ids.id("out"));
        expect(given.toSorted()).toEqual(given);
      }),
    );
  });

  it("never gives an id twice, nor out of order, within one moment", () => {
    const ids = createIds(
      () => 1_750_000_000_000,
      (length) => new Uint8Array(length),
    );
    const given = Array.from({ length: 5000 }, () => ids.id("prc"));
    expect(new Set(given).size).toBe(given.length);
    expect(given.toSorted()).toEqual(given);
  });

  it("begins references with their day, so that those of a day lie together", () => {
    let now = Date.UTC(2025, 4, 22);
    const ids = createIds(() => now);
    const sameDay = [ids.reference("EXM"), ids.reference("EXM")].map((one) => one.slice(0, 7));
    now += 86_400_000;
    expect(sameDay[0]).toBe(sameDay[1]);
    expect(ids.reference("EXM").slice(0, 7)).not.toBe(sameDay[0]);
  });

  it("spells the rest of a reference from what is random, so that nobody can guess another's", () => {
    let byte = 0;
    const ids = createIds(
      () => Date.UTC(2025, 4, 22),
      (length) => new Uint8Array(length).fill(byte),
    );
    const first = ids.reference("EXM");
    expect(ids.reference("EXM")).toBe(first);
    byte = 1;
    const [before, after] = [first, ids.reference("EXM")].map((one) => one.replaceAll("-", ""));
    expect([...(after ?? "")].filter((letter, at) => letter !== before?.[at])).toHaveLength(5);
  });
});
