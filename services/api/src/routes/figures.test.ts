import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("figures over the API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
    await world.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = async (query = "", headers = {}) =>
    world.ask("GET", `/figures${query}`, { as: await world.keyFor("tasks:read"), headers });

  it("are told as rows, and as CSV", async () => {
    const { data } = await (await ask("?by=week&service=noise")).json();
    expect(data[0]).toMatchObject({ group: "all", received: 1, done: 0, late: 0, chased: 0 });
    const csv = await ask("", { Accept: "text/csv" });
    expect(csv.headers.get("Content-Type")).toContain("text/csv");
    expect(await csv.text()).toContain("\nall,,All,1,0,0,,,0\r\n");
  });

  it.each(["?from=x", "?from=2025-05-02&to=2025-05-01", "?by=day", "?channel=pigeon", "?odd=1"])(
    "are not counted for “%s”",
    async (query) => {
      expect((await ask(query)).status).toBe(422);
    },
  );
});
