import type { Person, Session } from "@guildhall/contract";
import { addStaff, sampleAnswers, signInByLink } from "@guildhall/domain/testing";
import { type ApiWorld, type Asking, createApiWorld } from "../testing.ts";

describe("cases over the API", () => {
  let world: ApiWorld;
  let olive: Person;
  let session: Session;
  let id: string;
  beforeEach(async () => {
    world = await createApiWorld();
    olive = await addStaff(world.ctx, ["caseworker"], "Olive Okafor");
    session = await signInByLink(world, olive);
    id = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (method: string, path: string, asking: Asking = {}) =>
    world.ask(method, path, { as: session.token, ...asking });
  const bodyOf = async (response: Response | Promise<Response>) => (await response).json();
  const codeOf = async (response: Response | Promise<Response>) => (await bodyOf(response)).code;
  const taskOf = async () => (await bodyOf(ask("GET", `/processes/${id}/tasks`))).data[0].id;

  it("have tasks that are given by staff, unless they were changed meanwhile", async () => {
    const path = `/tasks/${await taskOf()}`;
    const etag = (await ask("GET", path)).headers.get("etag") ?? "";
    const json = { assignee: olive.id, words: "I know the street." };
    const given = await ask("POST", `${path}/assignment`, { json, headers: { "If-Match": etag } });
    expect(given.status).toBe(200);
    const task = await given.json();
    expect(task).toMatchObject({ assignee: { id: olive.id, name: "Olive Okafor" } });
    expect((await ask("GET", path)).headers.get("etag")).toBe(given.headers.get("etag"));
    const late = { json, headers: { "If-Match": etag } };
    expect((await ask("POST", `${path}/assignment`, late)).status).toBe(412);
    const mine = "/tasks?assignee=me&order=due";
    expect(await bodyOf(ask("GET", mine))).toEqual({ data: [task] });
    expect(await bodyOf(ask("GET", "/tasks?assignee=nobody&overdue=true"))).toEqual({ data: [] });
    expect(await bodyOf(ask("GET", "/teams"))).toEqual({ data: ["Noise team"] });
    expect(await codeOf(ask("GET", "/tasks?overdue=false"))).toBe("request-invalid");
  });

  it("tell no vendor's key whose a task is, and let it give none", async () => {
    const path = `/tasks/${await taskOf()}`;
    await ask("POST", `${path}/assignment`, { json: { assignee: olive.id } });
    const as = world.key;
    expect(await bodyOf(ask("GET", path, { as }))).not.toHaveProperty("assignee");
    expect((await ask("GET", `/tasks?assignee=${olive.id}`, { as })).status).toBe(403);
    const json = { assignee: null };
    expect((await ask("POST", `${path}/assignment`, { as, json })).status).toBe(403);
    const happened = async (asking: Asking) =>
      (await (await ask("GET", `/processes/${id}/events`, asking)).text()).split(olive.id).length;
    expect([await happened({}), await happened({ as })]).toEqual([2, 1]);
  });

  it("have tasks that are done together, once for each key of a request", async () => {
    const task = await taskOf();
    const json = { tasks: [task], act: { kind: "complete", outcome: "closed" } };
    const headers = { "Idempotency-Key": "the-same-request-twice" };
    const bulk = () => ask("POST", "/tasks/bulk", { json, headers });
    expect(await bodyOf(bulk())).toEqual({ data: [{ task }] });
    const again = await bulk();
    expect([await again.json(), again.headers.get("idempotent-replayed")]).toEqual([
      { data: [{ task }] },
      "true",
    ]);
    const twice = { tasks: [task, task], act: json.act };
    expect((await ask("POST", "/tasks/bulk", { json: twice })).status).toBe(422);
  });

  it("are found by who sent them, with nothing personal in the address", async () => {
    const search = (json: object) => ask("POST", "/processes/search", { json });
    expect(await bodyOf(search({ email: sampleAnswers.email }))).toMatchObject({ data: [{ id }] });
    expect(await bodyOf(search({ surname: "Nobody" }))).toEqual({ data: [] });
    expect(await codeOf(search({}))).toBe("request-invalid");
  });

  it("have answers that are put right beside what was sent", async () => {
    const json = { question: "fullName", value: "Ada Lovelace", reason: "She married." };
    const correct = (body: object) => ask("POST", `/processes/${id}/corrections`, { json: body });
    expect((await correct(json)).status).toBe(201);
    const read = await ask("GET", `/processes/${id}/answers`);
    expect(read.headers.get("cache-control")).toBe("no-store");
    expect((await read.json()).pages[1].rows[0]).toMatchObject({
      question: "fullName",
      text: ["Ada Byron"],
      value: "Ada Lovelace",
      corrections: [{ text: ["Ada Lovelace"], author: "Olive Okafor" }],
    });
    expect(await codeOf(correct({ ...json, question: "email", value: "no" }))).toBe(
      "answers-invalid",
    );
  });

  it("end as duplicates of others, once for each key of a request", async () => {
    const { id: into } = await world.start();
    const headers = { "Idempotency-Key": "the-same-request-twice" };
    const merge = () => ask("POST", `/processes/${id}/merge`, { json: { into }, headers });
    const merged = await bodyOf(merge());
    expect(merged).toMatchObject({ id, status: "closed", mergedInto: into });
    expect(await bodyOf(merge())).toEqual(merged);
  });

  it("say to colleagues who has them open, and to nobody else", async () => {
    const path = `/processes/${id}/viewers/me`;
    const ann = await signInByLink(world, await addStaff(world.ctx, ["viewer"], "Ann Viewer"));
    expect(await bodyOf(ask("PUT", path))).toEqual({ data: [], follows: false });
    const others = await bodyOf(ask("PUT", path, { as: ann.token }));
    expect(others).toMatchObject({ data: [{ name: "Olive Okafor" }] });
    expect((await ask("PUT", path, { as: world.key })).status).toBe(403);
  });

  it("are followed by colleagues, and tell no key who does", async () => {
    const path = `/processes/${id}/followers/me`;
    expect((await ask("PUT", path)).status).toBe(204);
    const followed = await bodyOf(ask("GET", "/followed-cases"));
    expect(followed).toMatchObject({ data: [{ process: { id }, changes: [] }] });
    for (const [method, at] of [
      ["PUT", path],
      ["DELETE", path],
      ["GET", "/followed-cases"],
    ] as const)
      expect((await ask(method, at, { as: world.key })).status).toBe(403);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect(await bodyOf(ask("GET", "/followed-cases"))).toEqual({ data: [] });
  });
});
