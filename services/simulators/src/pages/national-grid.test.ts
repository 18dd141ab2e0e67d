import { gridReference, pointOf, pointOfGeometry } from "./national-grid.ts";

describe("the National Grid", () => {
  it.each([
    [545_200, 259_800, "TL 4520 5980"],
    [216_600, 771_200, "NN 1660 7120"],
    [429_157, 623_009, "NU 2915 2300"],
    [400_000, 100_000, "SU 0000 0000"],
  ])("letters its squares as Ordnance Survey does: %i %i", (easting, northing, reference) => {
    expect(gridReference({ easting, northing })).toBe(reference);
  });

  it("places a point of a web map within five metres", () => {
    const point = pointOfGeometry({ type: "Point", coordinates: [-0.1832682, 52.3285123] });

    expect(Math.abs((point?.easting ?? 0) - 523_900)).toBeLessThan(5);
    expect(Math.abs((point?.northing ?? 0) - 271_600)).toBeLessThan(5);
  });

  it("reads numbers and their texts, and nothing that is no place", () => {
    expect(pointOf("545200", 259800)).toEqual({ easting: 545_200, northing: 259_800 });
    expect(pointOf("", "259800")).toBeUndefined();
    expect(pointOf(undefined, 259_800)).toBeUndefined();
    expect(pointOf(900_000, 259_800)).toBeUndefined();
    expect(pointOfGeometry({ type: "LineString", coordinates: [] })).toBeUndefined();
    expect(pointOfGeometry({ type: "Point", coordinates: [179, 10] })).toBeUndefined();
  });
});
