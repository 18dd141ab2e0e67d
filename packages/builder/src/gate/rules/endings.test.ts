import { findingsOf } from "../findings.ts";
import { known, noiseDraft } from "../noise-service.fixture.ts";

type Change = NonNullable<Parameters<typeof noiseDraft>[0]>;

function found(change: Change): (string | boolean)[][] {
  return findingsOf(noiseDraft(change), known)
    .filter(({ code }) =>
      ["ending-untold", "referred-nowhere", "not-fixed-unworkable"].includes(code),
    )
    .map(({ code, at, advice }) => [code, at, advice]);
}
const message = (text: string) => ({ completed: { subject: "It has ended", text } });

describe("the end of a service", () => {
  it("says how it ended", () => {
    expect(found((one) => Object.assign(one, { messages: message("It has ended.") }))).toEqual([
      ["ending-untold", "/messages/completed", true],
    ]);
    for (const text of ["((outcome))", "It is: (( status ))"])
      expect(found((one) => Object.assign(one, { messages: message(text) }))).toEqual([]);
  });

  it("says whom to turn to where it is not the council's own", () => {
    const statuses = [
      { external: "GONE", stage: "done", ends: "referred" },
      { external: "GONE-TO", stage: "done", ends: "referred", text: "Ask the county." },
      { external: "DONE", stage: "done", ends: "completed" },
    ];
    const referred = found((one) => Object.assign(one, { statuses }));
    expect(referred.filter(([code]) => code === "referred-nowhere")).toMatchObject([
      ["referred-nowhere", expect.stringContaining("/statuses/"), true],
    ]);
  });

  it("is no end where it is opened again at a stage that is there", () => {
    const notFixed = { rule: "reopen", withinDays: 28, times: 1 };
    const at = (stage: string) =>
      found((one) => Object.assign(one, { notFixed: { ...notFixed, stage } })).filter(
        ([code]) => code === "not-fixed-unworkable",
      );
    expect(at("gone")).toEqual([["not-fixed-unworkable", "/notFixed", false]]);
    const { stages = [] } = noiseDraft();
    expect(at(stages[0]?.id ?? "")).toEqual([]);
  });
});
