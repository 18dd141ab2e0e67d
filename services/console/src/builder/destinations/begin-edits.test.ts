import type { DraftDefinition, LiveShape, Scenario } from "@guildhall/contract";
import { type Chosen, moveEdits } from "./begin-edits.ts";

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
