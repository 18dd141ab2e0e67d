import fc from "fast-check";
import parsePhoneNumber, { isPossiblePhoneNumber } from "libphonenumber-js/min";
import { changed } from "../sample.ts";

const international = (text: unknown) => changed(text, [{ phone: "international" }]);
const national = (text: unknown) => changed(text, [{ phone: "national" }]);

describe("phone", () => {
  it.each([
    "01632 960001",
    "+44 1632 960001",
    "+44 (0)1632 960001",
    "+44(0) 1632-960-001",
    "0044 1632 960001",
    "0044 (0) 1632 960001",
    "(01632) 960 001",
    "[01632] 960.001",
    "01632/960001",
    "1632 960001",
    "44 1632 960001",
    " 01632\u00a0960001 ",
    "01632–960001",
    "tel:+441632960001",
    "０１６３２ ９６０００１",
    "٠١٦٣٢٩٦٠٠٠١",
    "01632 960001 ext. 12",
    "01632 960001 x12",
    "01632960001#12",
    "01632 960001;ext=12",
  ])("writes %j without what is only for the eye", (typed) => {
    expect(international(typed)).toBe("+441632960001");
    expect(national(typed)).toBe("01632960001");
  });

  it.each([
    ["+33 1 70 18 99 00", "+33170189900"],
    ["00 33 1 70 18 99 00", "+33170189900"],
    ["+49 (0)30 901820", "+4930901820"],
    ["+353 1 679 2777", "+35316792777"],
  ])("leaves %j international, since it is not British", (typed, written) => {
    expect(international(typed)).toBe(written);
    expect(national(typed)).toBe(written);
  });

  it.each(["secret", "ring 01632 960001", "12", "01632 960001 secret", "1".repeat(21), "+", ""])(
    "refuses %j",
    (typed) => {
      const work = () => international(`${typed} `);
      expect(work).toThrow(expect.objectContaining({ reason: "the value is not a phone number" }));
      expect(work).not.toThrow(/secret/);
    },
  );

  it("takes every number that a form takes, and means the same British one", () => {
    const typed = fc
      .array(fc.constantFrom(..."0123456789 +()-./x;#~", "ext", "44", "01632", "(0)", "tel:"), {
        minLength: 5,
        maxLength: 20,
      })
      .map((parts) => parts.join(""));
    const likely = fc
      .tuple(
        fc.constantFrom("0", "+44", "+44 (0)", "0044 ", "+33 ", "+1", "+353 "),
        fc.array(fc.constantFrom(..."123456789 "), { minLength: 9, maxLength: 12 }),
        fc.constantFrom("", " ext 3", "x44", " #5"),
      )
      .map(([prefix, digits, extension]) => prefix + digits.join("") + extension);
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(typed, likely), (text) => {
        if (!isPossiblePhoneNumber(text, { defaultCountry: "GB" })) return;
        const written = international(text);
        expect(written).toMatch(/^\+\d{4,22}$/);
        const parsed = parsePhoneNumber(text, "GB");
        if (!parsed?.isValid() || parsed.countryCallingCode !== "44" || text.includes("~")) return;
        expect(written).toBe(parsed.number);
        taken += 1;
      }),
      { seed: 5, numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
