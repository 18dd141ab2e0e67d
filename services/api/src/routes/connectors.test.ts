import { registerSettings } from "@guildhall/contract";
import { findSecret, listOutbox } from "@guildhall/store";
import { exampleConnection } from "../examples.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const apiKey = "canary-4f1d9c0b7a62e835";

describe("connectors over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("connectors:read", "connectors:write");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const put = (json: unknown, headers: Record<string, string> = {}, id = "back-office") =>
    world.ask("PUT", `/connectors/${id}`, { as: key, json, headers });
  const read = (id = "back-office") => world.ask("GET", `/connectors/${id}`, { as: key });
  const setCredential = (json: unknown, id = "back-office") =>
    world.ask("PUT", `/connectors/${id}/credential`, { as: key, json });

  it("are listed, seen, added and changed", async () => {
    const list = await (await world.ask("GET", "/connectors", { as: key })).json();
    expect(list).toMatchObject({ data: [{ id: "back-office", credential: { set: false } }] });
    expect((await put(exampleConnection, {}, "second")).status).toBe(201);
    const changed = await put({ ...exampleConnection, name: "licensing" }, {}, "second");
    expect(changed.status).toBe(200);
    expect(await changed.json()).toEqual(await (await read("second")).json());
    expect((await read("third")).status).toBe(404);
  });

  it("are changed only as they were read, where that is asked for", async () => {
    const { credential: _, id: __, ...definition } = await (await read()).json();
    const stale = { "If-Match": (await read()).headers.get("etag") ?? "" };
    expect((await put({ ...definition, name: "noise" }, stale)).status).toBe(200);
    const second = await put({ ...definition, name: "night noise" }, stale);
    expect(await second.json()).toMatchObject({ code: "precondition-failed" });
    expect((await put(exampleConnection, { "If-Match": "*" }, "none")).status).toBe(412);
    expect(await (await read()).json()).toMatchObject({ name: "noise" });
  });

  it.each([
    [{ settings: { password: "hunter2" } }, "/settings/password", "request-invalid"],
    [{ statuses: [{ external: "X", stage: "nowhere" }] }, "/statuses/0/stage", "request-invalid"],
    [{ address: "http://back-office.example" }, "/address", "request-invalid"],
    [{ maxParallel: 0 }, "/maxParallel", "request-invalid"],
    [{ id: "other" }, "/id", "request-invalid"],
  ])("are not put with %j", async (changed, pointer, code) => {
    const { credential: _, id: __, ...definition } = await (await read()).json();
    const response = await put({ ...definition, ...changed });
    expect(response.status).toBe(422);
    const body = await response.json();
    expect(body).toMatchObject({ code });
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it("lead nowhere that this installation may not call", async () => {
    const response = await put({ ...exampleConnection, address: "https://forbidden.example" });
    expect(await response.json()).toMatchObject({ code: "url-not-allowed" });
  });

  it("take a credential, which is sealed and never given out again", async () => {
    const set = await setCredential({ apiKey });
    const updatedAt = "2025-05-22T09:00:00.000Z";
    const shown = { set: true, last4: "e835", updatedAt, setBy: "Acme Case Systems" };
    expect(await set.json()).toEqual(shown);
    expect(await findSecret(world.ground.db, "connector/back-office")).toEqual({ apiKey });
    const answers = [await read(), await world.ask("GET", "/connectors", { as: key })];
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(JSON.parse(texts[0] ?? "")).toMatchObject({ credential: shown });
    expect(texts.join()).not.toContain("canary");
    expect(JSON.stringify(await listOutbox(world.ground.db, []))).not.toContain("canary");
  });

  it.each([
    [{ userName: "a", password: "b" }, "/userName"],
    [{}, "/apiKey"],
    [{ apiKey: "" }, "/apiKey"],
    [{ apiKey: "line\nbreak" }, "/apiKey"],
    [{ apiKey, other: "x" }, "/other"],
  ])("take no credential like %j", async (json, pointer) => {
    const response = await setCredential(json);
    expect(response.status).toBe(422);
    const { errors } = await response.json();
    expect(errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  describe("that are configuration only", () => {
    const works = (settings: object) => ({
      kind: "http",
      name: "street works",
      address: "https://back-office.example",
      settings: { ...registerSettings.http, ...settings },
    });

    it.each([
      [{ auth: { by: "none" } }, "/settings/auth/by"],
      [{ note: { method: "POST", path: "../{note.text}" } }, "/settings/note/path"],
      [{ answers: { retry: [{ path: "$..x", exists: true }] } }, "/settings/answers/retry/0/path"],
      [{ unheardOf: 1 }, "/settings/unheardOf"],
    ])("are not put with %j, and it is said why", async (settings, pointer) => {
      const response = await put(works(settings), {}, "works");
      const { errors } = await response.json();

      expect(response.status).toBe(422);
      expect(errors).toContainEqual(
        expect.objectContaining({ pointer, detail: expect.stringMatching(/\.$/) }),
      );
    });

    it("take the credential that their way in needs, and no other", async () => {
      await put(works({ auth: { by: "oauth2", tokenUrl: "token" } }), {}, "works");
      const client = { clientId: "guildhall", clientSecret: "canary-4f1d9c0b7a62e835" };

      expect((await setCredential({ apiKey }, "works")).status).toBe(422);
      expect(await (await setCredential(client, "works")).json()).toMatchObject({ set: true });
      expect(await findSecret(world.ground.db, "connector/works")).toEqual(client);
      expect(await (await read("works")).text()).not.toContain("canary");
    });
  });

  it("have no credential where they are not there", async () => {
    expect((await setCredential({ apiKey }, "third")).status).toBe(404);
  });
});
