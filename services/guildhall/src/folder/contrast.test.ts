import { contrast } from "./contrast.ts";

describe("contrast", () => {
  it("is 21 between black and white, whichever comes first", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#ffffff", "#000000")).toBeCloseTo(21);
  });

  it("is just enough on white for the lightest grey that may be read", () => {
    expect(contrast("#767676", "#ffffff")).toBeGreaterThan(4.5);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
  });
});
