import { readSource } from "./source.ts";

function refusal(text: string) {
  const result = readSource("x.yaml", text);
  if ("source" in result) throw new Error("the file was read");
  return result.faults.map(({ line, sentence }) => `${line}: ${sentence}`);
}

describe("readSource", () => {
  it("reads fields and leaves words that look like dates or yes alone", () => {
    const result = readSource("x.yaml", "a: 2026-03-01\nb: no\nc: 01632 960 001\n");
    expect(result).toMatchObject({
      source: { value: { a: "2026-03-01", b: "no", c: "01632 960 001" } },
    });
  });

  it("takes brackets and dashes in a text for text", () => {
    const text = `a: "${"[".repeat(200)}"\nb: ${"x - ".repeat(200)}\nc: |-\n  ${"- ".repeat(200)}\n`;
    expect(readSource("x.yaml", text)).toHaveProperty("source");
  });

  it.each([
    ["a tab where it cannot be", "a:\n\t- b\n", /^2: The file cannot be read: /],
    ["a bracket that is never closed", "a: 1\nb: [1, 2\n", /^3: The file cannot be read: /],
    ["a field that is there twice", "a: 1\nb: 2\na: 3\n", /^3: The file cannot be read: .*unique/],
    ["a list where fields should be", "- a\n", /^1: The file should hold fields/],
    ["nothing at all", "", /^1: The file should hold fields/],
    ["two documents", "a: 1\n---\nb: 2\n", /The file cannot be read/],
    [
      "a lone surrogate",
      'a: 1\nb: "\\ud800"\n',
      /^2: This text has characters that cannot be stored/,
    ],
    ["a character of nought", 'a: "x\\0y"\n', /^1: This text has characters that cannot be stored/],
    [
      "a name that is not for data",
      "a: 1\n__proto__: { b: 1 }\n",
      /^2: This text has characters that cannot be stored/,
    ],
    ["a part that stands for another", "a: &x [1]\nb: *x\n", /^2: Write this out/],
    ["brackets too deep in each other", `a: ${"[".repeat(50_000)}`, /its parts lie too deep/],
    ["lists too deep in each other", `a:\n ${"- ".repeat(50_000)}`, /its parts lie too deep/],
    ["keys too deep in each other", "? ".repeat(50_000), /its parts lie too deep/],
    [
      "fields too deep in each other",
      Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
      /its parts lie too deep/,
    ],
    [
      "more fields together than any real file has",
      `a:\n${Array.from({ length: 2001 }, (_, at) => `  b${at}: 1\n`).join("")}`,
      /^2: There are 2001 fields together here; 2000 is the most/,
    ],
    [
      "more in it than any real file",
      `a: [${"1,".repeat(20_000)}1]`,
      /^1: The file holds too much: 40000 texts, lines and marks between them are the most/,
    ],
    ["nothing in very many lines", `a: 1${"\n".repeat(40_001)}`, /^1: The file holds too much/],
    ["more than a megabyte", `a: ${"x".repeat(1_000_001)}`, /^1: The file is too large/],
  ])("refuses %s, by its line", (_, text, expected) => {
    expect(refusal(text)).toEqual([expect.stringMatching(expected)]);
  });
});
