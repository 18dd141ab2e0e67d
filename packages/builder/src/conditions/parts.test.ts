import { type Answers, ConditionParts, Form } from "@guildhall/contract";
import { compileForm, conditions } from "@guildhall/forms";
import fc from "fast-check";
import { conditionParts, isWhole, logicOf } from "./parts.ts";

const seed = 20_261_122;
const source = { var: "source" };
const row = (more: object) => ({ question: "source", comparison: "is", values: ["pub"], ...more });

describe("conditionParts", () => {
  it.each<[object, object]>([
    [{ "==": [source, "pub"] }, row({})],
    [{ "==": ["pub", source] }, row({})],
    [{ "!=": [source, "pub"] }, row({ negated: true })],
    [{ "!": { "==": [source, "pub"] } }, row({ negated: true })],
    [{ "!": [{ "!=": [source, "pub"] }] }, row({})],
    [{ in: [source, ["pub", "shop"]] }, row({ comparison: "one-of", values: ["pub", "shop"] })],
    [{ in: ["music", source] }, row({ comparison: "includes", values: ["music"] })],
    [{ ">": [source, 5] }, row({ comparison: "more-than", values: [5] })],
    [{ ">": [5, source] }, row({ comparison: "less-than", values: [5] })],
    [{ "<=": [source, "2025-01-01"] }, row({ comparison: "at-most", values: ["2025-01-01"] })],
    [{ "!=": [source, null] }, row({ comparison: "given", values: [] })],
    [{ "==": [source, null] }, row({ comparison: "given", values: [], negated: true })],
    [{ "!!": source }, row({ comparison: "has-value", values: [] })],
    [{ condition: "is-pub" }, { condition: "is-pub" }],
    [{ "!": [{ condition: "is-pub" }] }, { condition: "is-pub", negated: true }],
  ])("shows %j as one row", (logic, shown) => {
    expect(conditionParts(logic)).toEqual({ join: "all", rows: [shown] });
  });

  it("shows what is joined by and, by or, or by neither", () => {
    const [a, b] = [{ "==": [source, "pub"] }, { condition: "b" }];
    const rows = [row({}), { condition: "b" }];
    expect(conditionParts({ and: [a, b] })).toEqual({ join: "all", rows });
    expect(conditionParts({ or: [a, b] })).toEqual({ join: "any", rows });
    expect(conditionParts({ "!": [{ or: [a, b] }] })).toEqual({ join: "none", rows });
    expect(conditionParts({ and: [{ "!": { or: [b] } }, { and: [a] }] })).toEqual({
      join: "all",
      rows: [{ condition: "b", negated: true }, row({})],
    });
  });

  it.each<object>([
    { "===": [source, "pub"] },
    { "<": [1, source, 5] },
    { ">": [{ "+": [source, 1] }, 5] },
    { "==": [{ var: ["source", "x"] }, "pub"] },
    { if: [source, true, false] },
    source,
  ])("keeps %j as it is, and says that it does", (logic) => {
    const parts = conditionParts(logic);
    expect(parts).toEqual({ join: "all", rows: [{ logic }] });
    expect(isWhole(parts)).toBe(false);
    expect(logicOf(parts)).toEqual(logic);
  });

  const sixty = Array.from({ length: 60 }, (_, at) => ({ "==": [source, `v${at}`] }));
  it.each<[string, unknown, number]>([
    ["more rows than drop-downs take", { and: [{ or: sixty }, { and: sixty }] }, 1],
    ["more values than a row takes", { in: [source, Array.from({ length: 201 }, () => 1)] }, 1],
    ["a longer name than a question has", { "==": [{ var: "q".repeat(121) }, 1] }, 1],
    ["a name that no condition has", { or: [sixty[0], { "!": [{ condition: "Not so" }] }] }, 2],
    ["a longer value than is compared", { "==": [source, "x".repeat(1001)] }, 1],
  ])("keeps %s as it is", (_, logic, rows) => {
    const parts = conditionParts(logic);
    expect(ConditionParts.parse(parts)).toEqual(parts);
    expect(parts.rows).toHaveLength(rows);
    expect(isWhole(parts)).toBe(false);
    expect(logicOf(parts)).toEqual(logic);
  });

  it("shows as many rows and values as drop-downs take", () => {
    expect(isWhole(conditionParts({ or: sixty.slice(0, 50) }))).toBe(true);
    const values = Array.from({ length: 200 }, (_, at) => at);
    expect(isWhole(conditionParts({ in: [source, values] }))).toBe(true);
  });

  it("keeps an “or” inside an “and” whole", () => {
    const or = { or: [{ condition: "a" }, { condition: "b" }] };
    const parts = conditionParts({ and: [{ condition: "c" }, or] });
    expect(parts.rows).toEqual([{ condition: "c" }, { logic: or }]);
    expect(isWhole(parts)).toBe(false);
  });

  it("shows always and never", () => {
    for (const logic of [true, false]) expect(logicOf(conditionParts(logic))).toBe(logic);
  });
});

const variable = fc
  .constantFrom("source", "kinds", "count", "day", "ok")
  .map((name) => ({ var: name }));
const literal = fc.constantFrom<unknown>(
  "pub",
  "shop",
  "music",
  0,
  3,
  true,
  false,
  null,
  "2025-03-03",
);
const logics = fc.letrec((tie) => ({
  logic: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "===", "in"), variable, literal)
      .map(([operator, left, right]) => ({ [operator]: [left, right] })),
    fc
      .tuple(fc.constantFrom("==", "in", "<"), literal, variable)
      .map(([o, l, v]) => ({ [o]: [l, v] })),
    fc.tuple(variable, fc.array(literal, { maxLength: 3 })).map(([v, list]) => ({ in: [v, list] })),
    fc.tuple(fc.constantFrom("!", "!!"), variable).map(([operator, v]) => ({ [operator]: [v] })),
    fc.boolean(),
    fc
      .tuple(fc.constantFrom("and", "or"), fc.array(tie("logic"), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]) => ({ [operator]: parts })),
    tie("logic").map((inner) => ({ "!": [inner] })),
  ),
})).logic;

const questions = [
  { id: "source", label: "S", type: "text", required: false },
  {
    id: "kinds",
    label: "K",
    type: "checkboxes",
    options: ["music", "pub"].map((value) => ({ value, label: value })),
  },
  { id: "count", label: "C", type: "number" },
  { id: "day", label: "D", type: "date" },
  { id: "ok", label: "O", type: "yes-no" },
];
const answers = fc.record(
  {
    source: fc.constantFrom("pub", "shop", "0"),
    kinds: fc.constantFrom(["music"], ["music", "pub"], []),
    count: fc.constantFrom(0, 3, 4, -1),
    day: fc.constantFrom("2025-03-03", "2025-03-04"),
    ok: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("logicOf", () => {
  it("holds for the same answers as the logic that was shown", () => {
    fc.assert(
      fc.property(logics, answers, (logic, given) => {
        const parts = conditionParts(logic);
        const rules = [
          { id: "was", name: "Was", when: logic },
          { id: "is", name: "Is", when: logicOf(parts) },
        ];
        const form = Form.parse({ conditions: rules, pages: [{ id: "p", title: "P", questions }] });
        const held = conditions(compileForm(form), given as Answers);
        expect(held.is).toBe(held.was);
        expect(ConditionParts.parse(parts)).toEqual(parts);
      }),
      { numRuns: 600, seed },
    );
  });
});
