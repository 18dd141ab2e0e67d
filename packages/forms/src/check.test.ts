import type { Answers } from "@guildhall/contract";
import { checkAnswers, checkPage } from "./check.ts";
import { compileForm } from "./compile.ts";
import { complete, faultsOf, formOf, noise, pageOf, today } from "./noise-form.fixture.ts";

describe("checkAnswers", () => {
  it("gives back the answers that it accepts", () => {
    expect(check({})).toEqual({ answers: complete });
  });

  it("asks for every required answer that applies, and for no other", () => {
    expect(faultsOf(checkAnswers(noise, {}, today))).toEqual([
      ["/danger", "required"],
      ["/source", "required"],
      ["/kinds", "required"],
      ["/started", "required"],
      ["/dates", "required"],
      ["/fullName", "required"],
      ["/email", "required"],
      ["/home", "required"],
    ]);
  });

  it("takes white space alone as no answer", () => {
    expect(faultsOf(check({ fullName: " \n\t " }))).toEqual([["/fullName", "required"]]);
  });

  it("drops the answer to a question that is not asked", () => {
    expect(check({ otherSource: "A fan" })).toEqual({ answers: complete });
  });

  it("keeps and requires the answer once the question is asked", () => {
    const answers = { source: "other", otherSource: "A fan" };
    expect(check(answers)).toEqual({ answers: { ...complete, ...answers } });
    expect(faultsOf(check({ source: "other" }))).toEqual([["/otherSource", "required"]]);
  });

  it("opens no page on the strength of a dropped answer", () => {
    const form = compileForm(
      formOf(
        [
          { id: "first", label: "First", type: "text" },
          { id: "second", label: "Second", type: "text", when: "first-yes" },
          { id: "third", label: "Third", type: "text", when: "second-yes" },
        ],
        [
          { id: "first-yes", name: "First", when: { "==": [{ var: "first" }, "yes"] } },
          { id: "second-yes", name: "Second", when: { "==": [{ var: "second" }, "yes"] } },
        ],
      ),
    );
    const kept = checkAnswers(form, { first: "no", second: "yes", third: "kept?" }, today);
    expect(kept).toEqual({ answers: { first: "no" } });
  });

  it("asks for what a list of options opened", () => {
    expect(faultsOf(check({ kinds: ["dog", "music"] }))).toEqual([["/song", "required"]]);
  });

  it("refuses a submission whose road ends at an exit page, and looks no further", () => {
    const checked = check({ danger: true, source: "nonsense" });
    expect(checked).toEqual({ faults: [{ pointer: "", code: "exit", detail: "Call 999" }] });
  });

  it("refuses questions that the form does not have", () => {
    const hostile = JSON.parse('{"__proto__": 1, "constructor": 1, "a/b~c": 1, "x\\ud800": 1}');
    expect(faultsOf(checkAnswers(noise, { ...complete, ...hostile }, today))).toEqual([
      ["/__proto__", "unknown-field"],
      ["/constructor", "unknown-field"],
      ["/a~1b~0c", "unknown-field"],
      ["/?", "unknown-field"],
    ]);
  });

  it("takes nothing that an object inherits for an answer", () => {
    const ask = (id: string) => ({ id, label: id, type: "text" });
    const form = compileForm(formOf([ask("toString"), ask("constructor")]));
    expect(faultsOf(checkAnswers(form, {}, today))).toEqual([
      ["/toString", "required"],
      ["/constructor", "required"],
    ]);
  });

  it("asks an item's question by the item's own answers and by those before the group", () => {
    const ask = (id: string, more: object = {}) => ({ id, label: id, type: "text", ...more });
    const questions = [
      ask("sort", { required: false }),
      ask("byItem", { when: "item" }),
      ask("byForm", { when: "form" }),
    ];
    const form = compileForm(
      formOf(
        [ask("first"), ask("them", { type: "group", itemName: "one", questions })],
        [
          { id: "item", name: "Item", when: { "==": [{ var: "sort" }, "x"] } },
          { id: "form", name: "Form", when: { "==": [{ var: "first" }, "x"] } },
        ],
      ),
    );
    const faults = (first: string) =>
      faultsOf(checkAnswers(form, { first, them: [{ sort: "x" }, { sort: "y" }] }, today));
    expect(faults("y")).toEqual([["/them/0/byItem", "required"]]);
    expect(faults("x")).toEqual([
      ["/them/0/byItem", "required"],
      ["/them/0/byForm", "required"],
      ["/them/1/byForm", "required"],
    ]);
  });

  it("writes at most a hundred faults", () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`q${index}`, 1]));
    expect(faultsOf(checkAnswers(noise, many, today))).toHaveLength(100);
  });

  it.each([null, "text", 7, [], [complete]])(
    "refuses %j, which is no record of answers",
    (value) => {
      expect(checkAnswers(noise, value, today)).toEqual({
        faults: [{ pointer: "", code: "invalid" }],
      });
    },
  );
});

describe("checkPage", () => {
  it("looks at the page's own questions only", () => {
    const checked = checkPage(noise, pageOf("noise"), { source: "pub", email: "nonsense" }, today);
    expect(faultsOf(checked)).toEqual([
      ["/kinds", "required"],
      ["/started", "required"],
    ]);
  });

  it("gives back the page's own answers only, and reads the pages before", () => {
    const draft: Answers = { kinds: ["music"], song: "Jerusalem" };
    expect(checkPage(noise, pageOf("music"), draft, today)).toEqual({
      answers: { song: "Jerusalem" },
    });
  });

  it("keeps nothing of a page that does not apply", () => {
    expect(checkPage(noise, pageOf("music"), { song: "Jerusalem" }, today)).toEqual({
      answers: {},
    });
  });
});

function check(change: Answers) {
  return checkAnswers(noise, { ...complete, ...change }, today);
}

describe("a question that is required under a condition", () => {
  const rule = { id: "loud", name: "Loud", when: { "==": [{ var: "loud" }, true] } };
  const loud = { id: "loud", label: "Loud", type: "yes-no" };
  const why = { id: "why", label: "Why", type: "text", requiredWhen: "loud" };
  const home = { id: "home", label: "Home", type: "address", requiredWhen: "loud" };
  const people = {
    id: "people",
    label: "People",
    type: "group",
    itemName: "person",
    required: false,
    questions: [why],
  };

  it("must be answered only while it holds", () => {
    const form = compileForm(formOf([loud, why, home], [rule]));
    expect(checkAnswers(form, { loud: false }, today)).toEqual({ answers: { loud: false } });
    expect(faultsOf(checkAnswers(form, { loud: true, home: {} }, today))).toEqual([
      ["/why", "required"],
      ["/home", "required"],
    ]);
    expect(checkAnswers(form, { loud: false, why: "x" }, today)).toHaveProperty("answers.why", "x");
  });

  it("is so in each item of a group", () => {
    const form = compileForm(formOf([loud, people], [rule]));
    expect(faultsOf(checkAnswers(form, { loud: true, people: [{}] }, today))).toEqual([
      ["/people/0/why", "required"],
    ]);
    expect(checkAnswers(form, { loud: false, people: [{}] }, today)).toHaveProperty("answers");
  });
});
