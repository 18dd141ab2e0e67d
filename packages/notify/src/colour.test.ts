import { readableOn } from "./colour.ts";

describe("readableOn", () => {
  it.each([
    ["#000000", "#ffffff"],
    ["#00698f", "#ffffff"],
    ["#757575", "#ffffff"],
    ["#777777", "#000000"],
    ["#ffdd00", "#000000"],
    ["#ffffff", "#000000"],
  ])("on %s is %s", (background, text) => {
    expect(readableOn(background)).toBe(text);
  });
});
