import fc from "fast-check";
import { toAscii } from "./ascii.ts";

describe("toAscii", () => {
  it.each([
    ["Zoë Ŵyn Ŷnys Łódź Çelik Ñuñoa", "Zoe Wyn Ynys Lodz Celik Nunoa"],
    ["Straße STRAẞE", "Strasse STRASSE"],
    ["Æthelred œuvre Þór þing Eiður Ørsted", "AEthelred oeuvre THor thing Eidur Orsted"],
    ["oﬃce ﬁeld", "office field"],
    ["‘it’s’ “so”", "'it's' \"so\""],
    ["don´t", "don't"],
    ["2019–2020 — yes… non‑stop", "2019-2020 - yes... non-stop"],
    ["a\u00a0b", "a b"],
    ["½ full, 20 m²", "1/2 full, 20 m2"],
    ["£50 or €60", "GBP50 or EUR60"],
    ["one\u2028two\u0085three", "one\ntwo\nthree"],
    ["tab\tand\r\nline", "tab\tand\r\nline"],
    ["soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"],
    ["noise 🏠 at night", "noise  at night"],
    ["ضوضاء", ""],
  ])("makes of %j: %j", (typed, written) => {
    expect(toAscii(typed)).toBe(written);
  });

  it("gives nothing but ASCII for any text, and ASCII as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const written = toAscii(text);
        expect(written).toMatch(/^[\t\n\r\u0020-\u007e]*$/);
        expect(toAscii(written)).toBe(written);
      }),
      { seed: 3 },
    );
  });
});
