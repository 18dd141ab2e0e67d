import type { Source, Transform } from "@guildhall/contract";
import fc from "fast-check";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";
import { inputOf, jsonOf } from "./sample.ts";

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
    ["abcdef", [{ cut: 3 }], "abc"],
    ["a🏠b", [{ cut: 2 }], "a🏠"],
    ["🏠🏠", [{ cut: 2 }], "🏠🏠"],
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
    ["dog", [{ label: "of-option" }], "pet: dog"],
    [["dog", "cat"], [{ label: "of-option" }, "upper", { join: "; " }], "PET: DOG; PET: CAT"],
    ["", ["number"], undefined],
    ["   ", ["trim", "number"], undefined],
  ])("makes of %j by %j: %j", (value, change, made) => {
    expect(changed(value, change)).toEqual(made);
  });

  it("cuts at whole characters and never longer than asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.nat(20), (text, limit) => {
        const clean = text.replace(/[^\u{20}-\u{7e}\u{10000}-\u{10ffff}]/gu, "x");
        const kept = changed(clean, [{ cut: limit + 1 }]);
        expect(kept).toBe([...clean].slice(0, limit + 1).join(""));
      }),
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
    const work = () => changed(value, [change]);
    expect(work).toThrow(
      expect.objectContaining({ name: "MappingFault", row: 0, target: "x", reason }),
    );
    expect(work).not.toThrow(/secret/);
  });
});

describe("a source", () => {
  const facts = {
    processId: "prc_1",
    reference: "CAM-2V4K-7XQP",
    receivedAt: "2025-06-03T08:15:00.000Z",
    serviceTitle: "Noise",
    summary: "What: noise",
    callbackUrl: "https://example.org/p",
    grant: "g",
    documentLinks: ["https://example.org/1", "https://example.org/2"],
    contact: { name: "Zoë", email: "z@example.org", phone: "01223" },
  };

  it.each([
    ["processId", "prc_1"],
    ["reference", "CAM-2V4K-7XQP"],
    ["receivedAt", "2025-06-03T08:15:00.000Z"],
    ["serviceTitle", "Noise"],
    ["summary", "What: noise"],
    ["callbackUrl", "https://example.org/p"],
    ["grant", "g"],
    ["documentLinks", ["https://example.org/1", "https://example.org/2"]],
    ["contact.name", "Zoë"],
    ["contact.email", "z@example.org"],
    ["contact.phone", "01223"],
  ] as const)("reads the fact %s", (fact, value) => {
    expect(read({ fact })).toEqual(value);
  });

  it("joins what has a value, lists among it", () => {
    const join = [{ value: "A" }, { answer: "none" }, { fact: "documentLinks" }, { answer: "n" }];
    expect(read({ join, with: " | " })).toBe(
      "A | https://example.org/1 | https://example.org/2 | 3",
    );
  });

  it("finds a part of an answer", () => {
    expect(read({ answer: "address.postcode" })).toBe("CB24 9ZZ");
    expect(read({ answer: "address.town" })).toBeUndefined();
  });

  const read = (from: Source) => {
    const mapping = compileMapping(jsonOf([{ target: "x", from }]));
    const answers = { n: 3, address: { postcode: "CB24 9ZZ" } };
    return JSON.parse(render(mapping, inputOf(answers, { facts }))).x;
  };
});

function changed(value: unknown, change: Transform[]): unknown {
  const mapping = compileMapping(jsonOf([{ target: "x", from: { answer: "pet" }, change }]));
  const labels = (question: string, option: string) =>
    option === "secret" ? undefined : `${question}: ${option}`;
  return JSON.parse(render(mapping, inputOf({ pet: value as never }, { labels }))).x;
}
