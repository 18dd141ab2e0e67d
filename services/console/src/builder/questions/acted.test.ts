import { DraftDefinition } from "@guildhall/contract";
import { acted } from "./acted.ts";

const question = (id: string) => ({ id, type: "text", label: id });
const definition = DraftDefinition.parse({
  id: "noise",
  title: "Noise",
  form: {
    pages: [
      { id: "one", title: "One", questions: [question("a"), question("b"), question("c")] },
      { id: "two", title: "Two", questions: [question("d")] },
    ],
  },
});
const [one, two] = ["/form/pages/one", "/form/pages/two"];

describe("a press on the list", () => {
  it.each([
    ["up", `${one}/questions/c`, { act: "move", at: `${one}/questions/c`, after: "a" }],
    ["up", `${one}/questions/b`, { act: "move", at: `${one}/questions/b`, after: null }],
    ["down", `${one}/questions/a`, { act: "move", at: `${one}/questions/a`, after: "b" }],
    ["up", two, { act: "move", at: two, after: null }],
    ["copy", one, { act: "copy", at: one, name: "one-2" }],
    ["copy", `${two}/questions/d`, { act: "copy", at: `${two}/questions/d`, name: "d2" }],
  ])("becomes an edit: %s %s", (does, at, edit) => {
    expect(acted(definition, does, at)?.edits).toEqual([edit]);
  });

  it("takes a question at the end of its page to the page beside it", () => {
    expect(acted(definition, "down", `${one}/questions/c`)).toEqual({
      edits: [{ act: "move", at: `${one}/questions/c`, to: `${two}/questions`, after: null }],
      at: `${two}/questions/c`,
    });
    expect(acted(definition, "up", `${two}/questions/d`)).toEqual({
      edits: [{ act: "move", at: `${two}/questions/d`, to: `${one}/questions` }],
      at: `${one}/questions/d`,
    });
  });

  it.each([
    ["up", one],
    ["down", two],
    ["up", `${one}/questions/a`],
    ["down", `${two}/questions/d`],
    ["burn", `${one}/questions/a`],
    ["up", "/form/pages/none"],
  ])("does nothing where it cannot: %s %s", (does, at) => {
    expect(acted(definition, does, at)).toBeUndefined();
  });

  describe("in a form with sections", () => {
    const divided = DraftDefinition.parse({
      ...definition,
      form: {
        sections: [
          { id: "s", title: "S" },
          { id: "t", title: "T" },
        ],
        pages: [
          { id: "one", title: "One", section: "s" },
          { id: "two", title: "Two", section: "t" },
        ],
      },
    });
    const section = "/form/sections/t";

    it("takes a page at the end of its section into the one beside it", () => {
      expect(acted(divided, "up", two)).toEqual({
        edits: [{ act: "set", at: `${two}/section`, to: "s" }],
        at: two,
      });
    });

    it("moves and dissolves a section", () => {
      expect(acted(divided, "up", section)?.at).toBe(section);
      expect(acted(divided, "dissolve", section)).toEqual({
        edits: [
          { act: "set", at: `${two}/section`, to: "s" },
          { act: "remove", at: section },
        ],
        at: "",
      });
      expect(acted(divided, "down", section)).toBeUndefined();
    });
  });
});
