import type { Transform } from "@guildhall/contract";
import fc from "fast-check";
import { changed } from "../sample.ts";

const text = fc
  .array(fc.constantFrom("a", "word", "é", "🏠", " ", "  ", "\n", ",", "longerword"))
  .map((parts) => parts.join(""))
  .filter((joined) => joined.trim() !== "");
const limit = fc.integer({ min: 1, max: 30 });

describe("cut", () => {
  it.each<[string, Transform, string]>([
    ["a text that fits is left alone", { cut: 9, after: "word", mark: "…" }, "one two  "],
    ["at a character", { cut: 5 }, "one t"],
    ["after a whole word", { cut: 6, after: "word" }, "one"],
    ["after a word that ends at the limit", { cut: 7, after: "word" }, "one two"],
    ["with the mark inside the limit", { cut: 5, mark: "…" }, "one …"],
    ["after a word, with the mark", { cut: 6, after: "word", mark: "..." }, "one..."],
    ["within a first word that is too long", { cut: 2, after: "word" }, "on"],
  ])("cuts %s", (_, change, written) => {
    expect(changed("one two  ", [change])).toBe(written);
  });

  it("cuts within the first word behind leading white space", () => {
    expect(changed("   abcdef", [{ cut: 5, after: "word" }])).toBe("   ab");
  });

  it("keeps its limit, ends with its mark, and keeps the beginning", () => {
    const after = fc.constantFrom("character" as const, "word" as const);
    fc.assert(
      fc.property(text, limit, after, fc.constantFrom("", "…", "[🏠]"), (given, room, at, mark) => {
        const cut = room + mark.length;
        const written = String(changed(given, [{ cut, after: at, mark }]) ?? "");
        expect(written.length).toBeLessThanOrEqual(cut);
        expect(written.isWellFormed()).toBe(true);
        if (written === given) return;
        expect(written.endsWith(mark)).toBe(true);
        expect(given.startsWith(written.slice(0, written.length - mark.length))).toBe(true);
        expect(given.length).toBeGreaterThan(cut);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it.each([
    [4, "🏠🏠"],
    [3, "🏠"],
    [1, undefined],
  ])("keeps an emoji whole or leaves it out when cutting at %i units", (cut, written) => {
    expect(changed("🏠🏠🏠", [{ cut }])).toBe(written);
  });

  it("splits no word that would have fitted", () => {
    fc.assert(
      fc.property(text, limit, (given, cut) => {
        const written = String(changed(given, [{ cut, after: "word" }]) ?? "");
        const next = given.charAt(written.length);
        const [first = ""] = given.trimStart().split(/\s/);
        if (first.length > cut || given.trimStart() !== given) return;
        expect(next === "" || /\s/.test(next)).toBe(true);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});

describe("pieces", () => {
  it.each<[string, number, string[]]>([
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 8, ["one two", "three"]],
    ["one\n\ntwo", 4, ["one", "two"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    ["a bcdefgh", 3, ["a", "bcd", "efg", "h"]],
    ["🏠🏠🏠", 5, ["🏠🏠", "🏠"]],
    ["a🏠b", 1, ["a", "b"]],
    [" it fits ", 9, [" it fits "]],
  ])("breaks %j at %i into %j", (given, pieces, written) => {
    expect(changed(given, [{ pieces }])).toEqual(written);
  });

  it("makes one list of a list", () => {
    expect(changed(["one two", "three"], [{ pieces: 3 }])).toEqual(["one", "two", "thr", "ee"]);
  });

  it("keeps its limit, and loses nothing but white space", () => {
    fc.assert(
      fc.property(text, limit, (given, pieces) => {
        const written = (changed(given, [{ pieces }]) ?? []) as string[];
        expect(written.every((piece) => piece.length <= pieces && piece.isWellFormed())).toBe(true);
        const fitting = pieces === 1 ? given.replace(/🏠/gu, "") : given;
        expect(written.join("").replace(/\s/g, "")).toBe(fitting.replace(/\s/g, ""));
        expect(written).not.toContain("");
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
