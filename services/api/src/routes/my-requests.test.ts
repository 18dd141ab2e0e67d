import { lastKey } from "@guildhall/domain/testing";
import { createApi } from "../app.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const email = "ada@example.com";

describe("one's own requests over the API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (json: object = { email }) => world.ask("POST", "/my-requests/links", { json });
  const find = (json: object, query = "") =>
    world.ask("POST", `/my-requests/find${query}`, { json });
  const nothing = async () => (await world.ask("GET", "/nothing")).text();

  it("are shown to whoever has the link, and to nobody for less", async () => {
    const { reference } = await world.start({ email });
    const heard = await ask();
    expect([heard.status, await heard.text()]).toEqual([202, ""]);
    const token = await lastKey(world);
    const shown = await find({ token });
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(await shown.json()).toMatchObject({ data: [{ reference, status: "open" }] });
    for (const wrong of ["x", "", token.slice(1), `${token}A`]) {
      const refused = await find({ token: wrong });
      expect(refused.status).toBe(404);
      expect(await refused.text()).toBe(await nothing());
    }
  });

  it("are asked for with the same answer, whether or not there are any", async () => {
    const stranger = await ask();
    await world.start({ email });
    const known = await ask();
    expect([known.status, await known.text()]).toEqual([stranger.status, await stranger.text()]);
  });

  it.each([{}, { email: "ada" }, { email, language: "fr" }, { email, token: "x" }])(
    "are not asked for with %j",
    async (json) => {
      expect((await ask(json)).status).toBe(422);
    },
  );

  it.each([{}, { token: 1 }, { token: "x".repeat(1001) }])("are not shown for %j", async (json) => {
    expect((await find(json)).status).toBe(422);
  });

  it("are asked for a few times an hour from one network, and shown more often", async () => {
    const api = createApi(world.deps);
    const from = (path: string, json: object, address: string) =>
      api.request(
        `/t/exampleshire/v1/my-requests/${path}`,
        {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(json),
        },
        { caller: { address } },
      );
    const statuses = async (times: number, once: (at: number) => Response | Promise<Response>) => {
      const seen: number[] = [];
      for (let at = 0; at < times; at += 1) seen.push((await once(at)).status);
      return seen;
    };
    const asked = await statuses(21, (at) =>
      from("links", { email: `a${at}@example.com` }, "203.0.113.7"),
    );
    expect(asked).toEqual([...Array(20).fill(202), 429]);
    const shown = await statuses(61, () => from("find", { token: "x" }, "203.0.113.8"));
    expect(shown).toEqual([...Array(60).fill(404), 429]);
    expect((await from("links", { email }, "203.0.113.9")).status).toBe(202);
  });
});
