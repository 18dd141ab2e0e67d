import { sampleAnswers } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("processes over the API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const submission = { service: "noise", answers: sampleAnswers };

  it("start by a submission, and are found where the answer says", async () => {
    const response = await start(submission);
    expect(response.status).toBe(202);
    const { id, token } = await response.json();
    expect(response.headers.get("location")).toBe(`${world.ground.issuer}/v1/processes/${id}`);
    expect(token).toBeUndefined();

    const read = await world.ask("GET", `/processes/${id}`, { as: world.key });
    expect(await read.json()).toMatchObject({
      id,
      status: "open",
      service: "noise",
      stage: { id: "received" },
      destinations: [{ connector: "back-office", name: "environmental health", state: "queued" }],
    });
  });

  it("are refused with every fault of the answers, each at its place", async () => {
    const answers = { ...sampleAnswers, noiseSource: "moon", fullName: 7, status: "closed" };
    const response = await start({ service: "noise", answers });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "answers-invalid",
      errors: expect.arrayContaining([
        { pointer: "/answers/noiseSource", code: "not-an-option" },
        { pointer: "/answers/fullName", code: "invalid" },
        { pointer: "/answers/status", code: "unknown-field" },
      ]),
    });
    expect(await list("")).toMatchObject({ data: [] });
  });

  it.each<[string, unknown]>([
    ["email", "ada@example.com\r\nBcc: eve@example.com"],
    ["email", "ada@example"],
    ["fullName", "x".repeat(10_000)],
    ["fullName", { toString: "Ada" }],
    ["fullName", ["Ada"]],
    ["noiseSource", { $ne: null }],
    ["noiseSource", "home' OR '1'='1"],
    ["nights", []],
    ["nights", Array.from({ length: 21 }, () => ({ date: "2025-05-21" }))],
    ["nights", { 0: { date: "2025-05-21" } }],
    ["nights", [{ date: "2025-02-29" }]],
    ["nights", [{ date: "2025-13-01" }]],
    ["nights", [{ date: "0000-00-00" }]],
    ["nights", [{ date: "9999-12-31" }]],
    ["nights", [{ date: "2025-05-23" }]],
    ["nights", [{ date: 20250521 }]],
    ["nights", [{ date: "2025-05-21", until: "25:00" }]],
    ["nights", [{ date: "2025-05-21", process: "prc_1" }]],
    ["evidence", "doc_01kb3zq8w5v0t6m2h9r4c7d1xe"],
  ])("are refused for %s when it is %j", async (question, value) => {
    const response = await start({
      service: "noise",
      answers: { ...sampleAnswers, [question]: value },
    });
    expect(response.status).toBe(422);
    const { code, errors } = await response.json();
    expect(code).toBe("answers-invalid");
    expect(errors[0].pointer).toMatch(new RegExp(`^/answers/${question}`));
  });

  it.each([
    ["fullName", "\u202eadA"],
    ["fullName", "Zoë 👩🏽‍⚕️ 𝔘 O’Brien"],
    ["fullName", "Robert'); DROP TABLE processes;--"],
    ["nights", [{ date: "2024-02-29", until: "01:30" }]],
    ["nights", [{ date: "2025-03-30", until: "01:30" }]],
  ])("keep %s as it was given: %j", async (question, value) => {
    const answers = { ...sampleAnswers, [question]: value };
    const { id } = await (await start({ service: "noise", answers })).json();
    const form = await world.ask("GET", `/documents/${id.replace("prc_", "frm_")}`, {
      as: world.key,
      headers: { Accept: "application/json" },
    });
    expect((await form.json()).answers[question]).toEqual(value);
  });

  it("do not take the files of somebody's draft", async () => {
    const evidence = ["doc_01kb3zq8w5v0t6m2h9r4c7d1xe"];
    const response = await start({ service: "noise", answers: { ...sampleAnswers, evidence } });
    expect(await response.json()).toMatchObject({
      code: "answers-invalid",
      errors: [{ pointer: "/answers/evidence" }],
    });
  });

  it.each([
    [{ service: "parking", answers: {} }],
    [{ service: "noise", version: 99, answers: {} }],
  ])("are not of a service that is not there: %j", async (body) => {
    expect((await start(body)).status).toBe(404);
  });

  it("are listed newest first, a part at a time, by service and by status", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.unshift((await world.start()).id);

    const first = await list("?limit=2");
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect(second.data.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.nextCursor).toBeUndefined();
    expect((await list("?service=noise&status=open")).data).toHaveLength(3);
    expect((await list("?status=closed")).data).toEqual([]);
    expect((await list("?service=parking")).data).toEqual([]);
  });

  it.each([
    ["limit=0", "/limit"],
    ["limit=101", "/limit"],
    ["limit=1e400", "/limit"],
    ["limit=9223372036854775808", "/limit"],
    ["limit=NaN", "/limit"],
    ["limit=1&limit=2", "/limit"],
    ["limit=1;DROP TABLE processes", "/limit"],
    ["status=open' OR '1'='1", "/status"],
    ["status=Open", "/status"],
    ["service=%00", "/service/0"],
    ["service=a%2fb", "/service/0"],
    [`cursor=${"x".repeat(201)}`, "/cursor"],
  ])("are not listed by %s", async (query, pointer) => {
    const response = await world.ask("GET", `/processes?${query}`, { as: world.key });
    expect(response.status).toBe(422);
    const { errors } = await response.json();
    expect(errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it("are not listed after a cursor that could not be stored", async () => {
    const response = await world.ask("GET", "/processes?cursor=%00", { as: world.key });
    expect(await response.json()).toMatchObject({ code: "invalid-text" });
  });

  it("are not listed for a token that is for one of them", async () => {
    const { id } = await world.start();
    const response = await world.ask("GET", "/processes", { as: world.grantFor(id) });
    expect(response.status).toBe(403);
  });

  it("take notes, which are read back under the name of whose key it was", async () => {
    const { id } = await world.start();
    const json = { contents: "Zoë's visit 👩🏽‍⚕️\r\non Tuesday", visibleToCitizen: false };
    const added = await world.ask("POST", `/processes/${id}/notes`, { as: world.key, json });
    expect(added.status).toBe(201);
    const note = await added.json();
    expect(note).toMatchObject({ ...json, process: id, author: "Acme Case Systems" });

    const notes = await world.ask("GET", `/processes/${id}/notes`, { as: world.key });
    expect(await notes.json()).toEqual({ data: [note] });
  });

  it("keep a note in composed form, whatever form it came in", async () => {
    const { id } = await world.start();
    const json = { contents: "Zoe\u0308", visibleToCitizen: true };
    const added = await world.ask("POST", `/processes/${id}/notes`, { as: world.key, json });
    expect(await added.json()).toMatchObject({ contents: "Zoë" });
  });

  it.each([
    [{ contents: "", visibleToCitizen: true }, [{ pointer: "/contents", code: "too-short" }]],
    [
      { contents: "x".repeat(4001), visibleToCitizen: true },
      [{ pointer: "/contents", code: "too-long" }],
    ],
    [{ contents: "Seen" }, [{ pointer: "/visibleToCitizen", code: "invalid-type" }]],
    [
      { contents: 7, visibleToCitizen: "yes" },
      [
        { pointer: "/contents", code: "invalid-type" },
        { pointer: "/visibleToCitizen", code: "invalid-type" },
      ],
    ],
    [[], [{ pointer: "", code: "invalid-type" }]],
    [null, [{ pointer: "", code: "invalid-type" }]],
  ])("do not take the note %j", async (json, errors) => {
    const { id } = await world.start();
    const response = await world.ask("POST", `/processes/${id}/notes`, { as: world.key, json });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "request-invalid", errors });
  });

  it("take no more notes once they have ended", async () => {
    const { id } = await world.start();
    await complete(id);
    const json = { contents: "One more thing", visibleToCitizen: true };
    const response = await world.ask("POST", `/processes/${id}/notes`, { as: world.key, json });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "process-closed" });
  });

  it("show their tasks and everything that happened", async () => {
    const { id } = await world.start();
    const tasks = await world.ask("GET", `/processes/${id}/tasks`, { as: world.key });
    expect(await tasks.json()).toMatchObject({
      data: [{ process: id, step: "look", title: "Look into it", state: "open" }],
    });
    await complete(id);
    const events = await world.ask("GET", `/processes/${id}/events`, { as: world.key });
    const { data } = await events.json();
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
      "process.started",
      "task.completed",
      "process.ended",
    ]);
  });

  function start(json: unknown): Promise<Response> {
    return world.ask("POST", "/processes", { as: world.key, json });
  }

  async function list(query: string): Promise<{ data: { id: string }[]; nextCursor?: string }> {
    const response = await world.ask("GET", `/processes${query}`, { as: world.key });
    return response.json();
  }

  async function complete(process: string): Promise<void> {
    const tasks = await world.ask("GET", `/processes/${process}/tasks`, { as: world.key });
    const { data } = await tasks.json();
    for (const { id } of data)
      await world.ask("POST", `/tasks/${id}/complete`, { as: world.key, json: {} });
  }
});
