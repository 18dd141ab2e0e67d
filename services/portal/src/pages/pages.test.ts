import { undrawnDuring } from "@guildhall/ui/testing";
import { seeEveryPage } from "../testing/gallery/gallery.ts";
import type { ShownPage } from "../testing/gallery/tour.ts";
import { headingOf, invalidIn, titleOf } from "../testing/look.ts";

let pages: readonly ShownPage[] = [];
const undrawn = await undrawnDuring(import.meta.dirname, async () => {
  pages = await seeEveryPage();
});

describe("the citizen's pages", () => {
  it("are all among those that are looked at here, with every part that a page is made of", () => {
    expect(undrawn).toEqual([]);
  });

  it("are each looked at once", () => {
    const names = pages.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe.each(pages.map(({ name, html }) => [name, html] as const))("the page %s", (name, html) => {
  it("is valid HTML", async () => {
    expect(await invalidIn(html)).toEqual([]);
  });

  it("has one heading of the first level, a title, and its language", () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(headingOf(html)).not.toBe("");
    expect(html).toContain('<html lang="en-GB"');
    expect(titleOf(html).startsWith("Error: ")).toBe(/with (a )?fault/.test(name));
  });

  it("needs no script, no inline style and nothing from elsewhere", () => {
    expect(html).not.toMatch(/<script(?![^>]* src="\/)[^>]*>/);
    expect(html).not.toMatch(/<[^>]+ (style|on[a-z]+)=/);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });

  it("wears nothing that is central government's", () => {
    expect(html).not.toMatch(
      /#(?:1d70b8|0b0c0c|00703c|ffdd00|d4351c)\b|GDS Transport|crown|crest/i,
    );
  });

  it("leads every fault to a control that is there", () => {
    const [list = ""] = /govuk-error-summary__list">.*?<\/ul>/s.exec(html) ?? [];
    for (const [, id = ""] of list.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${id}"`);
  });
});
