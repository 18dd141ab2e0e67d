import { findEvent } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "../testing.ts";

interface Told {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

describe("events over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("events:read");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (query = "", as = key) => world.ask("GET", `/events${query}`, { as });
  const page = async (query = ""): Promise<{ data: Told[]; nextCursor: string }> =>
    (await ask(query)).json();
  const types = ({ data }: { data: Told[] }) => data.map(({ type }) => type);
  const addNote = (process: string, contents = "Mrs Miller called") => {
    const json = { contents, visibleToCitizen: false };
    return world.ask("POST", `/processes/${process}/notes`, { as: world.key, json });
  };

  it("say which and where, and nothing that anybody typed", async () => {
    const { id, reference } = await world.start();
    const { id: note } = await (await addNote(id)).json();
    const { data } = await page();
    const self = `https://guildhall.test/t/exampleshire/v1/processes/${id}`;
    const common = {
      tenant: "exampleshire",
      process: id,
      reference,
      service: "noise",
      links: { process: self, events: `${self}/events` },
    };
    expect(data).toEqual([
      {
        type: "process.started",
        timestamp: new Date(world.clock.now()).toISOString(),
        data: { event: expect.any(Number), ...common },
      },
      {
        type: "note.added",
        timestamp: new Date(world.clock.now()).toISOString(),
        data: { event: expect.any(Number), ...common, note, visibleToCitizen: false },
      },
    ]);
    expect(JSON.stringify(data)).not.toMatch(/Miller|Acme/);
  });

  it("are read on from where the last part ended, each once and in order, also while more happen", async () => {
    const seen: Told[] = [];
    let after = "0";
    for (let round = 0; round < 8; round += 1) {
      if (round < 4) await world.start();
      const { data, nextCursor } = await page(`?limit=1&after=${after}`);
      seen.push(...data);
      after = nextCursor;
    }
    expect(new Set(seen.map(({ data }) => data.process)).size).toBe(4);
    expect(seen).toHaveLength(4);
    const places = seen.map(({ data }) => Number(data.event));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("give the place that was asked with when nothing is new", async () => {
    await world.start();
    const { nextCursor } = await page();
    expect(await page(`?after=${nextCursor}`)).toEqual({ data: [], nextCursor });
    expect(await page("?after=999999")).toEqual({ data: [], nextCursor: "999999" });
  });

  it("of one type are found, and the others passed over", async () => {
    const { id } = await world.start();
    await addNote(id);
    await world.start();
    expect(types(await page("?type=note.added"))).toEqual(["note.added"]);
    const { nextCursor } = await page("?type=note.added&limit=1");
    expect(types(await page(`?after=${nextCursor}`))).toEqual(["process.started"]);
  });

  it("leave out what is the council's own: keys, readings, services", async () => {
    const { id } = await world.start();
    await world.ask("GET", `/documents/${id.replace("prc_", "frm_")}`, { as: world.key });
    const kept = await Promise.all([3, 4, 5, 6].map((seq) => findEvent(world.ctx.db, seq)));
    expect(kept.map((event) => event?.type)).toContain("document.read");
    expect(types(await page())).toEqual(["process.started"]);
  });

  it.each(["?after=-1", "?after=x", "?after=1e3", "?limit=0", "?limit=101", "?type=key.issued"])(
    "are not asked for with %s",
    async (query) => {
      expect((await ask(query)).status).toBe(422);
    },
  );

  it("are for nobody without the scope, nor for whoever may see one process", async () => {
    const { id } = await world.start();
    expect((await world.ask("GET", "/events")).status).toBe(401);
    expect((await ask("", await world.keyFor("processes:read"))).status).toBe(403);
    expect((await ask("", world.grantFor(id))).status).toBe(403);
  });
});
