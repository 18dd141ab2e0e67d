import { DraftDefinition } from "@guildhall/contract";
import { createFormulas, rowsOf } from "./formula.ts";
import { unreachableIn } from "./unreachable.ts";

const given = { "!!": [{ var: "ok" }] };
const never: Omit<DraftDefinition["form"]["pages"][number], "id"> = {
  title: "Never",
  kind: "questions",
  questions: [],
};
const rule = (at: number, when: unknown) => ({ id: `c${at}`, name: `C${at}`, when });

/** Conditions that each go by the one before them, and a page for the last. */
function chained(length: number, next: (before: { condition: string }) => unknown) {
  const conditions = Array.from({ length }, (_, at) =>
    rule(at, at === 0 ? given : next({ condition: `c${at - 1}` })),
  );
  const questions = [{ id: "ok", label: "OK", type: "yes-no" }];
  const last = { id: "last", title: "Last", when: `c${length - 1}` };
  const pages = [{ id: "all", title: "All", questions }, last];
  return (turn: boolean) =>
    DraftDefinition.parse({
      id: "large",
      title: "Large",
      form: { conditions: turn ? conditions.toReversed() : conditions, pages },
    });
}

describe("unreachableIn", () => {
  it.each([false, true])("leaves open what doubles with each condition (turned: %s)", (turn) => {
    const draft = chained(25, (before) => ({ and: [before, before] }))(turn);
    expect(createFormulas(draft)("c24")).toBe("open");
    expect(unreachableIn(draft)).toEqual([]);
  });

  it.each([false, true])("reads a chain of a thousand conditions (turned: %s)", (turn) => {
    const draft = chained(1000, (before) => ({ and: [before] }))(turn);
    expect(createFormulas(draft)("c999")).toBe("open");
    expect(unreachableIn(draft)).toEqual([]);
  });

  it("still proves what a form takes", () => {
    const draft = chained(8, (before) => ({ and: [before, before] }))(false);
    draft.form.conditions.push(rule(8, { and: [{ condition: "c7" }, { "!": [given] }] }));
    expect(rowsOf(createFormulas(draft)("c7"))).toHaveLength(128);
    draft.form.pages.push({ id: "never", ...never, when: "c8" });
    expect(unreachableIn(draft).map(({ at }) => at)).toEqual(["/form/pages/never"]);
  });

  it("looks at a whole form only so long: what is not searched by then may be reached", () => {
    const draft = chained(1, () => given)(false);
    const rows = Array.from({ length: 600 }, () => ({ "==": [{ var: "ok" }, true] }));
    draft.form.conditions.push(rule(1, { and: [...rows, { "!": [given] }] }));
    for (let at = 0; at < 2000; at += 1)
      draft.form.pages.push({ id: `p${at}`, ...never, when: "c1" });
    const proven = unreachableIn(draft).map(({ at }) => at);
    expect(proven[0]).toBe("/form/pages/p0");
    expect(proven).not.toContain("/form/pages/p1999");
  });
});
