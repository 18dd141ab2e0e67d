import { gridReference } from "./grid-reference.ts";

describe("a grid reference", () => {
  it.each([
    ["SV 000 000", { easting: 0, northing: 0 }],
    ["TL 448 584", { easting: 544_899, northing: 258_400 }],
    ["NN 166 712", { easting: 216_650, northing: 771_250 }],
    ["HP 600 010", { easting: 460_000, northing: 1_201_000 }],
    ["TV 605 956", { easting: 560_500, northing: 95_600 }],
  ])("is %s for %j", (written, metres) => {
    expect(gridReference(metres)).toBe(written);
  });
});
