import type { Transform } from "@guildhall/contract";
import fc from "fast-check";
import { compileMapping } from "../compile.ts";
import { changed, jsonOf } from "../sample.ts";

const address = {
  line1: "Flat 2, 16 High Street",
  line2: "Little Sampleton",
  town: "Sampleton",
  postcode: "CB24 9ZZ",
  uprn: "100090000001",
};
type Lines = Exclude<Extract<Transform, { address: unknown }>["address"], string>;

describe("the lines of an address", () => {
  it.each<[Lines, string[]]>([
    [{ lines: 5 }, ["Flat 2, 16 High Street", "Little Sampleton", "Sampleton", "CB24 9ZZ"]],
    [{ lines: 3 }, ["Flat 2, 16 High Street", "Little Sampleton, Sampleton", "CB24 9ZZ"]],
    [{ lines: 3, postcode: false }, ["Flat 2, 16 High Street", "Little Sampleton", "Sampleton"]],
    [{ lines: 1 }, ["Flat 2, 16 High Street, Little Sampleton, Sampleton, CB24 9ZZ"]],
    [
      { lines: 5, longest: 16 },
      ["Flat 2, 16 High", "Street", "Little Sampleton", "Sampleton", "CB24 9ZZ"],
    ],
    [{ lines: 4, longest: 16 }, ["Flat 2, 16 High", "Street, Little", "Sampleton,", "CB24 9ZZ"]],
    [{ lines: 2, longest: 10 }, ["Flat 2, 16", "CB24 9ZZ"]],
  ])("are laid out in %j", (setting, lines) => {
    expect(changed(address, [{ address: setting }])).toEqual(lines);
  });

  it("leave out what the address has not", () => {
    const short = { line1: "Rose Cottage", line2: "", town: "Ely" };
    expect(changed(short, [{ address: { lines: 5 } }])).toEqual(["Rose Cottage", "Ely"]);
  });

  it("are one list for all addresses of a group", () => {
    const short = { line1: "Rose Cottage", town: "Ely" };
    expect(changed([short, short], [{ address: { lines: 1 } }])).toEqual([
      "Rose Cottage, Ely",
      "Rose Cottage, Ely",
    ]);
  });

  it("keep both limits, and lose nothing where there is room", () => {
    const part = fc
      .array(fc.constantFrom("Great", "St", "Sampleton-on-the-Water", "12", "🏠"), {
        minLength: 1,
        maxLength: 6,
      })
      .map((words) => words.join(" "));
    const any = fc.record({
      line1: part,
      line2: part,
      town: part,
      postcode: fc.constant("CB24 9ZZ"),
    });
    fc.assert(
      fc.property(
        any,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 8, max: 60 }),
        (given, lines, longest) => {
          const written = changed(given, [{ address: { lines, longest } }]) as string[];
          expect(written.length).toBeLessThanOrEqual(lines);
          expect(written.every((line) => [...line].length <= longest && line.trim() !== "")).toBe(
            true,
          );
          const whole = changed(given, [{ address: { lines } }]) as string[];
          expect(whole.join(", ")).toBe(
            [given.line1, given.line2, given.town, given.postcode].join(", "),
          );
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });

  it.each<[Lines, string]>([
    [{ lines: 0 }, "lines needs a whole number above 0"],
    [{ lines: 3, longest: 0 }, "longest needs a whole number above 0"],
  ])("cannot be laid out in %j", (setting, reason) => {
    const row = { target: "x", from: { answer: "a" }, change: [{ address: setting }] };
    expect(() => compileMapping(jsonOf([row]))).toThrow(expect.objectContaining({ reason }));
  });
});

describe("a part of an address", () => {
  it.each([
    ["saon", "Flat 2"],
    ["paon", "16"],
    ["street", "High Street, Little Sampleton"],
    ["town", "Sampleton"],
    ["postcode", "CB24 9ZZ"],
    ["uprn", "100090000001"],
  ] as const)("is its %s: %s", (part, written) => {
    expect(changed(address, [{ address: part }])).toBe(written);
  });

  it("is absent where the address has none", () => {
    const short = { line1: "Rose Cottage", town: "Ely" };
    for (const part of ["saon", "street", "postcode", "uprn"] as const) {
      expect(changed(short, [{ address: part }])).toBeUndefined();
    }
  });

  it.each([["secret"], [{ secret: 1 }], [3]])("is refused of %j, which is no address", (value) => {
    const work = () => changed(value, [{ address: "town" }]);
    expect(work).toThrow(expect.objectContaining({ reason: "the value is not an address" }));
    expect(work).not.toThrow(/secret/);
  });
});
