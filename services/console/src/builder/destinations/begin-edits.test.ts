import type { DraftDefinition, LiveShape, Scenario } from "@guildhall/contract";
import { addEdits, type Chosen, moveEdits } from "./begin-edits.ts";

const shape: LiveShape = {
  design: "general",
  title: "General",
  format: "xml",
  root: "Case",
  remarks: [],
  fields: 1,
  required: 1,
  readAt: "2026-11-22T10:00:00.000Z",
};
const system = { id: "uniform", name: "housing", kind: "uniform" };
const chosen: Chosen = { system, takes: { design: "general", shape } };
const begun = { id: "case", connector: "uniform", format: "xml", root: "Case", schema: "general" };
const has = (mapping?: string) => ({ target: "a", value: "b", ...(mapping && { mapping }) });
const scenario = (id: string, ...documentHas: object[]): Scenario =>
  ({ id, name: id, expects: { ends: "accepted", documentHas } }) as Scenario; // As the schema has it.
const draft = (mappings: string[], ...scenarios: Scenario[]) =>
  ({ mappings: mappings.map((id) => ({ id })), scenarios }) as unknown as DraftDefinition; // So much is looked at.

describe("addEdits", () => {
  const sending = (mapping: string) => ({ id: `send-${mapping}`, kind: "deliver", mapping });
  const task = { id: "look", kind: "task", title: "Look into it" };
  const withSteps = (...steps: object[]) => {
    const definition = { mappings: [{ id: "copy" }], steps: [...steps, task] };
    return definition as unknown as DraftDefinition; // So much is looked at.
  };

  it("adds a step that sends it", () => {
    const { id, edits } = addEdits(withSteps(sending("copy")), chosen);
    expect(id).toBe("uniform");
    expect(edits).toMatchObject([
      { act: "add", to: "/mappings", item: { id } },
      { act: "add", to: "/steps", item: { kind: "deliver", mapping: id } },
    ]);
  });

  it("is what a step sends already, where there is a step that has nothing to send", () => {
    const { id, edits } = addEdits(withSteps(sending("copy"), sending("case")), chosen);
    expect(id).toBe("case");
    expect(edits).toMatchObject([{ act: "add", to: "/mappings", item: { id } }]);
    expect(edits).toHaveLength(1);
  });
});

describe("moveEdits", () => {
  it("sets the mapping alone where nothing else speaks of it", () => {
    const edits = moveEdits(draft(["case", "copy"], scenario("one", has("copy"))), "case", chosen);
    expect(edits).toMatchObject([{ act: "set", at: "/mappings/case", to: { ...begun, rows: [] } }]);
  });

  it("takes back what scenarios expect of the document that is not written any more", () => {
    const scenarios = [scenario("one", has("case"), has("copy")), scenario("two", has("case"))];
    expect(moveEdits(draft(["case", "copy"], ...scenarios), "case", chosen).slice(1)).toEqual([
      { act: "set", at: "/scenarios/one/expects/documentHas", to: [has("copy")] },
      { act: "clear", at: "/scenarios/two/expects/documentHas" },
    ]);
  });

  it("takes what may stand in any document for what stands in the only one", () => {
    const any = scenario("one", has());
    expect(moveEdits(draft(["case"], any), "case", chosen)).toHaveLength(2);
    expect(moveEdits(draft(["case", "copy"], any), "case", chosen)).toHaveLength(1);
  });

  it("begins as another service does with what holds for any", () => {
    const like = {
      id: "theirs",
      connector: "uniform",
      operation: "submit",
      format: "xml",
      root: "Case",
      note: "Theirs",
      rows: [
        { target: "How", from: { value: "WEB" } },
        { target: "Kind", from: { answer: "kind" } },
      ],
    } as const;
    const rows = [...like.rows];
    const [edit] = moveEdits(draft(["case"]), "case", {
      system,
      takes: { like: { ...like, rows } },
    });
    expect(edit).toEqual({
      act: "set",
      at: "/mappings/case",
      to: {
        ...{ id: "case", connector: "uniform", operation: "submit", format: "xml", root: "Case" },
        rows: [rows[0]],
      },
    });
  });
});
