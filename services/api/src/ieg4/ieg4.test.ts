import { listNotes, listTasks } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { createDocumentCheck } from "../testing/documented.ts";
import { type ApiWorld, type Asking, createApiWorld } from "../testing.ts";
import { describeIeg4 } from "./describe.ts";
import { createIeg4 } from "./ieg4.ts";

const fields = [
  { code: "noiseSource", value: "home" },
  { code: "nights_date", value: "2025-05-21" },
  { code: "nights_date", value: "2025-05-22" },
];

describe("the adapter for workflows of another platform", () => {
  let world: ApiWorld;
  let process: { id: string; reference: string };
  let grant: string;
  let ask: (method: string, path: string, asking?: Asking) => Promise<Response>;

  beforeEach(async () => {
    world = await createApiWorld();
    process = await world.start();
    grant = world.grantFor(process.id);
    ask = asker(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("gives the form that was submitted", async () => {
    const path = `/documents/${process.id.replace("prc_", "frm_")}`;
    const said = await ask("GET", path, { as: grant, headers: { Accept: "application/json" } });
    expect(await said.json()).toMatchObject({ answers: sampleAnswers });
  });

  it("names the open task as the current step, and none once it is complete", async () => {
    const step = await currentStep();
    expect(step).toEqual({
      id: expect.stringMatching(/^tsk_/),
      name: "Look into it",
      fields: [
        { code: "outcome", label: expect.any(String), value: null },
        { code: "externalStatus", label: "Status", value: null },
      ],
    });
    const said = await complete(step.id, { fields: [{ code: "externalStatus", value: "CLOSED" }] });
    expect(await said.json()).toMatchObject({ id: step.id, name: "Look into it" });
    expect(await currentStep()).toEqual({ id: null, name: null, fields: [] });
    const after = await ask("GET", `/processes/${process.id}`, { as: grant });
    expect(await after.json()).toMatchObject({ status: "completed", stage: "Finished" });
  });

  it("ends as the field outcome says, and keeps the other fields", async () => {
    const { id } = await currentStep();
    const sent = [
      { code: "outcome", value: "referred" },
      { code: "visits", value: 2 },
      { code: "paid", value: true },
      { code: "empty", value: null },
    ];
    await complete(id, { fields: sent });
    const { data } = await listTasks(world.ctx, process.id);
    expect(data).toMatchObject([{ fields: { visits: "2", paid: "true" } }]);
    const after = await ask("GET", `/processes/${process.id}`, { as: grant });
    expect(await after.json()).toMatchObject({ status: "referred" });
  });

  it("takes the same completion again, and refuses another", async () => {
    const { id } = await currentStep();
    const first = await (await complete(id, { fields: [] })).json();
    const again = await complete(id, { fields: [] });
    expect(await again.json()).toEqual(first);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const other = await complete(id, { fields: [{ code: "outcome", value: "closed" }] });
    expect(await other.json()).toMatchObject({ code: "invalid-transition" });
  });

  it.each([
    ["an outcome that is none", { fields: [{ code: "outcome", value: "won" }] }, "request-invalid"],
    ["fields that are none", { fields: "all" }, "request-invalid"],
  ])("refuses a completion with %s", async (_, json, code) => {
    const { id } = await currentStep();
    expect(await (await complete(id, json)).json()).toMatchObject({ code });
  });

  it("completes no step of another process", async () => {
    const other = await world.start();
    const { data } = await listTasks(world.ctx, other.id);
    const path = `/processes/${process.id}/steps/${data[0]?.id}/complete`;
    const said = await ask("POST", path, { as: world.key, json: { fields: [] } });
    expect(await said.json()).toMatchObject({ code: "not-found" });
    expect((await listTasks(world.ctx, other.id)).data).toMatchObject([{ state: "open" }]);
  });

  it("adds notes, each time it is asked, and shows those that accounts may see", async () => {
    const note = { contents: "Visited, no answer.", visibleToAccounts: true };
    const said = await add(note);
    expect(said.status).toBe(201);
    expect(await said.json()).toEqual({
      id: expect.stringMatching(/^not_/),
      processId: process.id,
      ...note,
      author: "environmental health",
      createdAt: "2025-05-22T09:00:00.000Z",
    });
    await add(note);
    await add({ contents: "Beware of the dog." });
    const { data } = await listNotes(world.ctx, process.id);
    expect(data.map(({ visibleToCitizen }) => visibleToCitizen)).toEqual([true, true, false]);
  });

  it("adds a note once where it comes with an Idempotency-Key", async () => {
    const headers = { "Idempotency-Key": "a-key-of-sixteen-or-more" };
    const note = { contents: "Visited.", visibleToAccounts: true };
    expect(await (await add(note, headers)).json()).toEqual(
      await (await add(note, headers)).json(),
    );
    expect((await listNotes(world.ctx, process.id)).data).toHaveLength(1);
    const other = await add({ ...note, contents: "Left." }, headers);
    expect(await other.json()).toMatchObject({ code: "idempotency-mismatch" });
  });

  it("starts a process from fields, the same one for the same fields within a day", async () => {
    const first = await (await start({ service: "noise", fields })).json();
    expect(first).toMatchObject({ reference: expect.stringMatching(/^EXM-/) });
    const path = `/documents/${first.id.replace("prc_", "frm_")}`;
    const form = await ask("GET", path, { as: world.key, headers: { Accept: "application/json" } });
    expect(await form.json()).toMatchObject({
      answers: { noiseSource: "home", nights: [{ date: "2025-05-21" }, { date: "2025-05-22" }] },
    });
    expect(await (await start({ service: "noise", fields })).json()).toEqual(first);
    world.clock.move(86_400_000);
    expect(await (await start({ service: "noise", fields })).json()).not.toEqual(first);
  });

  it.each([
    ["an unknown service", { service: "other", fields }, "not-found"],
    [
      "a field that is not asked for",
      { service: "noise", fields: [{ code: "x", value: "" }] },
      "request-invalid",
    ],
    ["answers missing", { service: "noise", fields: [] }, "answers-invalid"],
  ])("refuses to start with %s", async (_, json, code) => {
    expect(await (await start(json)).json()).toMatchObject({ code });
  });

  it("says with every answer that it will go, and what comes instead", async () => {
    for (const as of [grant, undefined, world.grantFor((await world.start()).id)]) {
      const { headers } = await ask("GET", `/processes/${process.id}`, { as });
      expect(headers.get("deprecation")).toMatch(/^@\d+$/);
      expect(new Date(headers.get("sunset") ?? "").getTime()).toBeGreaterThan(0);
      expect(headers.get("link")).toContain(
        '<https://guildhall.test/t/exampleshire/v1/openapi.json>; rel="successor-version"',
      );
    }
  });

  it("refuses who shows no credential, and one that does not allow it", async () => {
    const { id } = await currentStep();
    const json = { fields: [] };
    const path = `/processes/${process.id}/steps/${id}/complete`;
    expect((await ask("POST", path, { json })).status).toBe(401);
    const reader = await world.keyFor("tasks:read");
    expect((await ask("POST", path, { json, as: reader })).status).toBe(403);
    const note = { contents: "x", visibleToAccounts: true };
    expect(
      (await ask("POST", `/processes/${process.id}/notes`, { json: note, as: reader })).status,
    ).toBe(403);
    expect((await start({ service: "noise", fields }, reader)).status).toBe(403);
  });

  it("describes itself and says which methods it takes", async () => {
    const said = await world.fetch("/t/exampleshire/open-api/openapi.json");
    expect(Object.keys((await said.json()).paths)).toContain("/processes/{id}/current-step");
    const refused = await world.fetch("/t/exampleshire/open-api/processes", { method: "PUT" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  const currentStep = async () =>
    (await ask("GET", `/processes/${process.id}/current-step`, { as: grant })).json();
  const complete = (id: string, json: unknown) =>
    ask("POST", `/processes/${process.id}/steps/${id}/complete`, { as: grant, json });
  const add = (json: unknown, headers = {}) =>
    ask("POST", `/processes/${process.id}/notes`, { as: grant, json, headers });
  const start = (json: unknown, as = world.key) => ask("POST", "/processes", { as, json });
});

/** Ask under `/open-api`; every answer is held to the document. */
function asker(world: ApiWorld) {
  const tenant = { name: "Exampleshire", issuer: "https://guildhall.test/t/exampleshire" };
  const expectDocumented = createDocumentCheck(describeIeg4(createIeg4(world.deps), tenant));
  return async (method: string, path: string, { as, json, headers }: Asking = {}) => {
    const response = await world.fetch(`/t/exampleshire/open-api${path}`, {
      method,
      headers: {
        ...(as ? { Authorization: `Bearer ${as}` } : {}),
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    await expectDocumented({ method, path }, response);
    return response;
  };
}
