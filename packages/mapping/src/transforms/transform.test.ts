import type { Transform } from "@guildhall/contract";
import fc from "fast-check";
import { compileMapping } from "../compile.ts";
import { render } from "../render.ts";
import { changed, inputOf, jsonOf } from "../sample.ts";

const labels = (question: string, option: string) =>
  option === "secret" ? undefined : `${question}: ${option}`;

describe("a change", () => {
  it.each<[unknown, Transform[], unknown]>([
    ["straße", ["upper"], "STRASSE"],
    ["CB24 9ZZ", ["lower"], "cb24 9zz"],
    [" a  b ", ["trim"], "a  b"],
    [" a \n\t b ", ["collapse"], "a b"],
    [3, ["text"], "3"],
    [false, ["text"], "false"],
    [{ line1: "1 High Street", line2: "", town: "Ely", uprn: "1" }, ["text"], "1 High Street, Ely"],
    [" 12.50 ", ["number"], 12.5],
    ["-3", ["number"], -3],
    [7, ["number"], 7],
    ["tel. 01632 960 001", ["digits"], "01632960001"],
    ["no digits", ["digits"], undefined],
    [["a", "", "b"], ["count"], 2],
    [[{ a: 1 }, { a: 2 }], ["count"], 2],
    ["one", ["count"], 1],
    [[], ["count"], undefined],
    ["not-known", [{ absent: ["not-known", 0] }], undefined],
    [0, [{ absent: ["not-known", 0] }], undefined],
    ["0", [{ absent: [0] }], "0"],
    [false, [{ absent: [false] }], undefined],
    [["dog", "none"], [{ absent: ["none"] }], ["dog"]],
    ["abcdef", [{ cut: 3 }], "abc"],
    ["a🏠b", [{ cut: 2 }], "a"],
    ["a🏠b", [{ cut: 3 }], "a🏠"],
    ["🏠🏠", [{ cut: 2 }], "🏠"],
    [42, [{ pad: { to: 5, with: "0" } }], "00042"],
    ["🏠", [{ pad: { to: 3, with: " " } }], "  🏠"],
    ["long enough", [{ pad: { to: 3, with: "0" } }], "long enough"],
    [["a", "b", 3], [{ join: ", " }], "a, b, 3"],
    ["a", [{ join: ", " }], "a"],
    ["dog", [{ list: { dog: "DOG", cat: "CAT" } }], "DOG"],
    ["cow", [{ list: { dog: "DOG" }, otherwise: "OTHER" }], "OTHER"],
    ["constructor", [{ list: { dog: "DOG" }, otherwise: "OTHER" }], "OTHER"],
    [true, [{ list: { true: 1, false: 0 } }], 1],
    [["dog", "cat"], [{ list: { dog: "D", cat: null } }], ["D"]],
    ["dog", [{ list: { dog: null } }], undefined],
    ["cow", [{ list: { dog: "DOG" }, otherwise: null }], undefined],
    ["dog", [{ label: "of-option" }], "asked: dog"],
    [["dog", "cat"], [{ label: "of-option" }, "upper", { join: "; " }], "ASKED: DOG; ASKED: CAT"],
    ["", ["number"], undefined],
    ["   ", ["trim", "number"], undefined],
  ])("makes of %j by %j: %j", (value, change, made) => {
    expect(changed(value, change, { labels })).toEqual(made);
  });

  it("writes the code that the back office's list has for a text", () => {
    const codes = (list: string) => (list === "Sources" ? new Map([["Music", "M"]]) : undefined);
    const coded = (value: unknown, change: Transform) => changed(value, [change], { codes });
    expect(coded("Music", { code: "Sources" })).toBe("M");
    expect(coded(["Music", "Drums"], { code: "Sources", otherwise: "O" })).toEqual(["M", "O"]);
    const missing = expect.objectContaining({
      reason: "the code list “Sources” has no entry for the value",
    });
    expect(() => coded("secret", { code: "Sources" })).toThrow(missing);
    expect(() => coded("secret", { code: "Sources" })).not.toThrow(/secret/);
    expect(() => coded("Music", { code: "Kinds", otherwise: "O" })).toThrow(
      expect.objectContaining({ reason: "there is no code list “Kinds”" }),
    );
    expect(() => changed("Music", [{ code: "Sources" }])).toThrow(/there is no code list/);
  });

  it("looks a constant's code up each time", () => {
    const row = { target: "x", from: { value: "Music" }, change: [{ code: "Sources" }] };
    const mapping = compileMapping(jsonOf([row]));
    const of = (code: string) =>
      render(mapping, inputOf({}, { codes: () => new Map([["Music", code]]) }));
    expect([of("M1"), of("M2")]).toEqual(['{"x":"M1"}', '{"x":"M2"}']);
  });

  it("cuts at whole characters and never longer than asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.nat(20), (text, limit) => {
        const clean = text.replace(/[^\u{20}-\u{7e}\u{10000}-\u{10ffff}]/gu, "x");
        const kept = String(changed(clean, [{ cut: limit + 1 }]) ?? "");
        expect(kept.isWellFormed()).toBe(true);
        expect(clean.startsWith(kept)).toBe(true);
        const isHalved = !clean.slice(0, limit + 1).isWellFormed();
        expect(kept.length).toBe(Math.min(clean.length, isHalved ? limit : limit + 1));
      }),
      { seed: 23 },
    );
  });

  it.each<[string, unknown, Transform, string]>([
    ["words as a number", "secret", "number", "the value is not a number"],
    ["a truth as a number", true, "number", "the value is not a number"],
    [
      "more digits than a number holds",
      "12345678901234567890",
      "number",
      "the number is too long to be kept exact; leave it as text",
    ],
    ["words as a date", "secret", { date: "yyyy" }, "the value is not a date or a moment"],
    ["a number as a date", 20250101, { date: "yyyy" }, "the value is not a date or a moment"],
    [
      "a value that a list misses",
      "secret",
      { list: { a: "b" } },
      "the list has no entry for the value, and no otherwise",
    ],
    [
      "an option without a label",
      "secret",
      { label: "of-option" },
      "the question has no such option",
    ],
    ["an object as text", { secret: 1 }, "upper", "the value has parts; name one of them"],
  ])("refuses %s, and does not repeat the value", (_, value, change, reason) => {
    const work = () => changed(value, [change], { labels });
    expect(work).toThrow(
      expect.objectContaining({ name: "MappingFault", row: 0, target: "x", reason }),
    );
    expect(work).not.toThrow(/secret/);
  });
});
