import { processLimits } from "@guildhall/contract";
import { insertDocument, transact } from "@guildhall/store";
import { tinyPng } from "../testing/tiny-png.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("what a citizen adds to their own request", () => {
  let world: ApiWorld;
  let process: string;
  let path: string;
  let token: string;
  beforeEach(async () => {
    world = await createApiWorld();
    const { id, reference, trackingKey: key } = await world.start();
    process = id;
    path = `/tracking/${reference}`;
    const opened = await world.ask("POST", `${path}/token`, { json: { key } });
    token = (await opened.json()).token;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const say = (contents: string, as = token) =>
    world.ask("POST", `${path}/notes`, { as, json: { contents } });
  const attach = (file: File, as = token) => {
    const body = new FormData();
    body.set("label", "The fence");
    body.set("file", file);
    return world.ask("POST", `${path}/documents`, { as, body });
  };
  const picture = () => new File([tinyPng], "fence.png", { type: "image/png" });
  const see = async (as?: string) =>
    (await world.ask("GET", path, as === undefined ? {} : { as })).json();

  it("is a note that they read under their own name, and staff with the process", async () => {
    const added = await say("It is louder at night.");
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ author: "You", visibleToCitizen: true });
    const { timeline } = await see(token);
    expect(timeline[0]).toMatchObject({ text: "It is louder at night.", author: "You" });
    const listed = await world.ask("GET", `/processes/${process}/notes`, { as: world.key });
    expect((await listed.json()).data).toHaveLength(1);
  });

  it("is a file, kept with the process and shown to them", async () => {
    const added = await attach(picture());
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ name: "fence.png", label: "The fence" });
    const { documents } = await see(token);
    expect(documents.map(({ name }: { name: string }) => name)).toContain("fence.png");
    expect(await world.told(process)).toContain("document.added");
  });

  it("is one file when the same upload comes twice", async () => {
    const headers = { "Idempotency-Key": "the-same-upload-twice" };
    const send = () => {
      const body = new FormData();
      body.set("file", picture());
      return world.ask("POST", `${path}/documents`, { as: token, body, headers });
    };
    const [first, second] = [await (await send()).json(), await (await send()).json()];
    expect(second.id).toBe(first.id);
    expect(world.files.removed).toHaveLength(1);
  });

  it("is seen by nobody who holds the reference alone", async () => {
    await say("It is Mrs Byron's dog.");
    await attach(picture());
    expect(JSON.stringify(await see())).not.toMatch(/Byron|fence|You"/);
  });

  it.each(["another's token", "a key"])("is taken from nobody with %s", async (whose) => {
    const other = await world.start();
    const json = { key: other.trackingKey };
    const opened = await world.ask("POST", `/tracking/${other.reference}/token`, { json });
    const as = whose === "a key" ? world.key : (await opened.json()).token;
    expect((await say("Not mine", as)).status).toBe(404);
    expect((await attach(picture(), as)).status).toBe(404);
    expect((await world.ask("POST", `${path}/notes`, { json: { contents: "x" } })).status).toBe(
      401,
    );
  });

  it("is refused once the request has ended, and nothing is kept", async () => {
    const [task] = (await (await ofProcess("tasks")).json()).data;
    await world.ask("POST", `/tasks/${task.id}/complete`, { as: world.key, json: { fields: {} } });
    for (const refused of [await say("Too late"), await attach(picture())]) {
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ code: "process-closed" });
    }
    expect((await (await ofProcess("documents")).json()).data).toHaveLength(1);
  });

  it("is ten notes a day and no more", async () => {
    for (let index = 0; index < 10; index += 1) expect((await say(`${index}`)).status).toBe(201);
    const refused = await say("one more");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "86400"]);
  });

  it("is as many files as a process takes, and no more", async () => {
    await transact(world.ctx.db, async (tx) => {
      for (let index = 0; index < processLimits.files; index += 1)
        await insertDocument(tx, { ...row, id: `doc_${index}`, process });
    });
    const refused = await attach(picture());
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ code: "too-many" }] });
  });

  const ofProcess = (what: string) =>
    world.ask("GET", `/processes/${process}/${what}`, { as: world.key });
});

const row = {
  draft: null,
  question: null,
  name: "a.txt",
  key: "k",
  contentType: "text/plain",
  bytes: 1,
  sha256: "aa",
  storage: "s/1",
  at: 1,
};
