import type { Edit } from "@guildhall/contract";
import { editsApart } from "./edits-apart.ts";

const purpose = "/form/pages/you/questions/email/purpose";
const set = (at: string): Edit => ({ act: "set", at, to: "Mine" });
const conflict = (at: string) => ({ at, sentence: "Theirs.", by: "Ben", changedAt: "2026-11-22" });

describe("editsApart", () => {
  it("keeps what lies apart from the parts that somebody else has changed", () => {
    const mine = [set("/title"), set(purpose), set("/titles"), set(`${purpose}s`)];
    expect(editsApart(mine, [conflict("/title"), conflict(purpose)])).toEqual([
      set("/titles"),
      set(`${purpose}s`),
    ]);
  });

  it.each<[Edit, string]>([
    [set("/contact"), "/contact/name"],
    [set("/contact/name"), "/contact"],
    [{ act: "clear", at: purpose }, purpose],
    [{ act: "remove", at: "/steps/wait" }, "/steps/wait/stage"],
    [{ act: "rename", at: "/stages/new", name: "old" }, "/stages/old"],
    [{ act: "copy", at: "/stages/new" }, "/stages/#new"],
    [{ act: "move", at: "/steps/wait", after: null }, "/steps"],
    [
      { act: "move", at: "/form/pages/a/questions/q", to: "/form/pages/b/questions" },
      "/form/pages/b",
    ],
    [{ act: "add", to: "/stages", item: { id: "new" } }, "/stages/new"],
    [{ act: "insert", to: "/form/pages", pattern: "about-you" }, "/form/pages/#new"],
  ])("leaves out %j where somebody else has changed %s", (edit, at) => {
    expect(editsApart([edit], [conflict(at)])).toEqual([]);
  });
});
