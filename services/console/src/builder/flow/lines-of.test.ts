import { linesOf } from "./lines-of.ts";

describe("words in a picture", () => {
  it("are broken between words, and cut where they are too many", () => {
    expect(linesOf("Where is the noise?", 12, 2)).toEqual(["Where is the", "noise?"]);
    expect(linesOf("one two three four", 7, 2)).toEqual(["one two", "three …"]);
    expect(linesOf("x".repeat(30), 10, 2)).toEqual([`${"x".repeat(9)}…`]);
  });
});
