import { inTheStreet, lastKey, startAt, townHall } from "@guildhall/domain/testing";
import { createApi } from "../app.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const { latitude, longitude, easting, northing } = townHall;
const byDegrees = `latitude=${latitude}&longitude=${longitude}`;

describe("following over the API", () => {
  let world: ApiWorld;
  let reference: string;
  beforeEach(async () => {
    world = await createApiWorld();
    await world.publish(inTheStreet);
    ({ reference } = await startAt(world));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const nearby = (query: string, service = "noise") =>
    world.ask("GET", `/services/${service}/nearby?${query}`);
  const ask = (of = reference, json: object = { email: "bob@example.com" }) =>
    world.ask("POST", `/tracking/${of}/followers`, { json });
  const post = (verb: string, key: string) =>
    world.ask("POST", `/following/${verb}`, { json: { key } });
  const nothing = async () => (await world.ask("GET", "/nothing")).text();

  it("shows anyone what is open nearby, and nothing that was said", async () => {
    for (const query of [byDegrees, `easting=${easting}&northing=${northing}`]) {
      const text = await (await nearby(query)).text();
      expect(JSON.parse(text)).toMatchObject({
        data: [{ reference, stage: "Received", metres: 10, followers: 0 }],
      });
      expect(text).not.toMatch(/Ada|example|home/);
    }
  });

  it.each([
    "",
    "latitude=52",
    "latitude=x&longitude=0",
    "latitude=90&longitude=0",
    `${byDegrees}&uprn=1`,
    "uprn=0",
    "easting=-1&northing=1",
  ])("refuses to look at “%s”", async (query) => {
    expect((await nearby(query)).status).toBe(422);
  });

  it("says of a service that nobody looks through what it says of none", async () => {
    await world.publish({ ...inTheStreet, lookFirst: undefined });
    for (const service of ["noise", "not-there"]) {
      const response = await nearby(byDegrees, service);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(await nothing());
    }
  });

  it("is asked for, confirmed, seen and stopped, each of them twice without harm", async () => {
    for (const _ of [1, 2]) {
      const heard = await ask();
      expect([heard.status, await heard.text()]).toEqual([202, ""]);
    }
    const key = await lastKey(world);
    expect(await (await post("find", key)).json()).toMatchObject({ state: "asked", reference });
    for (const _ of [1, 2])
      expect(await (await post("confirm", key)).json()).toMatchObject({ state: "following" });
    for (const _ of [1, 2]) expect((await post("stop", key)).status).toBe(204);
    expect(await (await post("find", key)).json()).toEqual({ state: "stopped" });
  });

  it("answers the same to whoever follows already", async () => {
    await ask();
    const first = await lastKey(world);
    await post("confirm", first);
    const again = await ask();
    expect([again.status, await again.text()]).toEqual([202, ""]);
    expect(await lastKey(world)).toBe(first);
  });

  it("sends one letter where the same request comes again", async () => {
    const headers = { "Idempotency-Key": "the-same-wish-twice-" };
    const json = { email: "bob@example.com" };
    const path = `/tracking/${reference}/followers`;
    await world.ask("POST", path, { json, headers });
    const before = world.handover.given.length;
    const again = await world.ask("POST", path, { json, headers });
    expect(again.headers.get("Idempotent-Replayed")).toBe("true");
    expect(world.handover.given).toHaveLength(before);
  });

  it.each(["find", "confirm", "stop"])(
    "does not know a link that was altered, to %s",
    async (verb) => {
      await ask();
      const key = await lastKey(world);
      for (const wrong of [`${key.slice(1)}0`, key.slice(0, -1), "", "\u0410".repeat(52)]) {
        const response = await post(verb, wrong);
        expect(response.status).toBe(404);
        expect(await response.text()).toBe(await nothing());
      }
    },
  );

  it("cannot be asked for where others may not see the request, nor once it has ended", async () => {
    const { reference: hidden } = await world.start();
    for (const of of [hidden, "EXM-2222-2222"]) {
      const response = await ask(of);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(await nothing());
    }
  });

  it.each([
    {},
    { email: "bob" },
    { email: "a@b.test", language: "fr" },
    { email: "a@b.test", name: "B" },
  ])("cannot be asked for with %j", async (json) => {
    expect((await ask(reference, json)).status).toBe(422);
  });

  it("is asked for from one address no more than a person would", async () => {
    const api = createApi(world.deps);
    const send = (at: number) =>
      api.request(
        `/t/exampleshire/v1/tracking/${reference}/followers`,
        {
          method: "POST",
          body: JSON.stringify({ email: `someone-${at}@example.com` }),
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": `asked-for-by-one-${at}--`,
          },
        },
        { caller: { address: "192.0.2.1" } },
      );
    for (let at = 0; at < 20; at += 1) expect((await send(at)).status).toBe(202);
    expect((await send(20)).status).toBe(429);
  });
});
