import { DraftDefinition, type Edit } from "@guildhall/contract";
import {
  begunSection,
  canBeginAt,
  dissolvedSection,
  movedSection,
  placeInSection,
  sectionAt,
} from "./sections.ts";

function formOf(sections: readonly string[], pages: readonly (readonly [string, string?])[]) {
  return DraftDefinition.parse({
    id: "x",
    title: "X",
    form: {
      sections: sections.map((id) => ({ id, title: id })),
      pages: pages.map(([id, section]) => ({ id, title: id, ...(section && { section }) })),
    },
  });
}

const plain = formOf([], [["a"], ["b"]]);
const divided = formOf(
  ["one", "two", "three"],
  [
    ["a", "one"],
    ["b", "one"],
    ["c", "two"],
    ["d", "two"],
    ["e", "three"],
  ],
);
const put = (page: string, to: string): Edit => ({
  act: "set",
  at: `/form/pages/${page}/section`,
  to,
});
const move = (page: string, after: string | null): Edit => ({
  act: "move",
  at: `/form/pages/${page}`,
  after,
});
const section = (id: string) => {
  const found = sectionAt(divided, `/form/sections/${id}`);
  if (!found) throw new Error(id);
  return found;
};
const page = (id: string) => divided.form.pages.find((one) => one.id === id);

describe("sections of the task list", () => {
  it("begin with one that takes every page", () => {
    expect(begunSection(plain, { title: "About you" })).toEqual({
      at: "/form/sections/about-you",
      edits: [
        { act: "add", to: "/form/sections", item: { id: "about-you", title: "About you" } },
        put("a", "about-you"),
        put("b", "about-you"),
      ],
    });
  });

  it("are divided at a page, which takes with it what stands behind it there", () => {
    expect(begunSection(divided, { title: "New", hint: "H" }, page("d")).edits).toEqual([
      {
        act: "add",
        to: "/form/sections",
        item: { id: "new", title: "New", hint: "H" },
        after: "two",
      },
      put("d", "new"),
    ]);
  });

  it.each([
    ["a", false],
    ["b", true],
    ["c", false],
    ["d", true],
  ])("begin only where the one before keeps a page: %s", (id, can) => {
    const found = page(id);
    expect(found && canBeginAt(divided, found)).toBe(can);
  });

  it("move with their pages", () => {
    const edits = [
      { act: "move", at: "/form/sections/two", after: null },
      move("c", null),
      move("d", "c"),
    ];
    expect(movedSection(divided, "up", section("two"))).toEqual(edits);
    expect(movedSection(divided, "down", section("one"))).toEqual(edits);
    expect(movedSection(divided, "up", section("three"))).toEqual([
      { act: "move", at: "/form/sections/three", after: "one" },
      move("e", "b"),
    ]);
  });

  it.each([
    ["up", "one"],
    ["down", "three"],
    ["burn", "two"],
  ])("stay where they cannot go: %s %s", (does, id) => {
    expect(movedSection(divided, does, section(id))).toEqual([]);
  });

  it("leave their pages to the one beside them when they are dissolved", () => {
    const remove = (id: string) => ({ act: "remove", at: `/form/sections/${id}` });
    expect(dissolvedSection(divided, section("three"))).toEqual([put("e", "two"), remove("three")]);
    expect(dissolvedSection(divided, section("one"))).toEqual([
      put("a", "two"),
      put("b", "two"),
      remove("one"),
    ]);
  });

  it("leave no trace when the last is dissolved", () => {
    const last = formOf(["one"], [["a", "one"]]);
    const [only] = last.form.sections;
    expect(only && dissolvedSection(last, only)).toEqual([
      { act: "clear", at: "/form/pages/a/section" },
      { act: "remove", at: "/form/sections/one" },
    ]);
  });

  it.each([
    ["a", "two", "b"],
    ["a", "three", "d"],
    ["e", "one", "b"],
    ["d", "one", "b"],
    [undefined, "two", "d"],
    [undefined, "one", "b"],
  ])("take the page %s into %s behind %s", (id, into, after) => {
    expect(placeInSection(divided, into, id === undefined ? undefined : page(id))).toBe(after);
  });
});
