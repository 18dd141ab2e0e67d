import { createGuard, createPlaces } from "@guildhall/connectors";
import type { PlaceFinder, TileSource } from "@guildhall/contract";
import { placesKey, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("the platform's finder of addresses, with the simulator over HTTP", () => {
  let world: TestSimulators;
  let base: string;
  let finder: PlaceFinder;
  let tiles: TileSource;
  beforeEach(async () => {
    world = startSimulators();
    base = await world.listen();
    ({ finder, tiles } = make(placesKey));
  });
  afterEach(() => world.close());

  function make(apiKey: string): { finder: PlaceFinder; tiles: TileSource } {
    const request = createGuard({ allowLoopback: [new URL(base).host] });
    const settings = { provider: "os-places", address: "simulator:places/exampleshire" } as const;
    const made = createPlaces(settings, { apiKey }, { request, simulators: base });
    if (!made.finder || !made.tiles) throw new Error("nothing was made");
    return { finder: made.finder, tiles: made.tiles };
  }
  const signal = () => AbortSignal.timeout(5_000);
  const misbehave = (faults: object) =>
    world.request("/places/exampleshire/faults", { method: "PUT", body: JSON.stringify(faults) });
  const places = async (...query: Parameters<PlaceFinder["find"]>) => {
    const answer = await finder.find(...query);
    if (answer.outcome !== "found") throw new Error(`not found: ${answer.code}`);
    return answer.places;
  };

  it("finds a postcode, each address once and as people write it", async () => {
    const found = await places({ postcode: "CB1 2AA" }, signal());

    expect(new Set(found.map(({ address }) => address.uprn)).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]).toMatchObject({
      address: { line1: "1 High Street", town: "Cambridge", postcode: "CB1 2AA" },
      custodianCode: "505",
      custodian: "Cambridge",
    });
  });

  it("finds one address by its number, and none by a number that nobody has", async () => {
    const [first] = await places({ postcode: "PE29 3AA" }, signal());
    const uprn = first?.address.uprn ?? "";

    expect(await places({ uprn }, signal())).toEqual([first]);
    expect(await places({ uprn: "1" }, signal())).toEqual([]);
  });

  it("finds by words", async () => {
    const found = await places({ text: "5 Mill Road Cambridge" }, signal());
    expect(found.map(({ address }) => address.line1)).toContain("5 Mill Road");
    expect(new Set(found.map(({ address }) => address.town))).toContain("Cambridge");
  });

  it("finds what is nearest to a point", async () => {
    const [one] = await places({ postcode: "CB7 4AB" }, signal());
    const { easting = 0, northing = 0 } = one?.address ?? {};
    const answer = await finder.nearest({ easting: easting + 1, northing }, signal());

    expect(answer).toMatchObject({ outcome: "found", places: [{ custodianCode: "510" }] });
    expect(answer).toMatchObject({ places: [{ address: { easting, northing } }] });
    expect(await finder.nearest({ easting: 600_000, northing: 100_000 }, signal())).toEqual({
      outcome: "found",
      places: [],
    });
  });

  it("finds nothing at a postcode that nobody has", async () => {
    expect(await places({ postcode: "ZZ9 9ZZ" }, signal())).toEqual([]);
  });

  it("fetches a square of the map, and misses one that is not there", async () => {
    const answer = await tiles.tile({ z: 15, x: 16_395, y: 10_796 }, signal());
    if (answer.outcome !== "found") throw new Error(answer.outcome);
    expect(answer.tile.contentType).toBe("image/svg+xml");
    expect(new TextDecoder().decode(answer.tile.bytes)).toMatch(/^<svg .*Newtown/s);

    expect(await tiles.tile({ z: 7, x: 900, y: 1 }, signal())).toEqual({ outcome: "missing" });
  });

  it.each([
    [{ status429: { retryAfterS: 3 } }, { outcome: "retry", code: "too-many" }],
    [{ status503: {} }, { outcome: "retry", code: "answered-503" }],
    [{ "html-200": {} }, { outcome: "retry", code: "bad-answer" }],
    [{ down: {} }, { outcome: "retry", code: "connection-lost" }],
    [{ refused: {} }, { outcome: "refused", code: "plan-refused" }],
  ])("says what stands in the way: %j", async (faults, said) => {
    await misbehave(faults);
    expect(await finder.find({ postcode: "CB1 2AA" }, signal())).toEqual(said);
    expect(await finder.nearest({ easting: 546_000, northing: 258_000 }, signal())).toEqual(said);
    expect(await tiles.tile({ z: 15, x: 16_395, y: 10_796 }, signal())).toEqual(said);
  });

  it("waits no longer than it may for one that hangs", async () => {
    await misbehave({ hang: {} });
    const answer = await finder.find({ postcode: "CB1 2AA" }, AbortSignal.timeout(50));
    expect(answer).toEqual({ outcome: "retry", code: "timeout" });
  });

  it("is refused with a wrong key", async () => {
    const said = { outcome: "refused", code: "key-refused" };
    expect(await make("wrong").finder.find({ postcode: "CB1 2AA" }, signal())).toEqual(said);
  });
});
