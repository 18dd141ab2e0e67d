import { DraftDefinition, type Edit, ServiceDefinition } from "@guildhall/contract";
import { dataOf } from "../locate.ts";
import { applyEdits } from "./apply.ts";

const many = <T>(make: (at: number) => T, length = 1001) =>
  Array.from({ length }, (_, at) => make(at));
const named = (at: number) => ({ id: `x${at}`, title: "X" });
const question = (at: number) => ({ id: `q${at}`, label: "Q", type: "text" });
const options = many((at) => ({ value: `o${at}`, label: "O" }));
const draft = DraftDefinition.parse({
  id: "long",
  title: "Long",
  form: { pages: [{ id: "one", title: "One" }] },
});
const sentenceOf = (edits: readonly Edit[]) => {
  const made = applyEdits(draft, edits);
  return "fault" in made ? made.fault.sentence : undefined;
};

describe("the lists of a draft", () => {
  it.each<[string, unknown, string]>([
    ["/form/pages", many(named), "The pages should have at most 1000."],
    ["/form/sections", many(named), "The sections should have at most 1000."],
    [
      "/form/conditions",
      many((at) => ({ id: `c${at}`, name: "C", when: true })),
      "The conditions should have at most 1000.",
    ],
    ["/stages", many(named), "The stages should have at most 1000."],
    [
      "/statuses",
      many((at) => ({ external: `s${at}`, stage: "a" })),
      "The statuses of the back office should have at most 1000.",
    ],
    [
      "/steps",
      many((at) => ({ id: `s${at}`, kind: "task", title: "S" })),
      "The steps should have at most 1000.",
    ],
    [
      "/mappings",
      many((at) => ({
        id: `m${at}`,
        connector: "x",
        operation: "y",
        format: "json",
        rows: [{ target: "a", from: { value: "b" } }],
      })),
      "The mappings should have at most 1000.",
    ],
    [
      "/form/pages/one/questions",
      many(question),
      "The questions of the page “One” should have at most 1000.",
    ],
    [
      "/form/pages/one/questions",
      [{ id: "q", label: "Q", type: "radios", options }],
      "The options of the question “Q” should have at most 1000.",
    ],
  ])("are bounded: %s", (at, to, sentence) => {
    expect(sentenceOf([{ act: "set", at, to }])).toBe(sentence);
    const within = Array.isArray(to) && to.length > 1 ? to.slice(1) : [];
    expect(sentenceOf([{ act: "set", at, to: within }])).toBeUndefined();
  });

  it("bind only what is in the making: what is live stays as it is", () => {
    const stages = many(named);
    expect(ServiceDefinition.shape.stages.safeParse(stages).success).toBe(true);
  });

  it("leave out what is not decided, and stay empty by themselves", () => {
    expect(dataOf(draft)).toMatchObject({ stages: [], form: { conditions: [], sections: [] } });
  });
});

describe("renames", () => {
  it("are made by the score at most", () => {
    const renames = many((at): Edit => {
      return {
        act: "rename",
        at: `/form/pages/${at === 0 ? "one" : `x${at}`}`,
        name: `x${at + 1}`,
      };
    }, 21);
    expect(sentenceOf(renames.slice(0, 20))).toBeUndefined();
    expect(applyEdits(draft, renames)).toEqual({
      fault: {
        edit: 20,
        at: "/form/pages/x20",
        sentence: "At most 20 parts can be renamed at once.",
      },
    });
  });
});
