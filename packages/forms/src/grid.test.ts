import fc from "fast-check";
import { toDegrees, toGrid } from "./grid.ts";

fc.configureGlobal({ seed: 20_261_122 });

describe("the National Grid", () => {
  it("puts Ordnance Survey's own worked example, Caister water tower, to five metres", () => {
    const { easting = 0, northing = 0 } =
      toGrid({ latitude: 52.658008, longitude: 1.716074 }) ?? {};
    expect(Math.hypot(easting - 651_410, northing - 313_177)).toBeLessThan(5);
  });

  it("leads there and back to the same metre", () => {
    const point = fc.record({
      easting: fc.integer({ min: 200_000, max: 650_000 }),
      northing: fc.integer({ min: 50_000, max: 1_200_000 }),
    });
    fc.assert(
      fc.property(point, (metres) => {
        const degrees = toDegrees(metres);
        if (degrees) expect(toGrid(degrees)).toEqual(metres);
      }),
    );
  });

  it.each([
    { latitude: 48, longitude: 0 },
    { latitude: 52, longitude: 3 },
    { latitude: Number.NaN, longitude: 0 },
  ])("has no place for %j", (degrees) => {
    expect(toGrid(degrees)).toBeUndefined();
  });

  it("has no place beyond its edge", () => {
    expect(toDegrees({ easting: 700_001, northing: 1 })).toBeUndefined();
    expect(toDegrees({ easting: Number.NaN, northing: 1 })).toBeUndefined();
  });
});
