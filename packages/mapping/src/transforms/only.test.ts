import fc from "fast-check";
import { compileMapping } from "../compile.ts";
import { changed, jsonOf } from "../sample.ts";

describe("only", () => {
  it.each([
    ["A-Za-z0-9", "", "Zoë's 2 dogs!", "Zos2dogs"],
    ["A-Za-z0-9 ", "-", "a/b c", "a-b c"],
    ["\\p{L}\\p{M} '-", "", "Zoë O'Brien-Ŵyn 3", "Zoë O'Brien-Ŵyn "],
    ["🏠-🏡a", "", "a🏠b🏡🌳", "a🏠🏡"],
    ["\\]\\\\\\^a-", "", "a^b\\c]-[", "a^\\]-"],
    ["[(", "", "[a(", "[("],
    ["\\d\\s", "", "1 a\n2", "1 \n2"],
    ["a", "$&", "ab", "a$&"],
    ["&&~@-", "", "a&~b-@", "&~-@"],
  ])("keeps %j, and puts %j for the rest of %j", (only, instead, given, kept) => {
    expect(changed(given, [{ only, instead }])).toBe(kept);
  });

  it("has no value where nothing is left", () => {
    expect(changed("abc", [{ only: "0-9" }])).toBeUndefined();
  });

  it("leaves a character of its set or a replacement, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (given) => {
        const kept = String(changed(given, [{ only: "a-zŵ🏠", instead: "_" }]));
        expect(kept).toMatch(/^[a-zŵ🏠_]+$/u);
        expect([...kept]).toHaveLength([...given].length);
      }),
      { seed: 4 },
    );
  });

  it.each(["^a", "a]b", "]", "a\\", "\ud800", ""])(
    "refuses the set %j, which is not a plain one",
    (only) => {
      expect(() => compiled(only)).toThrow(/only needs a plain set of characters/);
    },
  );

  it.each(["z-a", "\\d-z", "\\q", "\\p{Nothing}", "\\u{110000}"])(
    "refuses the set %j, in which a range or an escape is none",
    (only) => {
      expect(() => compiled(only)).toThrow(/only has a range or an escape that is none/);
    },
  );

  const compiled = (only: string) =>
    compileMapping(jsonOf([{ target: "x", from: { answer: "a" }, change: [{ only }] }]));
});
