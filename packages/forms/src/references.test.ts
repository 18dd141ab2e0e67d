import type { NamedCondition } from "@guildhall/contract";
import fc from "fast-check";
import { checkForm } from "./check-form.ts";
import { compileForm } from "./compile.ts";
import { formOf } from "./noise-form.fixture.ts";
import { conditions, route } from "./walk.ts";

const ask = (id: string, more: object = {}) => ({ id, label: id, type: "text", ...more });
const rule = (id: string, when: unknown) => ({ id, name: id, when: when as never });
const reads = (id: string) => ({ "==": [{ var: id }, "x"] });
const codes = (rules: NamedCondition[], questions = [ask("a"), ask("b", { when: rules[0]?.id })]) =>
  checkForm(formOf(questions, rules)).map(({ code, place }) => [code, place.condition]);

describe("a condition that goes by another", () => {
  const rules = [
    rule("both", { and: [{ condition: "is-x" }, { "!": [{ condition: "is-late" }] }] }),
    rule("is-x", reads("a")),
    rule("is-late", { ">": [{ var: "n" }, 5] }),
  ];
  const questions = [
    ask("a", { required: false }),
    ask("n", { type: "number", required: false }),
    ask("c", { when: "both" }),
  ];
  const form = compileForm(formOf(questions, rules));

  it("holds where that one does", () => {
    expect(conditions(form, { a: "x", n: 3 })).toEqual({
      both: true,
      "is-x": true,
      "is-late": false,
    });
    expect(conditions(form, { a: "x", n: 9 }).both).toBe(false);
    expect(conditions(form, {}).both).toBe(false);
  });

  it("opens pages", () => {
    expect(route(form, { a: "x" })).toHaveLength(1);
  });

  it("leaves a form without references as it was designed", () => {
    const plain = formOf([ask("a")], [rule("is-x", reads("a"))]);
    expect(compileForm(plain).form).toEqual(plain);
  });

  it("is held to what it reads by way of the other", () => {
    expect(
      codes(
        [rule("r", { condition: "s" }), rule("s", reads("c"))],
        [ask("a", { when: "r" }), ask("c")],
      ),
    ).toEqual([["question-later", "r"]]);
    expect(
      codes([rule("r", { condition: "s" }), rule("s", reads("a"))], [ask("a", { when: "r" })]),
    ).toEqual([["condition-circular", "r"]]);
  });
});

describe("checkForm", () => {
  it("finds a condition that goes by one that is not there", () => {
    expect(codes([rule("r", { condition: "gone" })])).toEqual([["reference-unknown", "r"]]);
  });

  it("finds conditions that go by themselves, by way of others too", () => {
    expect(codes([rule("r", { condition: "r" })])).toEqual([["condition-loop", "r"]]);
    const loop = [
      rule("r", { condition: "s" }),
      rule("s", { "!": [{ condition: "t" }] }),
      rule("t", { condition: "s" }),
    ];
    expect(codes(loop)).toEqual([
      ["condition-loop", "s"],
      ["condition-loop", "t"],
    ]);
  });

  it("finds a reference that is no name, and one in a calculated value", () => {
    expect(codes([rule("r", { condition: { var: "a" } })])).toEqual([
      ["operator-not-allowed", "r"],
    ]);
    const value = { if: [{ condition: "r" }, 1, 2] };
    const questions = [ask("a"), ask("v", { type: "calculated", value })];
    expect(codes([rule("r", reads("a"))], questions)).toEqual([
      ["operator-not-allowed", undefined],
    ]);
  });

  it("finds conditions that grow with each other, or stand too deep, in little time", () => {
    const twice = Array.from({ length: 60 }, (_, at) =>
      rule(`r${at}`, { and: [{ condition: `r${at + 1}` }, { condition: `r${at + 1}` }] }),
    );
    const found = codes([...twice, rule("r60", true)]);
    expect(found).toContainEqual(["condition-too-large", "r0"]);
    const chain = Array.from({ length: 5000 }, (_, at) =>
      rule(`r${at}`, { condition: `r${at + 1}` }),
    );
    expect(codes([...chain, rule("r5000", true)])).toContainEqual(["condition-too-large", "r0"]);
  });

  it("never throws, whatever goes by what", () => {
    const name = fc.constantFrom("r", "s", "t", "gone");
    const logic = fc.letrec((tie) => ({
      logic: fc.oneof(
        { maxDepth: 3 },
        name.map((condition) => ({ condition })),
        fc.constant(reads("a")),
        fc.tuple(tie("logic"), tie("logic")).map((and) => ({ and })),
        tie("logic").map((not) => ({ "!": [not] })),
      ),
    })).logic;
    fc.assert(
      fc.property(logic, logic, logic, (r, s, t) => {
        const form = formOf(
          [ask("a"), ask("b", { when: "r" })],
          [rule("r", r), rule("s", s), rule("t", t)],
        );
        if (checkForm(form).length > 0) return;
        expect(typeof conditions(compileForm(form), { a: "x" }).r).toBe("boolean");
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  });
});
