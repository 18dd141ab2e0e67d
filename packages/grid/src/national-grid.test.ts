import fc from "fast-check";
import proj4 from "proj4";
import { airyDatum, nationalGrid, toGrid, toWgs84 } from "./national-grid.ts";

/** Ordnance Survey's test points for OSTN15, from Scilly to Shetland. */
const testPoints = [
  [
    "St Mary's",
    { longitude: -6.29977752, latitude: 49.92226394 },
    { easting: 91_492.146, northing: 11_318.804 },
  ],
  [
    "North Foreland",
    { longitude: 1.4445473, latitude: 51.37447026 },
    { easting: 639_821.835, northing: 169_565.858 },
  ],
  [
    "Lambeth",
    { longitude: -0.11992557, latitude: 51.48936565 },
    { easting: 530_624.974, northing: 178_388.464 },
  ],
  [
    "Northampton",
    { longitude: -0.91248957, latitude: 52.25160951 },
    { easting: 474_335.969, northing: 262_047.755 },
  ],
  [
    "King's Lynn",
    { longitude: 0.40153547, latitude: 52.75136687 },
    { easting: 562_180.547, northing: 319_784.995 },
  ],
  [
    "Inverness",
    { longitude: -4.21926399, latitude: 57.48625001 },
    { easting: 267_056.768, northing: 846_176.972 },
  ],
  [
    "Shetland",
    { longitude: -2.07382823, latitude: 60.13308092 },
    { easting: 395_999.668, northing: 1_138_728.951 },
  ],
] as const;

describe("the National Grid", () => {
  it("is projected as in Ordnance Survey's worked example, to the millimetre", () => {
    const degrees = {
      longitude: 1 + 43 / 60 + 4.5177 / 3600,
      latitude: 52 + 39 / 60 + 27.2531 / 3600,
    };
    const projection = proj4(`+proj=longlat ${airyDatum} +no_defs`, nationalGrid);
    const [easting, northing] = projection.forward([degrees.longitude, degrees.latitude]);
    expect(easting).toBeCloseTo(651_409.903, 2);
    expect(northing).toBeCloseTo(313_177.27, 2);
    const [longitude, latitude] = projection.inverse([651_409.903, 313_177.27]);
    expect(longitude).toBeCloseTo(degrees.longitude, 7);
    expect(latitude).toBeCloseTo(degrees.latitude, 7);
  });

  it.each(testPoints)("has %s within five metres of where it is", (_, degrees, metres) => {
    expect(distance(toGrid(degrees), metres)).toBeLessThan(5);
    const back = toWgs84(metres);
    expect(Math.abs((back?.latitude ?? 0) - degrees.latitude) * 111_000).toBeLessThan(5);
    expect(Math.abs((back?.longitude ?? 0) - degrees.longitude) * 70_000).toBeLessThan(5);
  });

  it("comes back within a centimetre from degrees of seven places", () => {
    const metres = fc.record({
      easting: fc.integer({ min: 1, max: 699_999 }),
      northing: fc.integer({ min: 1, max: 1_299_999 }),
    });
    fc.assert(
      fc.property(metres, (from) => {
        const there = toWgs84(from);
        const back =
          there && toGrid({ longitude: short(there.longitude), latitude: short(there.latitude) });
        expect(distance(back, from)).toBeLessThan(0.01);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  const short = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
});

interface Metres {
  easting: number;
  northing: number;
}

function distance(one: Metres | undefined, other: Metres): number {
  return one ? Math.hypot(one.easting - other.easting, one.northing - other.northing) : Number.NaN;
}
