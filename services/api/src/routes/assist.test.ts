import { changePerson, listAudit, trackProcess } from "@guildhall/domain";
import { addStaff, sampleAnswers, signInByLink } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const json = { service: "noise", assisted: { channel: "phone" } };

describe("a form that is filled in for a caller", () => {
  let world: ApiWorld;
  let officer: Awaited<ReturnType<typeof addStaff>>;
  let as: string;
  beforeEach(async () => {
    world = await createApiWorld();
    officer = await addStaff(world.ctx, ["caseworker"], "Olive Okafor");
    as = (await signInByLink(world, officer)).token;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const begin = async () => (await world.ask("POST", "/drafts", { as, json })).json();
  const openWith = (code: string) => world.ask("POST", "/assisted-drafts", { json: { code } });
  const openNew = async (): Promise<{ id: string; token: string }> =>
    (await openWith((await begin()).handOver.code)).json();
  const submit = async (token: string) => {
    const sent = { service: "noise", answers: sampleAnswers };
    return world.ask("POST", "/processes", { as: token, json: sent });
  };

  it("is opened by its code once, and shows its token nowhere before", async () => {
    const begun = await begin();
    expect(begun).not.toHaveProperty("token");
    expect(begun.assisted).toEqual({ channel: "phone" });
    const opened = await openWith(begun.handOver.code);
    const draft = await opened.json();
    expect([opened.status, draft.id]).toEqual([200, begun.id]);
    const read = await world.ask("GET", `/drafts/${draft.id}`, { as: draft.token });
    expect((await read.json()).assisted).toEqual({ channel: "phone" });
    const again = await openWith(begun.handOver.code);
    expect([again.status, await again.text()]).toEqual([
      404,
      await (await openWith("B".repeat(43))).text(),
    ]);
  });

  it("is opened within a minute, or not", async () => {
    const begun = await begin();
    world.clock.move(60_000);
    expect((await openWith(begun.handOver.code)).status).toBe(404);
  });

  it("is sent by the member of staff, and says so to the citizen and in the record", async () => {
    const { token } = await openNew();
    const sent = await submit(token);
    const { id, reference, token: following } = await sent.json();
    expect(sent.status).toBe(202);
    const process = await world.ask("GET", `/processes/${id}`, { as });
    expect((await process.json()).channel).toBe("phone");
    const mine = await world.ask("GET", `/tracking/${reference}`, { as: following });
    const [line] = (await mine.json()).timeline;
    expect(line.text).toBe("A member of council staff sent this for you.");
    expect((await trackProcess(world.ctx, reference)).timeline[0]?.text).toBe(line.text);
    const { data } = await listAudit(world.ctx, { limit: 20 });
    for (const type of ["draft.assisted", "process.started"]) {
      const event = data.find((one) => one.type === type);
      expect(event).toMatchObject({ actor: { kind: "staff", name: "Olive Okafor" } });
      expect(event?.data).toMatchObject({ channel: "phone" });
    }
  });

  it("is written of to the caller alone", async () => {
    const { token } = await openNew();
    const { id } = await (await submit(token)).json();
    const messages = (await world.owed(id)).filter(({ kind }) => kind === "message");
    expect(messages).toHaveLength(1);
  });

  it("has the channel online where the citizen filled it in, and api where a system sent it", async () => {
    const { token } = await (
      await world.ask("POST", "/drafts", { json: { service: "noise" } })
    ).json();
    const own = await (await submit(token)).json();
    const theirs = await (await submit(world.key)).json();
    const channelOf = async (id: string) =>
      (await (await world.ask("GET", `/processes/${id}`, { as: world.key })).json()).channel;
    expect([await channelOf(own.id), await channelOf(theirs.id)]).toEqual(["online", "api"]);
  });

  it("stops within a second when the role is taken away, and so does what follows it", async () => {
    const { id, token } = await openNew();
    const other = await openNew();
    const { token: following, reference } = await (await submit(other.token)).json();
    expect((await world.ask("GET", `/drafts/${id}`, { as: token })).status).toBe(200);
    await changePerson(world.ctx, officer.id, { roles: ["viewer"] });
    world.clock.move(1000);
    for (const [path, bearer] of [
      [`/drafts/${id}`, token],
      [`/tracking/${reference}`, following],
    ] as const)
      expect((await world.ask("GET", path, { as: bearer })).status).toBe(401);
  });

  it("stops within a second when the session has ended", async () => {
    const { id, token } = await openNew();
    await world.ask("DELETE", "/sessions/current", { as });
    world.clock.move(1000);
    expect((await world.ask("GET", `/drafts/${id}`, { as: token })).status).toBe(401);
  });

  it("is open to no other officer", async () => {
    const { id, token } = await openNew();
    const mine = await openNew();
    const colleague = await addStaff(world.ctx, ["caseworker"], "Carl Case");
    const theirs = (await signInByLink(world, colleague)).token;
    for (const bearer of [theirs, mine.token, as])
      expect((await world.ask("GET", `/drafts/${id}`, { as: bearer })).status).toBe(404);
    expect((await world.ask("GET", "/people/current", { as: token })).status).not.toBe(200);
  });

  it("is begun by nobody who may not, nor by a key", async () => {
    const viewer = await addStaff(world.ctx, ["viewer"], "Vera View");
    const key = await world.keyFor("drafts:write", "processes:write");
    for (const bearer of [undefined, (await signInByLink(world, viewer)).token, key]) {
      const refused = await world.ask("POST", "/drafts", { as: bearer, json });
      expect([refused.status, (await refused.json()).code]).toEqual([403, "scope-missing"]);
    }
    const gone = await world.ask("POST", "/drafts", { as, json: { ...json, service: "nowhere" } });
    expect(gone.status).toBe(404);
    const wrong = { ...json, assisted: { channel: "online" } };
    expect((await world.ask("POST", "/drafts", { as, json: wrong })).status).toBe(422);
  });
});
