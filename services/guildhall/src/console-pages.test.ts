import { fileURLToPath } from "node:url";
import { invalidIn } from "@guildhall/portal/testing";
import { undrawnDuring } from "@guildhall/ui/testing";
import { insteadOfApi, seeEveryStaffPage } from "./testing/console-gallery/console-gallery.ts";
import type { ShownStaffPage } from "./testing/console-gallery/tour.ts";
import { createConsoleWorld } from "./testing/console-world.ts";

const folder = fileURLToPath(new URL("../../console/src/pages", import.meta.url));

const world = await createConsoleWorld(insteadOfApi);
let pages: readonly ShownStaffPage[] = [];
const undrawn = await undrawnDuring(folder, async () => {
  pages = await seeEveryStaffPage(world);
});
await world[Symbol.asyncDispose]();

describe("the staff pages", () => {
  it("are all among those that are looked at here, with every part that a page is made of", () => {
    expect(undrawn).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it("are each looked at once", () => {
    const names = pages.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe.each(pages.map(({ name, html }) => [name, html] as const))("the page %s", (_, html) => {
  it("is valid HTML", async () => {
    expect(await invalidIn(html)).toEqual([]);
  });

  it("has one heading of the first level, its language, and says in its title that it is at fault", () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<html lang="en-GB"');
    expect(html.includes("<title>Error: ")).toBe(html.includes("govuk-error-summary"));
  });

  it("needs no script, no inline style and nothing from elsewhere", () => {
    expect(html).not.toMatch(/<script(?![^>]* src="\/)[^>]*>/);
    expect(html).not.toMatch(/<[^>]+ (style|on[a-z]+)=/);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });
});
