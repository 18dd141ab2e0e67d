import { noiseDraft } from "../gate/noise-service.fixture.ts";
import { partUses } from "./part-uses.ts";
import { usesOf } from "./uses.ts";

const draft = noiseDraft((service) => {
  service.brand = "council";
  service.form.sections = [{ id: "first", title: "First" }];
  service.form.pages.forEach((page: { section: string }) => {
    page.section = "first";
  });
  service.statuses = [{ external: "DONE", stage: "done" }];
});
const at = (path: string) => usesOf(draft, path).map((use) => use.at);
const source = "/form/pages/source/questions/noiseSource";

describe("usesOf", () => {
  it("names what a condition decides", () => {
    expect(usesOf(draft, "/form/conditions/is-pub")).toEqual([
      { at: "/form/pages/pub", kind: "page", title: "The pub" },
      { at: "/form/conditions/is-music", kind: "condition", title: "It is music from a pub" },
      { at: "/mappings/case/rows/pub when is-pub", kind: "mapping", title: "pub (office)" },
    ]);
  });

  it("names what reads a question", () => {
    expect(at(source)).toEqual(["/form/conditions/is-pub", "/mappings/case/rows/source"]);
    expect(at("/form/pages/you/questions/fullName")).toEqual([
      "/mappings/case/rows/name",
      "/contact/name",
      "/messages/started",
    ]);
  });

  it("names what an option decides", () => {
    expect(at(`${source}/options/pub`)).toEqual([
      "/form/conditions/is-pub",
      "/mappings/case/rows/source",
    ]);
    expect(at(`${source}/options/shop`)).toEqual(["/mappings/case/rows/source"]);
  });

  it("names what reads the questions of a page, from outside it", () => {
    expect(at("/form/pages/source")).toContain("/form/conditions/is-music");
  });

  it("names the pages of a section, the statuses of a stage, the steps of a mapping", () => {
    expect(at("/form/sections/first")).toHaveLength(4);
    expect(at("/stages/done")).toEqual(["/statuses/#0"]);
    expect(at("/mappings/case")).toEqual(["/steps/send"]);
    expect(at("/brand")).toEqual([""]);
  });

  it("names nothing for what is not there", () => {
    for (const path of ["", "/form", "/form/pages/gone", "/stages/gone", "/nowhere/at/all"])
      expect(at(path)).toEqual([]);
  });

  it("says how much it is", () => {
    expect(partUses(draft, "/form/conditions/is-pub").sentence).toBe(
      "Used on 1 page, in 1 condition and in 1 row of a mapping.",
    );
    expect(partUses(draft, "/stages/visit").sentence).toBe("Not used anywhere.");
  });
});
