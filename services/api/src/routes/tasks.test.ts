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

  it("are listed over all processes, by what the question says", async () => {
    const other = (await world.start()).id;
    await update({ state: "in-progress" });
    const ids = async (query: string) =>
      (await (await world.ask("GET", `/tasks?${query}`, { as: world.key })).json()).data.map(
        (one: { process: string }) => one.process,
      );
    expect(await ids("")).toEqual([other, process]);
    expect(await ids("limit=1")).toEqual([other]);
    expect(await ids("state=open")).toEqual([other]);
    expect(await ids("state=open&state=in-progress")).toEqual([other, process]);
    expect(await ids("state=completed")).toEqual([]);
    expect(await ids(`process=${process}`)).toEqual([process]);
    expect(await ids("team=Noise%20team&service=noise&service=other")).toEqual([other, process]);
    expect(await ids("service=other")).toEqual([]);
    expect(await ids("dueBefore=2025-05-22T00:00:00Z")).toEqual([]);
    expect(await ids("dueBefore=2026-05-22T00:00:00Z")).toHaveLength(2);
  });

  it("are listed by when they were changed last", async () => {
    world.clock.move(3_600_000);
    const since = new Date(world.clock.now()).toISOString();
    const changed = async () =>
      (await world.ask("GET", `/tasks?updatedSince=${since}`, { as: world.key })).json();
    expect((await changed()).data).toEqual([]);
    await update({ state: "in-progress" });
    expect((await changed()).data).toMatchObject([{ id: task, updatedAt: since }]);
  });

  it.each(["state=gone", "dueBefore=tomorrow", "process=prc_1", "team=%00"])(
    "are not listed by %s",
    async (query) => {
      const response = await world.ask("GET", `/tasks?${query}`, { as: world.key });
      expect(response.status).toBe(422);
    },
  );

  it("are not listed for a token that is for one process", async () => {
    const response = await world.ask("GET", "/tasks", { as: world.grantFor(process) });
    expect(response.status).toBe(403);
  });

  it("need not be sent again to whoever has them already", async () => {
    const read = (headers = {}) => world.ask("GET", `/tasks/${task}`, { as: world.key, headers });
    const etag = (await read()).headers.get("etag") ?? "";
    for (const known of [etag, `"other", W/${etag}`, "*"])
      expect((await read({ "If-None-Match": known })).status).toBe(304);
    await update({ state: "in-progress" });
    const changed = await read({ "If-None-Match": etag });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ id: task, state: "in-progress" });
  });

  it("are changed only as they were read, where that is asked for", async () => {
    const read = await world.ask("GET", `/tasks/${task}`, { as: world.key });
    const stale = { "If-Match": read.headers.get("etag") ?? "" };
    const change = (headers: Record<string, string>) =>
      world.ask("PATCH", `/tasks/${task}`, {
        as: world.key,
        json: { state: "in-progress" },
        headers,
      });
    const first = await change(stale);
    expect(first.status).toBe(200);
    const second = await change(stale);
    expect(second.status).toBe(412);
    expect(await second.json()).toMatchObject({ code: "precondition-failed" });
    expect((await change({ "If-Match": `W/${first.headers.get("etag")}` })).status).toBe(412);
    expect((await change({ "If-Match": first.headers.get("etag") ?? "" })).status).toBe(200);
    expect((await change({ "If-Match": "*" })).status).toBe(200);
  });

  it("are completed by one of two who read the same", async () => {
    const read = await world.ask("GET", `/tasks/${task}`, { as: world.key });
    const headers = { "If-Match": read.headers.get("etag") ?? "" };
    const other = await world.keyFor("tasks:write");
    const [first, second] = await Promise.all(
      [world.key, other].map((as) =>
        world.ask("POST", `/tasks/${task}/complete`, { as, json: {}, headers }),
      ),
    );
    expect([first?.status, second?.status].sort()).toEqual([200, 412]);
    expect((await world.told(process)).filter((type) => type === "task.completed")).toHaveLength(1);
    const told = (await world.owed(process)).filter(({ purpose }) => purpose === "completed");
    expect(told).toHaveLength(1);
  });

  it("are completed once by two at the same moment, and the citizen is told once", async () => {
    const other = await world.keyFor("tasks:write");
    const done = await Promise.all(
      [world.key, other].map((as) =>
        world.ask("POST", `/tasks/${task}/complete`, { as, json: {} }),
      ),
    );
    expect(done.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await world.told(process)).filter((type) => type === "task.completed")).toHaveLength(1);
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
