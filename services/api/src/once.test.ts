import { sampleAnswers } from "@guildhall/domain/testing";
import { exampleKey } from "./once.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const key = "8e03978e-40d5-43e8-bc93-6894a57f9324";

describe("a POST that may come again", () => {
  let world: ApiWorld;
  let process: string;
  beforeEach(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const submission = { service: "noise", answers: sampleAnswers };
  const note = { contents: "Seen on site", visibleToCitizen: true };

  it("happens once, and is answered with the same bytes", async () => {
    const first = await submit();
    const second = await submit();
    expect(second.status).toBe(202);
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(first.headers.has("idempotent-replayed")).toBe(false);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await processes()).toHaveLength(2);
  });

  it("happens once when it comes twenty times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit()));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 202));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await processes()).toHaveLength(2);
  });

  it("happens once when a citizen submits a draft twice at once", async () => {
    const draft = await world.ask("POST", "/drafts", { json: { service: "noise" } });
    const { token } = await draft.json();
    const answers = await Promise.all([submit(token), submit(token), submit(token)]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(bodies).size).toBe(1);
  });

  it.each<[string, () => [string, object]]>([
    ["a note", () => [`/processes/${process}/notes`, note]],
    ["a draft", () => ["/drafts", { service: "noise" }]],
  ])("makes %s once", async (_, what) => {
    const [path, json] = what();
    const first = await post(path, json);
    const second = await post(path, json);
    expect(first.status).toBe(201);
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  it("completes a task once", async () => {
    const tasks = await world.ask("GET", `/processes/${process}/tasks`, { as: world.key });
    const [{ id }] = (await tasks.json()).data;
    const first = await post(`/tasks/${id}/complete`, {});
    const second = await post(`/tasks/${id}/complete`, {});
    expect(second.status).toBe(200);
    expect(await second.text()).toBe(await first.text());
  });

  it("is refused when its key came with another body", async () => {
    await post(`/processes/${process}/notes`, note);
    const response = await post(`/processes/${process}/notes`, { ...note, contents: "Unseen" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "idempotency-mismatch" });
  });

  it("is another's own, though the key is the same", async () => {
    const other = await world.keyFor("processes:write", "processes:read");
    const [mine, theirs] = [await submit(), await submit(other)];
    expect((await theirs.json()).id).not.toBe((await mine.json()).id);
  });

  it("is another process's own, though its back office used the same key", async () => {
    const { id } = await world.start();
    const mine = await post(`/processes/${process}/notes`, note, world.grantFor(process));
    expect(mine.status).toBe(201);
    const theirs = await post(`/processes/${process}/notes`, note, world.grantFor(id));
    expect(theirs.status).toBe(404);
  });

  it("is another route's own, though the key is the same", async () => {
    const { id } = await world.start();
    await post(`/processes/${process}/notes`, note);
    const response = await post(`/processes/${id}/notes`, note);
    expect(await response.json()).toMatchObject({ process: id });
  });

  it("is tried again after a refusal", async () => {
    const early = await post("/processes", { service: "noise", answers: {} });
    expect(early.status).toBe(422);
    expect((await submit()).status).toBe(202);
  });

  it.each([
    undefined,
    "",
    "too-short",
    exampleKey,
    "k".repeat(256),
    "with a space in it",
    "schlüssel-schlüssel",
  ])("is refused with the key %s", async (given) => {
    const headers = { "Idempotency-Key": given ?? "" };
    for (const path of ["/processes", "/drafts", `/processes/${process}/notes`]) {
      const response = await world.ask("POST", path, { as: world.key, json: {}, headers });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "idempotency-key-missing" });
    }
  });

  function submit(as = world.key): Promise<Response> {
    return post("/processes", submission, as);
  }

  function post(path: string, json: object, as = world.key): Promise<Response> {
    return world.ask("POST", path, { as, json, headers: { "Idempotency-Key": key } });
  }

  async function processes(): Promise<unknown[]> {
    const response = await world.ask("GET", "/processes", { as: world.key });
    return (await response.json()).data;
  }
});
