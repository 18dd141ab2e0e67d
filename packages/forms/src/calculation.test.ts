import type { Answers } from "@guildhall/contract";
import { rounded } from "./calculation.ts";
import { checkAnswers, checkPage } from "./check.ts";
import { compileForm } from "./compile.ts";
import { formOf, today } from "./noise-form.fixture.ts";
import { conditions } from "./walk.ts";

const amount = { id: "amount", label: "Amount", type: "number", required: false, decimals: 2 };
const words = { id: "words", label: "Words", type: "text", required: false };

function kept(value: unknown, answers: Answers, more: object = {}): unknown {
  const total = { id: "total", label: "Total", type: "calculated", value, ...more };
  const checked = checkAnswers(compileForm(formOf([amount, words, total])), answers, today);
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.answers.total;
}

const times = (by: number) => ({ "*": [{ var: "amount" }, by] });

describe("a calculated answer", () => {
  it("follows from the answers before it, whatever was sent for it", () => {
    expect(kept(times(3), { amount: 2, total: 1_000_000 })).toBe(6);
    expect(kept(times(3), { amount: 2, total: { $: "x" } })).toBe(6);
    expect(kept({ if: [{ ">": [{ var: "amount" }, 1] }, "Many", "One"] }, { amount: 2 })).toBe(
      "Many",
    );
  });

  it.each([
    ["a number that is none", { "/": [1, { var: "words" }] }],
    ["division by nothing", { "/": [1, { var: "amount" }] }],
    ["yes and no", { "==": [1, 1] }],
    ["a list", { if: [true, ["a"], 1] }],
    ["a text that is blank", { if: [true, " ", 1] }],
    ["no answer", { var: "words" }],
  ])("is left out where its value is %s", (_, value) => {
    expect(kept(value, { amount: 0 })).toBeUndefined();
  });

  it("is left out where it is too long, or would break its line", () => {
    expect(kept({ var: "words" }, { words: "x".repeat(200) })).toBe("x".repeat(200));
    const long = { if: [true, "x".repeat(201), 1] };
    expect(kept(long, {})).toBeUndefined();
    expect(kept({ if: [true, "a\nb", 1] }, {})).toBeUndefined();
  });

  it("is kept with its page, and may decide what comes after", () => {
    const total = { id: "total", label: "Total", type: "calculated", value: times(2) };
    const more = { id: "more", label: "More", type: "text", when: "is-much" };
    const rule = { id: "is-much", name: "Much", when: { ">": [{ var: "total" }, 10] } };
    const form = compileForm(formOf([amount, total, more], [rule]));
    expect(conditions(form, { amount: 6, total: 1 })).toEqual({ "is-much": true });
    const [page] = form.form.pages;
    if (!page) throw new Error("The form has no page");
    expect(checkPage(form, page, { amount: 5, total: 99 }, today)).toEqual({
      answers: { amount: 5, total: 10 },
    });
  });
});

describe("rounded", () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [1.15 * 3, 1, 3.5],
    [0.1 + 0.2, 2, 0.3],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.4, 0, 0],
    [1e-9, 4, 0],
    [-0, 2, 0],
    [8.5e14 + 0.5, 0, 850_000_000_000_001],
    [Number.MAX_SAFE_INTEGER, 4, Number.MAX_SAFE_INTEGER],
    [Number.NaN, 2, undefined],
    [Number.POSITIVE_INFINITY, 2, undefined],
    [2 ** 60, 2, undefined],
  ])("makes %d to %d places %d", (value, decimals, expected) => {
    expect(rounded(value, decimals)).toBe(expected);
  });
});
