import { Location } from "@guildhall/contract";
import fc from "fast-check";
import { accepted, checkOne, refused } from "../noise-form.fixture.ts";

const type = { type: "location" };
/** One of Ordnance Survey's test points, at Lambeth. */
const lambeth = {
  latitude: 51.489366,
  longitude: -0.119926,
  easting: 530_625,
  northing: 178_388,
};

describe("location", () => {
  it("works out the grid from the globe, and the globe from the grid", () => {
    const { latitude, longitude, easting, northing } = lambeth;
    const found = answer(checkOne(type, { latitude, longitude }));
    expect(Math.hypot(found.easting - easting, found.northing - northing)).toBeLessThan(5);
    const back = answer(checkOne(type, { easting: found.easting, northing: found.northing }));
    expect(back.latitude).toBeCloseTo(latitude, 4);
    expect(back.longitude).toBeCloseTo(longitude, 4);
  });

  it("keeps what is known of the place, tidied", () => {
    const { latitude, longitude } = lambeth;
    const given = {
      latitude,
      longitude,
      postcode: "cb21tn",
      uprn: "7",
      description: "By the gate",
    };
    expect(answer(checkOne(type, given))).toMatchObject({ ...given, postcode: "CB2 1TN" });
  });

  it("takes both positions of one place, to fifty metres", () => {
    const found = answer(checkOne(type, { easting: 530_625, northing: 178_388 }));
    accepted(type, { ...found, easting: 530_664 }, { ...found, easting: 530_664 });
    refused(type, { ...found, easting: 530_684 }, "two-places");
  });

  it("asks for the other half of a position, and for one at all", () => {
    refused(type, { latitude: 52 }, "required", "/it/longitude");
    refused(type, { easting: 530_625 }, "required", "/it/northing");
    refused(type, { ...lambeth, longitude: undefined }, "required", "/it/longitude");
    refused(type, { description: "By the gate" }, "no-place");
    refused(type, {}, "required");
    refused(type, "here", "invalid");
    refused(type, { latitude: "52", longitude: 0 }, "invalid", "/it/latitude");
    refused(type, { ...lambeth, map: 1 }, "unknown-field", "/it/map");
  });

  it.each([
    ["Land's End", 50.0657, -5.7132],
    ["the Lizard", 49.9593, -5.2065],
    ["St Mary's", 49.9146, -6.3155],
    ["Dover", 51.1279, 1.3134],
    ["Lowestoft Ness", 52.4813, 1.763],
    ["St David's Head", 51.9036, -5.3131],
    ["Bardsey", 52.7577, -4.7997],
    ["the Mull of Kintyre", 55.3108, -5.8033],
    ["Port Ellen on Islay", 55.6296, -6.1903],
    ["Portpatrick", 54.8424, -5.1162],
    ["Castlebay on Barra", 56.9543, -7.4897],
    ["Hirta", 57.8119, -8.5852],
    ["Muckle Flugga", 60.8553, -0.8853],
  ])("takes %s", (_, latitude, longitude) => {
    expect(checkOne(type, { latitude, longitude })).toHaveProperty("answers");
  });

  it.each([
    ["Belfast", 54.5973, -5.9301],
    ["Derry", 54.9966, -7.3086],
    ["Enniskillen", 54.3438, -7.6315],
    ["Newry", 54.1751, -6.3402],
    ["Ballyhalbert", 54.4937, -5.4453],
    ["Ballycastle", 55.2048, -6.2437],
    ["Portrush", 55.2066, -6.6579],
    ["Strabane", 54.8274, -7.4633],
  ])("says that %s is in Northern Ireland", (_, latitude, longitude) => {
    refused(type, { latitude, longitude }, "northern-ireland");
  });

  it.each([
    ["Dublin", 53.3498, -6.2603],
    ["Rosslare", 52.2522, -6.3412],
    ["Letterkenny", 54.9558, -7.7342],
    ["Monaghan", 54.2492, -6.9683],
    ["Calais", 50.9513, 1.8587],
    ["Boulogne", 50.7264, 1.6147],
    ["Dieppe", 49.9229, 1.0777],
  ])("says that %s is outside", (_, latitude, longitude) => {
    refused(type, { latitude, longitude }, "outside");
  });

  it("says which half is beyond Great Britain", () => {
    refused(type, { latitude: 48.85, longitude: 1 }, "outside", "/it/latitude");
    refused(type, { latitude: 52, longitude: 13.4 }, "outside", "/it/longitude");
    refused(type, { easting: 530_625, northing: -1 }, "outside", "/it/northing");
    refused(type, { easting: 699_999, northing: 1_299_999 }, "outside");
  });

  it("takes nothing that the contract refuses, and takes it again unchanged", () => {
    const degrees = fc.record({
      latitude: fc.double({ min: 49, max: 61, noNaN: true }),
      longitude: fc.double({ min: -9, max: 2, noNaN: true }),
    });
    const metres = fc.record({
      easting: fc.double({ min: 0, max: 700_000, noNaN: true }),
      northing: fc.double({ min: 0, max: 1_300_000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.oneof(degrees, metres), (given) => {
        const once = checkOne(type, given);
        if ("faults" in once) return;
        expect(Location.safeParse(once.answers.it).success).toBe(true);
        expect(checkOne(type, once.answers.it)).toEqual(once);
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});

function answer(checked: ReturnType<typeof checkOne>): Location {
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.answers.it as Location;
}
