import { Form } from "@guildhall/contract";
import { compileForm } from "@guildhall/forms";
import { arrange, inOrderRead, type Placed } from "./arrange.ts";

const choice = { id: "kind", type: "radios", label: "Kind" };
const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
  { value: "c", label: "C" },
];

/** Lay out a page whose second question is asked under a condition, and say where it stands. */
function layOut(when: unknown, first: object, answers: Record<string, unknown> = {}): unknown {
  const form = compileForm(
    Form.parse({
      conditions: [{ id: "rule", name: "Rule", when }],
      pages: [
        {
          id: "before",
          title: "Before",
          questions: [{ id: "source", type: "text", label: "Source" }],
        },
        {
          id: "page",
          title: "Page",
          questions: [first, { id: "more", type: "text", label: "More", when: "rule" }],
        },
      ],
    }),
  );
  return arrange(form.pages[1]?.questions ?? [], answers).map(outline);
}

function outline({ asked, revealed }: Placed): unknown {
  if (revealed.size === 0) return asked.id;
  return {
    [asked.id]: Object.fromEntries(
      [...revealed].map(([value, list]) => [value, list.map(outline)]),
    ),
  };
}

describe("arrange", () => {
  it("puts a question under the one choice that makes it apply", () => {
    const rule = { "==": [{ var: "kind" }, "b"] };
    expect(layOut(rule, { ...choice, options })).toEqual([{ kind: { b: ["more"] } }]);
    expect(layOut(rule, { ...choice, options }, { kind: "a" })).toEqual([
      { kind: { b: ["more"] } },
    ]);
  });

  it("puts it under yes or no, and under one of the boxes to tick", () => {
    const yesNo = { id: "kind", type: "yes-no", label: "Kind?" };
    expect(layOut({ "==": [{ var: "kind" }, true] }, yesNo)).toEqual([{ kind: { yes: ["more"] } }]);
    expect(
      layOut({ in: ["c", { var: "kind" }] }, { ...choice, type: "checkboxes", options }),
    ).toEqual([{ kind: { c: ["more"] } }]);
  });

  it("lets it stand in its order where several choices make it apply", () => {
    const rule = { in: [{ var: "kind" }, ["a", "b"]] };
    expect(layOut(rule, { ...choice, options })).toEqual(["kind", "more"]);
  });

  it("shows what applies until a choice rules it out", () => {
    const rule = { "!=": [{ var: "kind" }, "c"] };
    expect(layOut(rule, { ...choice, options })).toEqual(["kind", "more"]);
    expect(layOut(rule, { ...choice, options }, { kind: "c" })).toEqual(["kind"]);
  });

  it("reads what was answered on other pages, too", () => {
    const rule = { and: [{ "==": [{ var: "source" }, "x"] }, { "==": [{ var: "kind" }, "b"] }] };
    expect(layOut(rule, { ...choice, options }, { source: "y", kind: "b" })).toEqual(["kind"]);
    expect(layOut(rule, { ...choice, options }, { source: "x" })).toEqual([
      { kind: { b: ["more"] } },
    ]);
  });
});

describe("what must be answered only under a condition", () => {
  it("is called optional where answers of other pages rule it out", () => {
    const rule = { "==": [{ var: "source" }, "x"] };
    expect(needs(rule, { ...choice, options }, { source: "y" })).toBe(false);
    expect(needs(rule, { ...choice, options }, { source: "x" })).toBe(true);
  });

  it("is not called optional while an answer beside it may make it needed", () => {
    const rule = { "==": [{ var: "kind" }, "b"] };
    expect(needs(rule, { ...choice, options })).toBe(true);
    expect(needs(rule, { ...choice, options }, { kind: "a" })).toBe(true);
    expect(needs(rule, { id: "kind", type: "text", label: "Kind" })).toBe(true);
  });

  it("is called optional where no answer beside it can change that", () => {
    const rule = { and: [{ "==": [{ var: "source" }, "x"] }, { "==": [{ var: "kind" }, "b"] }] };
    expect(needs(rule, { ...choice, options }, { source: "y", kind: "b" })).toBe(false);
  });

  it("is called what the choice makes of it that it stands under", () => {
    const rule = { "==": [{ var: "kind" }, "b"] };
    expect(needs(rule, { ...choice, options }, {}, { when: "rule" })).toBe(true);
    const never = { and: [{ "==": [{ var: "kind" }, "b"] }, { "==": [{ var: "source" }, "x"] }] };
    expect(needs(never, { ...choice, options }, {}, { when: "only-b" })).toBe(false);
  });
});

it("says faults in the order that they are read in, those under a choice with it", () => {
  const questions = [
    { ...choice, options },
    { id: "next", type: "text", label: "Next" },
    { id: "more", type: "text", label: "More", when: "rule" },
  ];
  const rule = { id: "rule", name: "Rule", when: { "==": [{ var: "kind" }, "b"] } };
  const form = compileForm(
    Form.parse({ conditions: [rule], pages: [{ id: "page", title: "Page", questions }] }),
  );
  const places = arrange(form.pages[0]?.questions ?? [], {});
  const faults = ["next", "more", "files", "kind"];
  expect(inOrderRead(places, faults, (id) => id)).toEqual(["files", "kind", "more", "next"]);
});

/** Whether the page says that its second question must be answered. */
function needs(
  when: unknown,
  first: object,
  answers: Record<string, unknown> = {},
  more: object = {},
): boolean | undefined {
  const onlyB = { id: "only-b", name: "B", when: { "==": [{ var: "kind" }, "b"] } };
  const second = { id: "more", type: "text", label: "More", requiredWhen: "rule", ...more };
  const before = [{ id: "source", type: "text", label: "Source" }];
  const form = compileForm(
    Form.parse({
      conditions: [{ id: "rule", name: "Rule", when }, ...("when" in more ? [onlyB] : [])],
      pages: [
        { id: "before", title: "Before", questions: before },
        { id: "page", title: "Page", questions: [first, second] },
      ],
    }),
  );
  const find = (places: Placed[]): boolean | undefined =>
    places
      .map(({ asked, revealed }) =>
        asked.id === "more" ? asked.required : find([...revealed.values()].flat()),
      )
      .find((found) => found !== undefined);
  return find(arrange(form.pages[1]?.questions ?? [], answers));
}
