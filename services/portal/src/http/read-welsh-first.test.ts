import { readsWelshFirst } from "./read-welsh-first.ts";

describe("readsWelshFirst", () => {
  it.each(["cy", "cy-GB", "CY,en;q=0.5", "en;q=0.5, cy;q=0.9", "cy, en"])(
    "is so for %s",
    (header) => {
      expect(readsWelshFirst(header)).toBe(true);
    },
  );

  it.each([
    undefined,
    "",
    "en",
    "en, cy",
    "en-GB,en;q=0.9,cy;q=0.8",
    "cy;q=0",
    "cym",
    "*",
    ";;,,",
    "cy;q=0.0",
  ])("is not so for %s", (header) => {
    expect(readsWelshFirst(header)).toBe(false);
  });
});
