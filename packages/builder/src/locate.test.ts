import { partAt } from "./locate.ts";
import { overlaps, pathOf, stepsOf } from "./path.ts";
import { noise } from "./testing/noise.ts";

describe("partAt", () => {
  it.each([
    ["/title", "Report noise"],
    ["/form/pages/source/questions/source/options/pub/label", "A pub"],
    ["/form/pages/dates/questions/dates/questions/until/when", "went-on"],
    ["/mappings/case/rows/dates/rows/until when went-on/target", "until"],
    ["/statuses/#1/external", "NEW"],
    ["/welsh/form.pages.source.title/text", "Y ffynhonnell"],
    ["/form/pages/nowhere", undefined],
    ["/form/pages/0", undefined],
    ["/statuses/#2", undefined],
    ["/title/constructor", undefined],
    ["/constructor", undefined],
  ])("finds what stands at %s", (path, part) => {
    expect(partAt(noise, path)).toEqual(part);
  });

  it("finds the whole at the empty path", () => {
    expect(partAt(noise, "")).toBe(noise);
  });

  it("tells items that share a name by their places", () => {
    const rows = ["a", "a", "b"].map((target, at) => ({ target, from: { value: at } }));
    const [mapping] = noise.mappings ?? [];
    if (!mapping) throw new Error("There is no mapping.");
    const twice = { ...noise, mappings: [{ ...mapping, rows }] };
    expect(partAt(twice, "/mappings/case/rows/a")).toBeUndefined();
    expect(partAt(twice, "/mappings/case/rows/#1/from/value")).toBe(1);
    expect(partAt(twice, "/mappings/case/rows/b/from/value")).toBe(2);
  });
});

describe("paths", () => {
  it("keep slashes and tildes in the names of their steps", () => {
    const steps = ["mappings", "case", "rows", "a/b~1 when x"];
    expect(pathOf(steps)).toBe("/mappings/case/rows/a~1b~01 when x");
    expect(stepsOf(pathOf(steps))).toEqual(steps);
    expect(stepsOf("")).toEqual([]);
  });

  it.each([
    ["/a/b", "/a/b", true],
    ["/a/b", "/a/b/c", true],
    ["/a/b/c", "/a/b", true],
    ["/a/b", "/a/bc", false],
    ["", "/a", true],
  ])("%j and %j have something in common: %s", (one, other, is) => {
    expect(overlaps(one, other)).toBe(is);
  });
});
