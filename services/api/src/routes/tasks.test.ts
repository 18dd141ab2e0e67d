import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("tasks over the API", () => {
  let world: ApiWorld;
  let process: string;
  let task: string;
  beforeEach(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
    const tasks = await world.ask("GET", `/processes/${process}/tasks`, { as: world.key });
    task = (await tasks.json()).data[0].id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("move in the back office's own words, which the citizen reads as a stage", async () => {
    const json = { state: "in-progress", externalStatus: "VISIT" };
    const updated = await update(json);
    expect(updated.status).toBe(200);
    expect(await updated.json()).toMatchObject({ id: task, ...json });
    expect(await read()).toMatchObject({ stage: { id: "visit" } });
  });

  it("end their process with the last of them, as the back office's table says", async () => {
    const done = await complete({ fields: { externalStatus: "CLOSED/NO-ACTION" } });
    expect(done.status).toBe(200);
    expect(await done.json()).toMatchObject({ state: "completed" });
    expect(await read()).toMatchObject({ status: "closed", stage: { id: "done" } });
  });

  it("neither move nor end once they have ended", async () => {
    await complete({});
    expect((await complete({})).status).toBe(409);
    expect((await update({ state: "open" })).status).toBe(409);
  });

  it.each([
    [{ state: "completed" }, { pointer: "/state" }],
    [{ stage: "nowhere" }, { pointer: "/stage", code: "not-an-option" }],
    [{ stage: "../visit" }, { pointer: "/stage" }],
    [{ externalStatus: "" }, { pointer: "/externalStatus", code: "too-short" }],
    [{ assignedTo: "me" }, { pointer: "/assignedTo", code: "unknown-field" }],
  ])("are not updated with %j", async (json, fault) => {
    const response = await update(json);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "request-invalid", errors: [fault] });
  });

  it.each([
    [{ outcome: "open" }, { pointer: "/outcome" }],
    [{ fields: { note: 7 } }, { pointer: "/fields/note" }],
    [{ fields: { note: "x".repeat(2001) } }, { pointer: "/fields/note", code: "too-long" }],
    [{ fields: { ["x".repeat(81)]: "" } }, { pointer: `/fields/${"x".repeat(81)}` }],
    [{ status: "completed" }, { pointer: "/status", code: "unknown-field" }],
  ])("are not completed with %j", async (json, fault) => {
    const response = await complete(json);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "request-invalid", errors: [fault] });
    expect(await read()).toMatchObject({ status: "open" });
  });

  function update(json: unknown): Promise<Response> {
    return world.ask("PATCH", `/tasks/${task}`, { as: world.grantFor(process), json });
  }

  function complete(json: unknown): Promise<Response> {
    return world.ask("POST", `/tasks/${task}/complete`, { as: world.grantFor(process), json });
  }

  async function read() {
    return (await world.ask("GET", `/processes/${process}`, { as: world.key })).json();
  }
});
