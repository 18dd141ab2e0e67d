import { Form } from "@guildhall/contract";
import { compileForm } from "@guildhall/forms";
import { arrange, type Placed } from "./arrange.ts";

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
