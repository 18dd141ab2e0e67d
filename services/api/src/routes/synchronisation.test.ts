import { countStatus, transact } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("what is known of a process, over the API", () => {
  let world: ApiWorld;
  let process: string;
  beforeEach(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const read = () => world.ask("GET", `/processes/${process}/container`, { as: world.key });
  const update = (json: unknown) =>
    world.ask("PATCH", `/processes/${process}/container`, { as: world.key, json });

  it("is read, and changed field by field", async () => {
    const changed = await update({ flags: { emergency: true }, submitter: { phone: "01223" } });
    expect(changed.status).toBe(204);
    expect(await changed.text()).toBe("");
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      submitter: { name: "Ada Byron", email: "ada@example.com", phone: "01223" },
      flags: { emergency: true },
    });
  });

  it.each([
    [{ submitter: { age: 42 } }, { pointer: "/submitter/age", code: "unknown-field" }],
    [{ flags: { emergency: "yes" } }, { pointer: "/flags/emergency" }],
    [{ flags: { "No Slug": true } }, { pointer: "/flags/No Slug" }],
    [{ location: { lat: "52" } }, { pointer: "/location/lat" }],
    [{ notes: [] }, { pointer: "/notes", code: "unknown-field" }],
  ])("is not changed by %j", async (json, fault) => {
    const refused = await update(json);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "request-invalid", errors: [fault] });
  });
});

describe("the coverage of a back office's statuses, over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("connectors:read");
    const came = { connector: "back-office", service: "noise", external: "X-99", mapped: false };
    await transact(world.ctx.db, (tx) => countStatus(tx, { ...came, at: world.clock.now() }));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const read = (path: string) => world.ask("GET", `/connectors/${path}`, { as: key });

  it("names what nobody has said the meaning of", async () => {
    const answer = await read("back-office/coverage");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      data: [{ service: "noise", external: "X-99", state: "unmapped", count: 1 }],
    });
  });

  it("is of one service where one is asked for", async () => {
    expect(await (await read("back-office/coverage?service=pests")).json()).toEqual({ data: [] });
    expect((await read("back-office/coverage?service=No%20Slug")).status).toBe(422);
  });

  it("is of no connector that is not there", async () => {
    expect((await read("nowhere/coverage")).status).toBe(404);
  });
});
