import { wordsOfCode } from "./code-words.ts";

describe("a code of a delivery", () => {
  it("says what it means and what can be done", () => {
    expect(wordsOfCode("attribute-gone")).toEqual({
      means: "The back office has no such field any more",
      advice: expect.stringMatching(/mapping right/),
    });
  });

  it.each([
    ["answered-404", /status 404/],
    ["", /no reason/],
    ["brand-new-code", /the code “brand-new-code”/],
    ["toString", /the code “toString”/],
  ])("that nobody has put into words is said politely: %s", (code, words) => {
    expect(wordsOfCode(code).means).toMatch(words);
    expect(wordsOfCode(code).advice).not.toBe("");
  });
});
