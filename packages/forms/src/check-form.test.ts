import { Form } from "@guildhall/contract";
import { checkForm } from "./check-form.ts";
import { compileForm } from "./compile.ts";
import { FormFault } from "./form-fault.ts";
import { formOf, noiseForm } from "./noise-form.fixture.ts";

const ask = (id: string, more: object = {}) => ({ id, label: id, type: "text", ...more });
const rule = (id: string, when: unknown) => ({ id, name: id, when: when as never });
const reads = (id: string) => ({ "==": [{ var: id }, "x"] });
const found = (form: Form) => checkForm(form).map(({ code, place }) => ({ code, ...place }));

describe("checkForm", () => {
  it("finds nothing wrong with a sound form", () => {
    expect(found(noiseForm)).toEqual([]);
  });

  it("finds every fault at once", () => {
    const form = formOf(
      [ask("a"), ask("a"), ask("b", { when: "missing" })],
      [rule("r", reads("z"))],
    );
    expect(checkForm(form).map(({ message }) => message)).toEqual([
      'page "only", question "a": another question has this id',
      'condition "r": it reads "z", which no question here answers',
      'page "only", question "b", condition "missing": the form has no such condition',
    ]);
  });

  it("finds two pages, two conditions, or two questions of the same id", () => {
    const page = { id: "p", title: "P", questions: [] };
    const form = Form.parse({
      conditions: [rule("r", true), rule("r", true)],
      pages: [
        { ...page, questions: [ask("a")] },
        { ...page, questions: [ask("a")] },
      ],
    });
    expect(found(form)).toEqual([
      { code: "page-duplicate", page: "p" },
      { code: "condition-duplicate", condition: "r" },
      { code: "question-duplicate", page: "p", question: "a" },
    ]);
  });

  it("finds a page whose address is that of a page which every service has", () => {
    const page = (id: string) => ({ id, title: "P", questions: [] });
    const form = Form.parse({ pages: [page("tasks"), page("task"), page("privacy")] });
    expect(found(form)).toEqual([
      { code: "page-reserved", page: "tasks" },
      { code: "page-reserved", page: "privacy" },
    ]);
  });

  it("wants ids of items unique within their group alone", () => {
    const group = (id: string, questions: object[]) =>
      ask(id, { type: "group", itemName: "one", questions });
    expect(found(formOf([ask("a"), group("g", [ask("a")]), group("h", [ask("a")])]))).toEqual([]);
    expect(found(formOf([group("g", [ask("a"), ask("a")])]))).toEqual([
      { code: "question-duplicate", page: "only", question: "g.a" },
    ]);
  });

  it("finds two options of the same value", () => {
    const options = ["x", "y", "x"].map((value) => ({ value, label: value }));
    expect(found(formOf([ask("a", { type: "radios", options })]))).toEqual([
      { code: "option-duplicate", page: "only", question: "a" },
    ]);
  });

  it("finds a range that nothing can lie in", () => {
    expect(found(formOf([ask("a", { type: "number", min: 2, max: 1 })]))).toEqual([
      { code: "range-empty", page: "only", question: "a" },
    ]);
  });

  it("finds questions on a page of words", () => {
    const pages = [{ id: "p", title: "P", kind: "information", questions: [ask("a")] }];
    expect(found(Form.parse({ pages }))).toEqual([{ code: "page-without-form", page: "p" }]);
  });

  it.each([
    "unknown",
    "a.line1",
    "a.b.c",
    "",
    "constructor",
    "__proto__",
    "../a",
    "address.county",
    "address.line1.length",
  ])("finds a variable that names no question: %j", (path) => {
    const form = formOf([ask("a"), ask("address", { type: "address" })], [rule("r", reads(path))]);
    expect(found(form)).toEqual([{ code: "question-unknown", condition: "r" }]);
  });

  it("lets a condition read a part of an address", () => {
    expect(
      found(formOf([ask("home", { type: "address" })], [rule("r", reads("home.postcode"))])),
    ).toEqual([]);
  });

  it.each<object>([
    { method: ["a"] },
    { each: [] },
    { map: [{ var: "a" }, { "+": [1] }] },
    { reduce: [[1], 1, 1] },
    { cat: ["a", "b"] },
    { throw: "x" },
    { try: [1] },
    { val: ["a"] },
    { get: [{ var: "a" }, "constructor"] },
    { preserve: { eval: 1 } },
    { constructor: [1] },
    { toString: [1] },
    {},
    { "==": [1, 1], "!=": [1, 1] },
    { "==": [1] },
    { "<": [1, 2, 3, 4] },
    { and: { var: "a" } },
    { "!": [1, 2] },
    { var: { var: "a" } },
    { var: ["a", { var: "a" }] },
    { var: 0 },
    { var: null },
    { or: [false, { and: [true, { log: "x" }] }] },
  ])("finds an operation that is not allowed: %j", (when) => {
    expect(found(formOf([ask("a")], [rule("r", when)]))).toEqual([
      { code: "operator-not-allowed", condition: "r" },
    ]);
  });

  it("finds a condition that decides what it reads", () => {
    const at = { page: "only", condition: "r" };
    expect(found(formOf([ask("a", { when: "r" })], [rule("r", reads("a"))]))).toEqual([
      { code: "condition-circular", question: "a", ...at },
    ]);
    const pages = [{ id: "only", title: "Only", when: "r", questions: [ask("a"), ask("b")] }];
    expect(found(Form.parse({ pages, conditions: [rule("r", reads("b"))] }))).toEqual([
      { code: "condition-circular", question: undefined, ...at },
    ]);
  });

  it("finds a condition that depends on itself by way of another", () => {
    const form = formOf(
      [ask("a", { when: "reads-b" }), ask("b", { when: "reads-a" })],
      [rule("reads-a", reads("a")), rule("reads-b", reads("b"))],
    );
    expect(found(form)).toEqual([
      { code: "question-later", page: "only", question: "a", condition: "reads-b" },
    ]);
  });

  it("lets an item's condition read its own earlier answers, and those before the group", () => {
    const items = (id: string) => [
      ask("a"),
      ask("b"),
      ask("g", {
        type: "group",
        itemName: "one",
        questions: [ask("b"), ask("c", { when: "r" }), ask("d")],
      }),
      ask("e", { when: id === "d" ? undefined : "s" }),
    ];
    const form = (id: string) => formOf(items(id), [rule("r", reads(id)), rule("s", reads("a"))]);
    expect(found(form("a"))).toEqual([]);
    expect(found(form("b"))).toEqual([]);
    expect(found(form("c")).map(({ code }) => code)).toEqual(["condition-circular"]);
    expect(found(form("g")).map(({ code }) => code)).toEqual(["condition-circular"]);
    expect(found(form("d")).map(({ code }) => code)).toEqual(["question-later"]);
  });

  it("finds a condition of the form that reads an item's answer", () => {
    const group = ask("g", { type: "group", itemName: "one", questions: [ask("b")] });
    expect(found(formOf([group, ask("a", { when: "r" })], [rule("r", reads("b"))]))).toEqual([
      { code: "question-unknown", page: "only", question: "a", condition: "r" },
    ]);
  });
});

describe("compileForm", () => {
  it("throws the first fault", () => {
    expect(() => compileForm(formOf([ask("a"), ask("a")]))).toThrow(FormFault);
  });
});
