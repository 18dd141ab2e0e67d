import type { DraftDefinition } from "@guildhall/contract";
import { noiseDraft } from "../gate/noise-service.fixture.ts";
import { flowOf } from "./flow.ts";

const ways = (draft: DraftDefinition) =>
  flowOf(draft).edges.map(({ from, to, sentence = "" }) => [from, to, sentence]);

describe("flowOf", () => {
  it("draws the pages in order, with a decision before those that not everybody is asked", () => {
    expect(ways(noiseDraft())).toEqual([
      ["page-source", "if-pub", ""],
      ["if-pub", "page-pub", "“Where is the noise coming from?” is “A pub”"],
      ["page-pub", "if-song", ""],
      ["if-pub", "if-song", "otherwise"],
      ["if-song", "page-song", "it is a pub, and “What can you hear?” includes “Music”"],
      ["page-song", "page-you", ""],
      ["if-song", "page-you", "otherwise"],
      ["page-you", "check", ""],
    ]);
  });

  it("names the default route, which meets no condition", () => {
    const { route, edges } = flowOf(noiseDraft());
    expect(route).toEqual(["page-source", "if-pub", "if-song", "page-you", "check"]);
    const isRoute = edges.filter(({ isDefault }) => isDefault).map(({ to }) => to);
    expect(isRoute).toEqual(route.slice(1));
  });

  it("gives every station a place of its own", () => {
    const { nodes, columns, rows } = flowOf(noiseDraft());
    const places = nodes.map(({ column, row }) => `${column}/${row}`);
    expect(new Set(places).size).toBe(nodes.length);
    expect(Math.max(...nodes.map(({ row }) => row))).toBe(rows - 1);
    expect(columns).toBe(2);
  });

  it("has one decision for pages that share their condition, and ends at an exit", () => {
    const draft = noiseDraft(({ form }) => {
      form.pages.splice(2, 1, { id: "stop", title: "Stop", kind: "exit", when: "is-pub" });
    });
    expect(ways(draft).slice(1, 4)).toEqual([
      ["if-pub", "page-pub", "“Where is the noise coming from?” is “A pub”"],
      ["page-pub", "page-stop", ""],
      ["if-pub", "page-you", "otherwise"],
    ]);
    expect(flowOf(draft).nodes.find(({ id }) => id === "page-stop")).toMatchObject({
      kind: "exit",
      at: "/form/pages/stop",
    });
  });

  it("marks what nobody gets to, and says why", () => {
    const draft = noiseDraft(({ form }) => {
      form.pages.splice(2, 0, { id: "stop", title: "Stop", kind: "exit" });
    });
    const { nodes, findings } = flowOf(draft);
    expect(nodes.filter(({ isReachable }) => !isReachable).map(({ id }) => id)).toEqual([
      "if-song",
      "page-song",
      "page-you",
      "check",
    ]);
    expect(findings.map(({ code, at }) => [code, at])).toEqual([
      ["unreachable-page", "/form/pages/song"],
      ["unreachable-page", "/form/pages/you"],
    ]);
    expect(findings[0]?.sentence).toContain("the form always ends before it");
  });

  it("names conditions on what is asked later or was deleted, and those that go by themselves", () => {
    const draft = noiseDraft(({ form }) => {
      form.conditions.push(
        { id: "a", name: "A", when: { condition: "b" } },
        { id: "b", name: "B", when: { condition: "a" } },
        { id: "late", name: "Late", when: { "!=": [{ var: "email" }, null] } },
        { id: "gone", name: "Gone", when: { "==": [{ var: "gone" }, 1] } },
      );
      form.pages[0].questions[1].when = "late";
    });
    expect(
      flowOf(draft)
        .findings.map(({ code }) => code)
        .sort(),
    ).toEqual(["condition-loop", "condition-loop", "question-later", "question-unknown"]);
  });

  it("draws a service without pages, and two pages of one name", () => {
    const empty = noiseDraft(({ form }) => {
      form.pages = [];
    });
    expect(flowOf(empty)).toMatchObject({ route: ["check"], rows: 1, columns: 1, findings: [] });
    const twice = noiseDraft(({ form }) => form.pages.push(form.pages[0]));
    expect(new Set(flowOf(twice).nodes.map(({ id }) => id)).size).toBe(8);
  });
});
