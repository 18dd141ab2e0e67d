import type { Edit } from "@guildhall/contract";
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
    [{ act: "copy", at }, []],
    [{ act: "copy", at, name: "new" }, ["/form/pages/new"]],
    [{ act: "add", to: "/form/pages", item: { id: "new" } }, ["/form/pages/new"]],
    [{ act: "add", to: "/form/pages", item: { title: "New" } }, []],
    [{ act: "insert", pattern: "contact", to: "/form/pages" }, []],
  ])("says which parts %j changes", (edit, parts) => {
    expect(touched([edit])).toEqual(parts);
  });

  it("names each part once", () => {
    expect(
      touched([
        { act: "remove", at },
        { act: "remove", at },
      ]),
    ).toEqual([at]);
  });
});
