import type { Transform } from "@guildhall/contract";
import { changed } from "../sample.ts";

type Part = Extract<Transform, { place: unknown }>["place"];
const address = { line1: "1 Sample Row", town: "Ely", easting: 530624, northing: 178388 };
const spot = { longitude: -0.11992557, latitude: 51.48936565 };

describe("place", () => {
  it.each<[Part, unknown]>([
    ["easting", 530624],
    ["northing", 178388],
    ["longitude", expect.closeTo(-0.11993, 4)],
    ["latitude", expect.closeTo(51.48936, 4)],
  ])("says the %s of an address that has a grid reference", (part, value) => {
    expect(changed(address, [{ place: part }])).toEqual(value);
  });

  it.each<[Part, number, number]>([
    ["easting", 530625, 3],
    ["northing", 178388, 3],
    ["longitude", -0.1199256, 0],
    ["latitude", 51.4893657, 0],
  ])("says the %s of a place on the map", (part, value, within) => {
    const said = changed(spot, [{ place: part }]) as number;
    expect(Math.abs(said - value)).toBeLessThanOrEqual(within);
    if (within > 0) expect(Number.isInteger(said)).toBe(true);
  });

  it("says a point in GeoJSON's order, to seven places", () => {
    expect(changed({ longitude: 0.09170000001, latitude: 52.2196 }, [{ place: "point" }])).toEqual({
      type: "Point",
      coordinates: [0.0917, 52.2196],
    });
  });

  it("says one for each address of a group that has one", () => {
    const addresses = [address, { line1: "2 Sample Row", town: "Ely" }];
    expect(changed(addresses, [{ place: "easting" }])).toEqual([530624]);
  });

  it.each<[string, unknown]>([
    ["an address without a coordinate", { line1: "1 Sample Row", town: "Ely" }],
    ["a place beyond the National Grid", { longitude: 2.35, latitude: 48.86 }],
    ["a place off the globe", { longitude: 1000, latitude: -1000 }],
    ["half a coordinate", { line1: "1 Sample Row", town: "Ely", easting: 1 }],
  ])("has no grid reference for %s", (_, value) => {
    expect(changed(value, [{ place: "easting" }])).toBeUndefined();
    expect(changed(value, [{ place: "northing" }])).toBeUndefined();
  });

  it("has no longitude for a grid reference that is off the grid", () => {
    const off = { easting: 9_000_000, northing: 0 };
    expect(changed(off, [{ place: "longitude" }])).toBeUndefined();
    expect(changed(off, [{ place: "point" }])).toBeUndefined();
  });

  it("refuses what is no address and no place", () => {
    const work = () => changed("secret", [{ place: "point" }]);
    expect(work).toThrow(
      expect.objectContaining({ reason: "the value is not an address or a place" }),
    );
    expect(work).not.toThrow(/secret/);
  });
});
