import { compareDocuments } from "@guildhall/mapping";
import { linesOf } from "./words.ts";

const xml = (inside: string) => `<m:case xmlns:m="urn:m">${inside}</m:case>`;
const extra = (name: string, value: string) =>
  `<m:extra><m:name>${name}</m:name><m:value>${value}</m:value></m:extra>`;
const lines = (expected: string, got: string, format: "json" | "xml" = "xml") =>
  compareDocuments(expected, got, format).flatMap(linesOf);
const json = (expected: object, got: object) =>
  lines(JSON.stringify(expected), JSON.stringify(got), "json");

describe("documents that differ", () => {
  it("are not told of where they are the same", () => {
    expect(lines(xml("<m:a>1</m:a>"), xml("<m:a>1</m:a>"))).toEqual([]);
  });

  it("show both texts of an element by its plain way", () => {
    const place = (town: string) => xml(`<m:place><m:town>${town}</m:town></m:place>`);
    expect(lines(place("Ely"), place("Soham"))).toEqual([
      "place / town",
      "  expected  Ely",
      "  got       Soham",
    ]);
  });

  it("show an attribute as one of its element's parts", () => {
    expect(lines(xml('<m:a unit="m">1</m:a>'), xml('<m:a unit="ft">1</m:a>'))).toEqual([
      "a / @unit",
      "  expected  m",
      "  got       ft",
    ]);
  });

  it("show a key of JSON without Alloy's ids, whatever the order of the keys", () => {
    const code = "attributes_caseSite_0123456789abcdef01234567";
    expect(
      json({ a: 1, attributes: { [code]: "x" } }, { attributes: { [code]: "y" }, a: 1 }),
    ).toEqual(["attributes / caseSite", "  expected  x", "  got       y"]);
    expect(json({ urgent: true }, { urgent: "true" })).toEqual([
      "it says the same in another order or layout",
    ]);
  });

  it("tell what is missing, and what is not expected, with all that it says", () => {
    expect(lines(xml(extra("A", "1") + extra("B", "2")), xml(extra("A", "1")))).toEqual([
      "extra 2 (B) is missing",
      "  expected  name: B, value: 2",
    ]);
    expect(json({}, { links: { kind: "Noise" } })).toEqual([
      "links is not expected",
      "  got       kind: Noise",
    ]);
  });

  it("compare those of one name that begin alike, though others stand between them", () => {
    const expected = xml(extra("A", "1") + extra("B", "2") + extra("C", "3"));
    const got = xml(extra("NEW", "0") + extra("A", "1") + extra("C", "4"));
    expect(lines(expected, got)).toEqual([
      "extra 3 (C) / value",
      "  expected  3",
      "  got       4",
      "extra 2 (B) is missing",
      "  expected  name: B, value: 2",
      "extra 1 (NEW) is not expected",
      "  got       name: NEW, value: 0",
    ]);
  });

  it("tell what stands in another place, and what is only laid out otherwise", () => {
    expect(lines(xml("<m:a>1</m:a><m:b>2</m:b>"), xml("<m:b>2</m:b><m:a>1</m:a>"))).toEqual([
      expect.stringMatching(/^[ab] stands in another place$/),
    ]);
    expect(lines(xml("<m:a>1</m:a>"), xml("\n<m:a>1</m:a>"))).toEqual([
      "it says the same in another order or layout",
    ]);
  });

  it("show a long text where it differs", () => {
    const story = "All night long. ".repeat(50);
    expect(lines(xml(`<m:a>${story}yes</m:a>`), xml(`<m:a>${story}no</m:a>`))).toEqual([
      "a, from character 801 on",
      "  expected  …t long. All night long. yes",
      "  got       …t long. All night long. no",
    ]);
  });

  it("make visible what nobody sees", () => {
    expect(json({ a: " x\u200by" }, { a: "x\ny " })).toEqual([
      "a",
      "  expected  ␣x\\u{200b}y",
      "  got       x⏎y␣",
    ]);
    expect(json({ a: "" }, { a: "x" })).toContain("  expected  (empty)");
  });

  it("are compared whole where one cannot be read", () => {
    expect(lines(xml(""), "nothing")).toEqual([
      "the document",
      "  expected  (empty)",
      "  got       nothing",
    ]);
  });
});
