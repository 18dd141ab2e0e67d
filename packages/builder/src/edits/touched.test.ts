import type { Edit } from "@guildhall/contract";
import { overlaps } from "../path.ts";
import { touched } from "./touched.ts";

const at = "/form/pages/source";

describe("touched", () => {
  it.each<[Edit, string[]]>([
    [{ act: "set", at: "/title", to: "x" }, ["/title"]],
    [{ act: "clear", at: "/location" }, ["/location"]],
    [{ act: "remove", at }, [at]],
    [{ act: "rename", at, name: "where" }, [at, "/form/pages/where"]],
    [{ act: "move", at, after: null }, [at]],
    [
      { act: "move", at: "/form/pages/a/questions/q", to: "/form/pages/b/questions" },
      ["/form/pages/a/questions/q", "/form/pages/b/questions/q"],
    ],
    [{ act: "copy", at }, ["/form/pages/#new", "/form/conditions/#new"]],
    [{ act: "copy", at, name: "new" }, ["/form/pages/new", "/form/conditions/#new"]],
    [{ act: "copy", at: "/statuses/#1" }, ["/statuses/#new"]],
    [{ act: "add", to: "/form/pages", item: { id: "new" } }, ["/form/pages/new"]],
    [{ act: "add", to: "/form/pages", item: { title: "New" } }, ["/form/pages/#new"]],
    [
      { act: "insert", pattern: "contact", to: "/form/pages" },
      ["/form/pages/#new", "/form/conditions/#new"],
    ],
  ])("says which parts %j changes", (edit, parts) => {
    expect(touched([edit])).toEqual(parts);
  });

  it.each<[string, Edit]>([
    ["a copy", { act: "copy", at: `${at}/questions/q` }],
    ["what has no name yet", { act: "add", to: `${at}/questions`, item: { label: "New" } }],
    ["what has a name", { act: "add", to: `${at}/questions`, item: { id: "n", label: "New" } }],
    ["a pattern", { act: "insert", pattern: "contact", to: `${at}/questions` }],
  ])(
    "lets %s be in the way of whoever takes away what it is put in, and of nobody else",
    (_, edit) => {
      const meets = (other: Edit) =>
        touched([edit]).some((one) => touched([other]).some((path) => overlaps(one, path)));
      expect(meets({ act: "remove", at })).toBe(true);
      expect(meets({ act: "set", at: `${at}/questions`, to: [] })).toBe(true);
      expect(meets({ act: "remove", at: `${at}/questions/other` })).toBe(false);
      expect(meets({ act: "add", to: `${at}/questions`, item: { label: "Other" } })).toBe(false);
      expect(meets({ act: "insert", pattern: "contact", to: "/form/pages" })).toBe(false);
    },
  );

  it("names each part once", () => {
    expect(
      touched([
        { act: "remove", at },
        { act: "remove", at },
      ]),
    ).toEqual([at]);
  });
});
