import type { Answers } from "@guildhall/contract";
import { compileForm } from "./compile.ts";
import { complete, formOf, noise } from "./noise-form.fixture.ts";
import { conditions, route } from "./walk.ts";

describe("route", () => {
  it("passes over the pages that do not apply", () => {
    expect(ids(complete)).toEqual(["danger", "noise", "dates", "you"]);
    expect(ids({ ...complete, kinds: ["music"] })).toEqual([
      "danger",
      "noise",
      "music",
      "dates",
      "you",
    ]);
  });

  it("ends at an exit page", () => {
    expect(ids({ danger: true })).toEqual(["danger", "call-999"]);
  });

  it("needs no answers", () => {
    expect(ids({})).toEqual(["danger", "noise", "dates", "you"]);
  });
});

describe("conditions", () => {
  it("says of each whether it holds", () => {
    expect(conditions(noise, { ...complete, kinds: ["dog", "music"] })).toEqual({
      "is-emergency": false,
      "is-music": true,
      "is-other": false,
      "went-on": false,
    });
  });

  it("sees only the answers to questions that apply", () => {
    const form = compileForm(
      formOf(
        [
          { id: "a", label: "A", type: "yes-no" },
          { id: "b", label: "B", type: "yes-no", when: "a" },
        ],
        [
          { id: "a", name: "A", when: { "==": [{ var: "a" }, true] } },
          { id: "b", name: "B", when: { "==": [{ var: "b" }, true] } },
        ],
      ),
    );
    expect(conditions(form, { a: false, b: true })).toEqual({ a: false, b: false });
    expect(conditions(form, { a: true, b: true })).toEqual({ a: true, b: true });
  });
});

describe("a condition", () => {
  const holds = (when: unknown, answers: Answers) => {
    const ask = (id: string) => ({ id, label: id, type: "text" });
    const rules = [{ id: "r", name: "R", when: when as never }];
    return conditions(compileForm(formOf([ask("a"), ask("constructor")], rules)), answers).r;
  };
  const a = { var: "a" };

  it("takes no answer for neither no, nor zero, nor less than anything", () => {
    expect(holds({ "==": [a, false] }, {})).toBe(false);
    expect(holds({ "==": [a, 0] }, {})).toBe(false);
    expect(holds({ "<": [a, 5] }, {})).toBe(false);
    expect(holds({ ">=": [5, a] }, {})).toBe(false);
    expect(holds({ "!": a }, {})).toBe(true);
    expect(holds({ "==": [a, null] }, {})).toBe(true);
  });

  it("reads an answer, never what an object inherits", () => {
    expect(holds({ "!!": { var: "constructor" } }, {})).toBe(false);
    expect(
      holds({ "!!": { var: "constructor" } }, { constructor: "x" } as unknown as Answers),
    ).toBe(true);
  });

  it.each([
    [{ "==": [a, "x"] }, "x", true],
    [{ "==": [a, "x"] }, true, false],
    [{ "!=": [a, "x"] }, true, true],
    [{ "===": [a, 1] }, 1, true],
    [{ "!==": [a, 1] }, 1, false],
    [{ "<": [1, a, 3] }, 2, true],
    [{ "<": [1, a, 3] }, 3, false],
    [{ ">": [a, 1] }, 2, true],
    [{ "<=": ["2025-01-01", a] }, "2025-01-02", true],
    [{ in: [a, ["x", "y"]] }, "y", true],
    [{ in: ["x", a] }, ["x"], true],
    [{ in: ["x", a] }, 7, false],
    [{ and: [true, a] }, "x", true],
    [{ or: [false, a] }, "", false],
    [{ if: [a, false, true] }, "x", false],
    [{ "!!": [a] }, [], false],
    [{ ">": [{ "+": [a, 1] }, 2] }, 2, true],
    [{ "==": [{ "%": [a, 2] }, 0] }, 4, true],
    [{ "/": [1, a] }, 0, false],
    [{ "+": [a, 1] }, "text", false],
    [{ var: ["a", "x"] }, undefined, true],
    [true, undefined, true],
  ])("%j with %j is %s", (when, answer, expected) => {
    expect(holds(when, answer === undefined ? {} : { a: answer })).toBe(expected);
  });
});

function ids(answers: Answers): string[] {
  return route(noise, answers).map(({ id }) => id);
}
