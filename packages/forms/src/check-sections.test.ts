import { Form } from "@guildhall/contract";
import { checkForm } from "./check-form.ts";
import { everyKindForm } from "./every-kind.fixture.ts";
import { formOf } from "./noise-form.fixture.ts";

const found = (form: Form) => checkForm(form).map(({ code, place }) => ({ code, ...place }));

describe("the sections of a form", () => {
  const sections = [
    { id: "one", title: "One" },
    { id: "two", title: "Two" },
  ];
  const page = (id: string, section?: string) => ({ id, title: id, ...(section && { section }) });

  it("are sound where each page has one, in their order", () => {
    expect(found(everyKindForm)).toEqual([]);
    expect(found(Form.parse({ sections, pages: [page("a", "one"), page("b", "two")] }))).toEqual(
      [],
    );
  });

  it("are found missing, unknown, repeated, empty or out of order", () => {
    expect(
      found(Form.parse({ sections, pages: [page("a", "one"), page("b"), page("c", "two")] })),
    ).toEqual([{ code: "section-missing", page: "b" }]);
    expect(found(Form.parse({ pages: [page("a", "one")] }))).toEqual([
      { code: "section-unknown", page: "a" },
    ]);
    const twice = [...sections, { id: "one", title: "Again" }];
    expect(
      found(Form.parse({ sections: twice, pages: [page("a", "one"), page("b", "two")] })),
    ).toEqual([{ code: "section-duplicate", section: "one" }]);
    expect(found(Form.parse({ sections, pages: [page("a", "one")] }))).toEqual([
      { code: "section-empty", section: "two" },
    ]);
    const scattered = [page("a", "one"), page("b", "two"), page("c", "one")];
    expect(found(Form.parse({ sections, pages: scattered }))).toEqual([
      { code: "section-scattered", page: "c" },
    ]);
  });
});

describe("a condition under which an answer is required", () => {
  const rule = { id: "r", name: "R", when: { "==": [{ var: "b" }, "x"] } };
  const text = (id: string, more: object = {}) => ({ id, label: id, type: "text", ...more });

  it("is one of the form, and reads what is asked before", () => {
    expect(found(formOf([text("b"), text("a", { requiredWhen: "r" })], [rule]))).toEqual([]);
    expect(found(formOf([text("a", { requiredWhen: "gone" })]))).toEqual([
      { code: "condition-unknown", page: "only", question: "a", condition: "gone" },
    ]);
    expect(found(formOf([text("a", { requiredWhen: "r" }), text("b")], [rule]))).toMatchObject([
      { code: "question-later", question: "a" },
    ]);
    expect(found(formOf([text("b", { requiredWhen: "r" })], [rule]))).toMatchObject([
      { code: "condition-circular", question: "b" },
    ]);
  });
});

describe("a calculated value", () => {
  const total = (value: unknown) => ({ id: "total", label: "Total", type: "calculated", value });
  const n = { id: "n", label: "N", type: "number" };

  it("reads what is asked before it, and parts of that", () => {
    const place = { id: "place", label: "Place", type: "location" };
    expect(
      found(formOf([n, place, total({ "+": [{ var: "n" }, { var: "place.easting" }] })])),
    ).toEqual([]);
  });

  it.each([
    ["itself", { var: "total" }, "condition-circular"],
    ["what is asked later", { var: "later" }, "question-later"],
    ["what is not asked", { var: "gone" }, "question-unknown"],
    ["an item of a group", { var: "age" }, "question-unknown"],
    ["by an operator that is not allowed", { map: [{ var: "n" }, 1] }, "operator-not-allowed"],
  ])("may not read %s", (_, value, code) => {
    const people = {
      id: "people",
      label: "People",
      type: "group",
      itemName: "person",
      questions: [{ id: "age", label: "Age", type: "number" }],
    };
    const later = { id: "later", label: "Later", type: "number" };
    expect(found(formOf([n, people, total(value), later]))).toEqual([
      { code, page: "only", question: "total" },
    ]);
  });

  it("has no more than two hundred parts", () => {
    const sum = (count: number) => ({ "+": Array.from({ length: count }, () => 1) });
    const wide = { "+": Array.from({ length: 5 }, () => sum(50)) };
    expect(found(formOf([n, total(wide)]))).toEqual([
      { code: "value-too-large", page: "only", question: "total" },
    ]);
    expect(found(formOf([n, total(sum(50))]))).toEqual([]);
  });
});
