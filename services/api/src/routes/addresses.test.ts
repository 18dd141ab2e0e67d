import { someAddress } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("addresses and places", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const read = async (path: string) => {
    const response = await world.ask("GET", path);
    return { status: response.status, body: await response.json() };
  };

  it("are found by anyone, by postcode however it is written", async () => {
    const { status, body } = await read("/addresses?postcode=cb12aa");
    expect(status).toBe(200);
    expect(body.data).toEqual([
      expect.objectContaining({ id: "999050500001", text: "1 High Street, Exampleton, CB1 2AA" }),
    ]);
  });

  it("are found by words and by number", async () => {
    expect((await read("/addresses?text=high%20street")).body.data).toHaveLength(1);
    expect((await read("/addresses?uprn=999050500001")).body.data).toHaveLength(1);
    expect((await read("/addresses?uprn=1")).body).toEqual({ data: [] });
  });

  it("name the council of a postcode that is another's", async () => {
    world.places.places = [{ ...someAddress({}, "510"), custodian: "East Cambridgeshire" }];
    const { body } = await read("/addresses?postcode=CB1%202AA");
    expect(body.outside).toEqual({ custodianCode: "510", name: "East Cambridgeshire" });
  });

  it.each([
    ["/addresses", ""],
    ["/addresses?postcode=CB12AA&uprn=1", ""],
    ["/addresses?postcode=nonsense", "/postcode"],
    ["/addresses?text=ab", "/text"],
    ["/addresses?uprn=12a", "/uprn"],
    ["/places?latitude=20&longitude=0", "/latitude"],
    ["/places?latitude=52.2", "/longitude"],
    ["/places?latitude=x&longitude=0", "/latitude"],
  ])("refuse %s", async (path, pointer) => {
    const { status, body } = await read(path);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it.each(["/addresses?postcode=CB12AA", "/places?latitude=52.2&longitude=0.13", "/tiles/15-1-1"])(
    "say at %s that they cannot be looked up",
    async (path) => {
      world.places.answer = { outcome: "retry", code: "timeout" };
      const { status, body } = await read(path);
      expect([status, body.code, body.errors[0].code]).toEqual([
        503,
        "places-unavailable",
        "timeout",
      ]);
    },
  );

  it("give what is at a point", async () => {
    const { body } = await read("/places?latitude=52.2012&longitude=0.1361");
    expect(body).toMatchObject({
      location: { latitude: 52.2012, easting: expect.any(Number) },
      nearest: { uprn: "999050500001", metres: expect.any(Number) },
    });
  });

  it("give squares of the map as pictures that can do nothing", async () => {
    const response = await world.ask("GET", "/tiles/15-16394-10794");
    expect(await response.text()).toBe("<svg/>");
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect((await world.ask("GET", "/tiles/7-1-1")).status).toBe(404);
    expect((await world.ask("GET", "/tiles/99-1-1")).status).toBe(404);
  });
});
