import { DraftDefinition } from "@guildhall/contract";
import fc from "fast-check";
import { exampleOf } from "./example.ts";
import { logicOf, typedFrom } from "./logic.ts";
import { emptyRow, type TypedRow, typedText } from "./rows.ts";
import { sayCalculation } from "./say.ts";
import { questionsByName, sourcesBefore } from "./sources.ts";

const number = (id: string, label: string) => ({ id, label, type: "number" });
const definition = DraftDefinition.parse({
  id: "hall",
  title: "Hall",
  form: {
    pages: [
      {
        id: "one",
        title: "One",
        questions: [number("hours", "Hours"), number("deposit", "Deposit")],
      },
      {
        id: "two",
        title: "Two",
        questions: [
          { id: "charity", type: "yes-no", label: "Is it a charity?" },
          { id: "fee", type: "calculated", label: "Fee", value: 0, unit: "pounds" },
          number("later", "Later"),
        ],
      },
      { id: "empty", title: "Empty" },
    ],
  },
});
const fee = "/form/pages/two/questions/fee";
const rows: TypedRow[] = [
  { ...emptyRow, of: "q:hours", by: "fixed", byAmount: "12.5" },
  { ...emptyRow, of: "q:deposit" },
  { ...emptyRow, sign: "minus", of: "fixed", ofAmount: "5", only: "charity=true" },
];
const value = {
  "+": [
    { "*": [{ var: "hours" }, 12.5] },
    { var: "deposit" },
    { "-": [{ if: [{ "==": [{ var: "charity" }, true] }, 5, 0] }] },
  ],
};

describe("a calculation", () => {
  it("is put together from rows, and shown as them again", () => {
    expect(logicOf({ rows })).toEqual({ value });
    expect(typedFrom(value)).toEqual({ rows });
  });

  it("is read back as a sentence", () => {
    expect(sayCalculation(value, questionsByName(definition))).toBe(
      "“Hours” times 12.5, plus “Deposit”, minus 5 if “Is it a charity?” is “Yes”",
    );
  });

  it("says of a question that it is gone", () => {
    expect(sayCalculation({ var: "x" }, new Map())).toBe("“x, a question that is gone”");
  });

  it.each([
    [{ "/": [{ var: "hours" }, 2] }],
    [{ "*": [1, 2, 3] }],
    [{ if: [{ ">": [{ var: "hours" }, 2] }, 1, 0] }],
    [{ if: [{ "==": [{ var: "charity" }, true] }, 1, 2] }],
    ["words"],
    [{ "+": [] }],
    [{ var: "place.postcode" }],
  ])("that rows cannot show stays as it was written: %j", (logic) => {
    expect(typedFrom(logic)).toEqual({ logic });
    expect(logicOf({ logic })).toEqual({ value: logic });
  });

  it.each([
    [{ ...emptyRow }, "Row 1: choose a question or a fixed amount"],
    [{ ...emptyRow, of: "fixed", ofAmount: "much" }, "Row 1: enter an amount, such as 12.50"],
    [{ ...emptyRow, of: "q:hours", by: "fixed" }, "Row 1: enter an amount, such as 12.50"],
  ])("says what is missing from a row: %j", (row, fault) => {
    expect(logicOf({ rows: [row] })).toEqual({ fault });
  });

  it("comes back from its logic whatever its rows are", () => {
    const what = fc.constantFrom("q:hours", "q:deposit");
    const row = fc.record({
      sign: fc.constantFrom("plus" as const, "minus" as const),
      of: what,
      ofAmount: fc.constant(""),
      by: fc.constantFrom("", "q:hours"),
      byAmount: fc.constant(""),
      only: fc.constantFrom("", "charity=true", "charity=false", "kind=a=b"),
    });
    const check = fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (some) => {
      const read = logicOf({ rows: some });
      expect("value" in read && typedFrom(read.value)).toEqual({ rows: some });
    });
    fc.assert(check, { seed: 20_261_122, numRuns: 50 });
  });

  it("gets a row more, and loses the one that is removed, but never the last", () => {
    const fields = (does: string, count: string) =>
      new Map([
        ["do", [does]],
        ["value-rows", [count]],
        ["value-0-of", ["q:hours"]],
      ]);
    const first = { ...emptyRow, of: "q:hours" };
    expect(JSON.parse(typedText(fields("row-add", "1")))).toEqual({ rows: [first, emptyRow] });
    expect(JSON.parse(typedText(fields("row-remove-1", "2")))).toEqual({ rows: [first] });
    expect(JSON.parse(typedText(fields("row-remove-0", "1")))).toEqual({ rows: [emptyRow] });
  });

  it("has an example of what it comes to", () => {
    const calculated = { ...questionsByName(definition).get("fee"), value };
    expect(exampleOf(definition, calculated as Parameters<typeof exampleOf>[1])).toEqual({
      given: "“Hours” is 10 and “Deposit” is 10 and “Is it a charity?” is “Yes”",
      result: ["130 pounds"],
    });
  });
});

describe("what a calculation can read", () => {
  const names = (place: string) => {
    const { numbers, choices } = sourcesBefore(definition, place);
    return [...numbers, ...choices].map(({ id }) => id);
  };

  it("is what is asked before it", () => {
    expect(names(fee)).toEqual(["hours", "deposit", "charity"]);
  });

  it.each([
    ["/form/pages/one/questions", ["hours", "deposit"]],
    ["/form/pages/empty/questions", ["hours", "deposit", "fee", "later", "charity"]],
    ["/form/pages/gone/questions", []],
  ])("is for a new one what is asked up to the end of its page: %s", (place, asked) => {
    expect(names(place)).toEqual(asked);
  });
});
