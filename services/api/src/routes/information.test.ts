import { InformationDraft, InformationRequest } from "@guildhall/contract";
import { mintCitizenToken } from "@guildhall/keys";
import { tinyPng } from "../testing/tiny-png.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const said = { ownQuestion: "Which floor is it?", files: true, reason: "We cannot tell." };

describe("one more thing, over the API", () => {
  let world: ApiWorld;
  let process: string;
  beforeEach(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const at = () => `/processes/${process}/information-requests`;
  const ask = (json: object = said, headers = {}) =>
    world.ask("POST", at(), { as: world.grantFor(process), json, headers });
  const list = async (as = world.key) =>
    InformationRequest.array().parse((await (await world.ask("GET", at(), { as })).json()).data);
  function citizenToken(of = process): string {
    const { keys, issuer } = world.ground;
    return mintCitizenToken(keys.set, {
      issuer,
      subject: { kind: "process", id: of },
      scope: ["processes:read", "documents:read", "notes:read"],
      jti: "jti_1",
      issuedAt: new Date(world.clock.now()),
      expiresAt: new Date(world.clock.now() + 3_600_000),
    });
  }
  async function open(request: string, as = citizenToken()): Promise<InformationDraft> {
    const response = await world.ask("GET", `${at()}/${request}/form`, { as });
    expect(response.headers.get("cache-control")).toBe("no-store");
    return InformationDraft.parse(await response.json());
  }

  it("goes round: the back office asks by its grant, the citizen answers with a photo, all can be read", async () => {
    const asked = InformationRequest.parse(await (await ask()).json());
    const { draft, form } = await open(asked.id);
    const as = draft.token ?? "";
    const body = new FormData();
    body.set("file", new File([tinyPng], "hall.png"));
    body.set("question", "moreFiles");
    const uploaded = await world.ask("POST", `/drafts/${draft.id}/documents`, { as, body });
    const { id: file } = await uploaded.json();
    expect(form.pages[0]?.questions.map(({ id }) => id)).toEqual(["ownQuestion", "moreFiles"]);
    const answers = { ownQuestion: "The second", moreFiles: [file] };
    const path = `${at()}/${asked.id}/answers`;
    const sent = await world.ask("POST", path, { as, json: { answers } });
    expect(sent.status).toBe(200);
    const [known] = await list(world.grantFor(process));
    expect(known).toMatchObject({
      state: "answered",
      reply: { ownAnswer: "The second", documents: [file] },
    });
    const { data: notes } = await (
      await world.ask("GET", `/processes/${process}/notes`, { as: world.key })
    ).json();
    expect(notes[0]).toMatchObject({ id: known?.reply?.note, author: "You" });
    const { data: documents } = await (
      await world.ask("GET", `/processes/${process}/documents`, { as: world.key })
    ).json();
    expect(documents.map(({ id }: { id: string }) => id)).toContain(file);
  });

  it("happens once under one key", async () => {
    const headers = { "Idempotency-Key": "one-and-the-same-key" };
    const first = await (await ask(said, headers)).json();
    const again = await ask(said, headers);
    expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
    expect(await again.json()).toEqual(first);
    expect((await ask({ ...said, reason: "Another" }, headers)).status).toBe(422);
    expect(await list()).toHaveLength(1);
  });

  it("is one thing at a time, and is refused for a question of another version", async () => {
    await ask();
    const second = await ask();
    expect([second.status, (await second.json()).code]).toEqual([409, "information-asked"]);
    const other = await ask({ reason: "Why", questions: ["noSuchQuestion"] });
    expect(await other.json()).toMatchObject({
      code: "request-invalid",
      errors: [{ pointer: "/questions/0", code: "unknown-question" }],
    });
  });

  it("hears one of two answers; the same under its key is the same answer", async () => {
    const { id } = await (await ask({ ...said, files: false })).json();
    const { draft } = await open(id);
    const as = draft.token ?? "";
    const headers = { "Idempotency-Key": `answer-${id}` };
    const send = (words: string, more: object) =>
      world.ask("POST", `${at()}/${id}/answers`, {
        as,
        json: { answers: { ownQuestion: words } },
        ...more,
      });
    expect((await send("The second", { headers })).status).toBe(200);
    expect((await send("The second", { headers })).headers.get("idempotent-replayed")).toBe("true");
    const other = await send("The third", {});
    expect(await other.json()).toMatchObject({
      code: "information-ended",
      errors: [{ code: "answered" }],
    });
    expect((await list())[0]?.reply?.ownAnswer).toBe("The second");
  });

  it("starts no process with the token that answers", async () => {
    const { id } = await (await ask()).json();
    const { draft } = await open(id);
    const json = { service: "noise", answers: {} };
    const response = await world.ask("POST", "/processes", { as: draft.token, json });
    expect([response.status, (await response.json()).code]).toEqual([403, "scope-missing"]);
  });

  it("is told to another's citizen like what never was", async () => {
    const { id } = await (await ask()).json();
    const other = (await world.start()).id;
    const as = citizenToken(other);
    const random = "inf_01kb3zq8w5v0t6m2h9r4c7d1xe";
    const bodies = await Promise.all(
      [
        `${at()}/${id}/form`,
        `${at()}/${random}/form`,
        `/processes/${other}/information-requests/${id}/form`,
      ].map(async (path) => (await world.ask("GET", path, { as })).text()),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  it("is withdrawn, and says so to who would answer", async () => {
    const { id } = await (await ask()).json();
    const { draft } = await open(id);
    const gone = await world.ask("DELETE", `${at()}/${id}`, { as: world.key });
    expect(await gone.json()).toMatchObject({ state: "withdrawn" });
    const late = await world.ask("POST", `${at()}/${id}/answers`, {
      as: draft.token,
      json: { answers: { ownQuestion: "Late" } },
    });
    expect(late.status).toBe(409);
  });
});
