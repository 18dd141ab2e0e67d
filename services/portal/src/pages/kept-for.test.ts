import { keptFor } from "./kept-for.ts";

describe("keptFor", () => {
  it.each([
    [2192, "6 years"],
    [2557, "7 years"],
    [365, "1 year"],
    [183, "6 months"],
    [30, "1 month"],
    [1, "1 day"],
    [100, "100 days"],
  ])("says %i days as %s", (days, words) => {
    expect(keptFor(days)).toBe(words);
  });
});
