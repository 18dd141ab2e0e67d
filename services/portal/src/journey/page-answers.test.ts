import { Page } from "@guildhall/contract";
import { changesOn, overlaid } from "./page-answers.ts";
import { revisionOf } from "./revision.ts";

const page = Page.parse({
  id: "p",
  title: "P",
  questions: ["constructor", "toString", "name"].map((id) => ({ id, type: "text", label: id })),
});

describe("what is saved of a page", () => {
  it("is a null for each question without an answer, whatever it is called", () => {
    expect(Object.entries(changesOn(page, { name: "Ada" }))).toEqual([
      ["constructor", null],
      ["toString", null],
      ["name", "Ada"],
    ]);
  });

  it("takes away what the page no longer says, and leaves what others do", () => {
    expect(overlaid({ name: "Ada", road: "Mill Lane" }, page, {})).toEqual({ road: "Mill Lane" });
  });

  it("is known again by the answers alone", () => {
    expect(revisionOf(page, {})).toBe(revisionOf(page, { name: null }));
    expect(revisionOf(page, {})).not.toBe(revisionOf(page, { name: "Ada" }));
  });
});
