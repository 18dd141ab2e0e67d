import { readFile } from "node:fs/promises";
import { renderTemplates } from "../templates/render.ts";

describe("the generated templates", () => {
  it("are those that the React Email templates give", async () => {
    const generated = await readFile(new URL("./templates.gen.ts", import.meta.url), "utf8");
    expect(generated).toBe(await renderTemplates());
  });

  it("need no React when a message is made", async () => {
    const sources = await Promise.all(
      ["message", "template", "words", "colour", "layout-words", "templates.gen"].map((name) =>
        readFile(new URL(`./${name}.ts`, import.meta.url), "utf8"),
      ),
    );
    const imported = sources.flatMap((source) => [...source.matchAll(/from "([^"]+)"/g)]);
    expect(
      imported.map(([, from]) => from).filter((from) => /react|templates\//.test(from ?? "")),
    ).toEqual([]);
  });
});
