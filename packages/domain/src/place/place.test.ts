import type { PlacesSettings, TenantDefinition } from "@guildhall/contract";
import type { GazetteerAddress } from "@guildhall/store";
import type { Context } from "../context.ts";
import { FakePlaces, someAddress } from "../testing/places.ts";
import { createWorld, type World } from "../testing/world.ts";
import { setPlacesKey } from "./credential.ts";
import { createPlaceDesk } from "./desk.ts";
import { importGazetteer } from "./import.ts";

let world: World;
let fake: FakePlaces;
let tenants: TenantDefinition[];
beforeEach(async () => {
  world = await createWorld();
  fake = new FakePlaces();
  tenants = [world.ground.tenant];
});
afterEach(() => world[Symbol.asyncDispose]());

const desk = () =>
  createPlaceDesk({
    placesFor: async () => ({ finder: fake, tiles: fake }),
    listTenants: async () => tenants,
  });
const postcode = { query: { postcode: "CB1 2AA" } };
const withPlaces = (places: Partial<PlacesSettings> | undefined): Context => {
  const { places: own, ...tenant } = world.ctx.tenant;
  const changed = places === undefined || !own ? {} : { places: { ...own, ...places } };
  return { ...world.ctx, tenant: { ...tenant, ...changed } };
};

describe("finding addresses", () => {
  it("gives each with its number, its place on both grids, and its council", async () => {
    const { data, outside } = await desk().find(world.ctx, postcode);

    expect(outside).toBeUndefined();
    expect(data).toEqual([
      {
        id: "999050500001",
        uprn: "999050500001",
        text: "1 High Street, Exampleton, CB1 2AA",
        address: someAddress().address,
        location: expect.objectContaining({ easting: 546_000, northing: 258_000 }),
        council: {
          custodianCode: "505",
          name: "Exampleshire District Council",
          tenant: { id: "exampleshire", name: "Exampleshire District Council" },
        },
        outside: false,
      },
    ]);
    expect(data[0]?.location?.latitude).toBeCloseTo(52.2, 1);
  });

  it("lists them as people walk along the street", async () => {
    fake.places = ["10 High Street", "2 High Street", "1 Able Road"].map((line1, at) =>
      someAddress({ line1, uprn: String(at + 1) }),
    );
    const { data } = await desk().find(world.ctx, postcode);
    expect(data.map(({ address }) => address.line1)).toEqual([
      "1 Able Road",
      "2 High Street",
      "10 High Street",
    ]);
  });

  it("narrows them by the number of the house, unless none has it", async () => {
    fake.places = ["1 High Street", "12 High Street"].map((line1, at) =>
      someAddress({ line1, uprn: String(at + 1) }),
    );
    const found = async (number: string) =>
      (await desk().find(world.ctx, { ...postcode, number })).data.length;
    expect([await found("12"), await found("99"), await found(" ")]).toEqual([1, 2, 2]);
  });

  it("names the council of a postcode that is another's, and its tenant where there is one", async () => {
    fake.places = [{ ...someAddress({}, "510"), custodian: "East Cambridgeshire" }];
    expect((await desk().find(world.ctx, postcode)).outside).toEqual({
      custodianCode: "510",
      name: "East Cambridgeshire",
    });

    const { places } = world.ctx.tenant;
    if (!places) throw new Error("Exampleshire has no places");
    tenants.push({
      ...world.ctx.tenant,
      id: "east",
      name: "East Council",
      website: "https://east.test",
      places: { ...places, custodianCodes: ["510"] },
    });
    expect((await desk().find(world.ctx, postcode)).outside).toEqual({
      custodianCode: "510",
      name: "East Council",
      tenant: { id: "east", name: "East Council", website: "https://east.test" },
    });
  });

  it("calls a postcode that two councils share nobody else's", async () => {
    fake.places = [someAddress({ uprn: "1" }, "510"), someAddress({ uprn: "2" })];
    const { data, outside } = await desk().find(world.ctx, postcode);
    expect(outside).toBeUndefined();
    expect(data.map((one) => one.outside)).toEqual([true, false]);
  });

  it.each([
    { outcome: "refused", code: "plan-refused" },
    { outcome: "retry", code: "timeout" },
  ] as const)("says that it cannot look up: %j", async (answer) => {
    fake.answer = answer;
    await expect(desk().find(world.ctx, postcode)).rejects.toMatchObject({
      code: "places-unavailable",
      faults: [{ pointer: "", code: answer.code }],
    });
  });

  it("cannot look up for a tenant without a provider", async () => {
    await expect(desk().find(withPlaces(undefined), postcode)).rejects.toMatchObject({
      faults: [{ code: "not-set-up" }],
    });
    await expect(desk().tile(withPlaces(undefined), { z: 15, x: 1, y: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("lets a provider rest that failed three times, and asks again after ten seconds", async () => {
    fake.answer = { outcome: "retry", code: "timeout" };
    const one = desk();
    const fails = () => expect(one.find(world.ctx, postcode)).rejects.toThrow();
    for (let n = 0; n < 5; n += 1) await fails();
    expect(fake.asked).toBe(3);

    world.clock.move(10_000);
    fake.answer = undefined;
    expect((await one.find(world.ctx, postcode)).data).toHaveLength(1);
  });

  it("does not let a provider rest for questions that it would not answer", async () => {
    fake.answer = { outcome: "refused", code: "answered-400" };
    const one = desk();
    const asks = () => expect(one.find(world.ctx, postcode)).rejects.toThrow();
    for (let n = 0; n < 5; n += 1) await asks();
    fake.answer = undefined;
    expect((await one.find(world.ctx, postcode)).data).toHaveLength(1);
  });
});

describe("finding a place", () => {
  it("gives the nearest address and how far it is", async () => {
    const point = { latitude: 52.2012, longitude: 0.1361 };
    const { location, nearest } = await desk().nearest(world.ctx, point);
    expect(location).toMatchObject({ ...point, easting: expect.any(Number) });
    expect(nearest).toMatchObject({ text: "1 High Street, Exampleton, CB1 2AA" });
    expect(nearest?.metres).toBeLessThan(500);
  });

  it("refuses a point off the grid", async () => {
    const off = { latitude: 40, longitude: 0 };
    await expect(desk().nearest(world.ctx, off)).rejects.toMatchObject({ code: "request-invalid" });
  });
});

describe("a square of the map", () => {
  const at = { z: 15, x: 16_394, y: 10_794 };

  it("is fetched once a day", async () => {
    const one = desk();
    await one.tile(world.ctx, at);
    await one.tile(world.ctx, at);
    expect(fake.asked).toBe(1);
    world.clock.move(86_400_000);
    await one.tile(world.ctx, at);
    expect(fake.asked).toBe(2);
  });

  it("is asked of nobody where it lies beyond the map", async () => {
    for (const beyond of [
      { z: 8, x: 256, y: 0 },
      { z: 8, x: 0, y: 256 },
    ])
      await expect(desk().tile(world.ctx, beyond)).rejects.toMatchObject({ code: "not-found" });
    expect(fake.asked).toBe(0);
    await desk().tile(world.ctx, { z: 8, x: 255, y: 255 });
  });

  it("may be missing, or not to be had now", async () => {
    fake.picture = undefined;
    await expect(desk().tile(world.ctx, at)).rejects.toMatchObject({ code: "not-found" });
    fake.answer = { outcome: "retry", code: "timeout" };
    await expect(desk().tile(world.ctx, at)).rejects.toMatchObject({ code: "places-unavailable" });
  });
});

describe("a council's own addresses", () => {
  const row = (uprn: string, line1: string, changed: Partial<GazetteerAddress> = {}) => ({
    uprn,
    line1,
    line2: null,
    town: "Exampleton",
    postcode: "CB1 2AA",
    custodian: "505",
    easting: 546_000,
    northing: 258_000,
    ...changed,
  });
  async function* rows(...all: GazetteerAddress[]) {
    yield* all;
  }
  const found = async (query: Parameters<FakePlaces["find"]>[0]) =>
    (await desk().find(withPlaces({ provider: "llpg" }), { query })).data.map(
      ({ address }) => address.line1,
    );

  it("are found by postcode, words, number and place once they are imported", async () => {
    await expect(found({ postcode: "CB1 2AA" })).rejects.toMatchObject({
      faults: [{ code: "nothing-imported" }],
    });
    const imported = await importGazetteer(
      world.ctx,
      rows(
        row("1", "1 St John’s Road"),
        row("2", "2 Mill Road", { postcode: null, easting: 546_100 }),
      ),
    );
    expect(imported).toEqual({ addresses: 2, before: 0 });
    expect(await found({ postcode: "CB1 2AA" })).toEqual(["1 St John’s Road"]);
    expect(await found({ text: "st johns road" })).toEqual(["1 St John’s Road"]);
    expect(await found({ text: "mill" })).toEqual(["2 Mill Road"]);
    expect(await found({ text: "cb12aa" })).toEqual(["1 St John’s Road"]);
    expect(await found({ uprn: "000002" })).toEqual(["2 Mill Road"]);
    expect(await found({ text: "nowhere" })).toEqual([]);
    const near = { latitude: 52.2012, longitude: 0.1375 };
    const { nearest } = await desk().nearest(withPlaces({ provider: "llpg" }), near);
    expect(nearest?.address.line1).toBe("2 Mill Road");
  });

  it("are not for everybody to import, and a key not for everybody to set", async () => {
    const nobody = world.as({ scopes: [] });
    await expect(importGazetteer(nobody, rows())).rejects.toMatchObject({ code: "scope-missing" });
    await expect(setPlacesKey(nobody, "key")).rejects.toMatchObject({ code: "scope-missing" });
  });
});
