import type { Agreement, NewAgreement } from "@guildhall/contract";
import { type Context, changePerson, listAudit } from "@guildhall/domain";
import { addStaff, sampleAnswers, signInByLink } from "@guildhall/domain/testing";
import { createV1 } from "../app.ts";
import { describeApi } from "../openapi.ts";
import { operationsOf } from "../testing/operations.ts";
import { createPlaces } from "../testing/places.ts";
import { unused } from "../testing/unused.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const dayMs = 86_400_000;
const email = "sam.carter@example.com";
const fromThem = "Jo Smith, Exampleshire District Council";
const note = { contents: "Rang again.", visibleToCitizen: false };
const forCaller = { service: "noise", assisted: { channel: "phone" } };

describe("an agreement that officers of another council serve callers", () => {
  let world: ApiWorld;
  let other: Context;
  let officer: Awaited<ReturnType<typeof addStaff>>;
  let session: string;
  let admins: { ours: string; theirs: string };
  let started: Awaited<ReturnType<ApiWorld["start"]>>;

  beforeEach(async () => {
    world = await createApiWorld();
    other = await world.addCouncil("othershire");
    officer = await addStaff(other, ["caseworker"], "Jo Smith");
    session = await tokenOf(other, officer);
    const boss = await addStaff(other, ["tenant-admin"], "Olga Other");
    const admin = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    admins = { ours: await tokenOf(world.ctx, admin), theirs: await tokenOf(other, boss) };
    started = await world.start({ email });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const tokenOf = async (ctx: Context, person: { email: string }) =>
    (await signInByLink({ ...world, ctx }, person)).token;
  const at = (tenant: string, path: string, as: string, json?: unknown) =>
    world.fetch(`/t/${tenant}/v1${path}`, {
      method: json === undefined ? "GET" : "POST",
      headers: {
        Authorization: `Bearer ${as}`,
        "Content-Type": "application/json",
        "Idempotency-Key": crypto.randomUUID(),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  const ours = (path: string, as: string, json?: unknown) => at("exampleshire", path, as, json);
  const theirs = (path: string, as: string, json?: unknown) => at("othershire", path, as, json);
  const propose = async (changed: Partial<NewAgreement> = {}): Promise<Agreement> => {
    const until = new Date(world.clock.now() + 30 * dayMs).toISOString();
    const said = { side: "owner", with: "othershire", purpose: "After six", until } as const;
    return (await ours("/agreements", admins.ours, { ...said, ...changed })).json();
  };
  const approve = (id: string) => theirs(`/agreements/${id}/approval`, admins.theirs, {});
  const agreed = async (changed: Partial<NewAgreement> = {}) => {
    const { id } = await propose(changed);
    expect((await approve(id)).status).toBe(200);
    return id;
  };
  const act = (id: string, as = session) => theirs(`/agreements/${id}/tokens`, as, {});
  const under = async (id: string): Promise<string> => (await (await act(id)).json()).token;
  const search = (as: string, by: object = { email }) => ours("/processes/search", as, by);
  const used = async () => (await listAudit(world.ctx, { limit: 50, type: "agreement.used" })).data;

  it("is in force once a named person of each side has approved it, which both audit trails say", async () => {
    const proposed = await propose();
    expect(proposed).toMatchObject({
      standing: "proposed",
      approvals: { owner: { name: "Ann Admin" } },
    });
    const approved = await (await approve(proposed.id)).json();
    expect(approved).toMatchObject({
      standing: "in-force",
      approvals: { serving: { name: "Olga Other" } },
    });
    const told = async (ctx: Context) =>
      (await listAudit(ctx, { limit: 50 })).data
        .filter(({ subject }) => subject === proposed.id)
        .map(({ type, actor }) => [type, actor.name]);
    expect(await told(world.ctx)).toEqual([
      ["agreement.approved", "Olga Other, Exampleshire District Council"],
      ["agreement.proposed", "Ann Admin"],
    ]);
    expect((await told(other)).map(([type]) => type)).toEqual([
      "agreement.approved",
      "agreement.proposed",
    ]);
  });

  it("lets an officer find, see, note, count and begin for a caller, and shows each look to the owner", async () => {
    const id = await agreed({ services: ["noise"] });
    const as = await under(id);
    const found = await (await search(as)).json();
    expect(found.data.map((one: { id: string }) => one.id)).toEqual([started.id]);
    const seen = await (await ours(`/tracking/${started.reference}`, as)).json();
    expect(seen).toMatchObject({ complete: true, process: started.id });
    const added = await ours(`/processes/${started.id}/notes`, as, note);
    expect((await added.json()).author).toBe(fromThem);
    const contact = await ours(`/processes/${started.id}/contacts`, as, { channel: "phone" });
    expect(contact.status).toBe(201);
    const begun = await (await ours("/drafts", as, forCaller)).json();
    const code = { code: begun.handOver.code };
    const opened = await (await world.ask("POST", "/assisted-drafts", { json: code })).json();
    const json = { service: "noise", answers: sampleAnswers };
    const sent = await (await world.ask("POST", "/processes", { as: opened.token, json })).json();

    const looks = await used();
    expect(looks.map(({ data, process }) => [data.act, process])).toEqual([
      ["sent", sent.id],
      ["began", undefined],
      ["counted", started.id],
      ["noted", started.id],
      ["looked", started.id],
      ["found", started.id],
    ]);
    for (const { actor, data } of looks) {
      expect(actor).toMatchObject({ kind: "staff", name: fromThem });
      expect(actor.id).toBe(`othershire/${officer.id}`);
      expect(data.agreement).toBe(id);
    }
  });

  it("records a search that found nothing", async () => {
    const as = await under(await agreed());
    expect((await (await search(as, { email: "nobody@example.com" })).json()).data).toEqual([]);
    expect((await used()).map(({ data }) => data.act)).toEqual(["sought"]);
  });

  it("opens nothing before it is approved, nor without any, nor for whoever does not serve callers", async () => {
    const { id } = await propose();
    for (const one of [id, "agr_01kb3zq8w5v0t6m2h9r4c7d1xe"])
      expect((await act(one)).status).toBe(404);
    await approve(id);
    const viewer = await addStaff(other, ["viewer"], "Vera View");
    expect((await act(id, await tokenOf(other, viewer))).status).toBe(403);
    const owners = await addStaff(world.ctx, ["caseworker"], "Carl Case");
    const own = await tokenOf(world.ctx, owners);
    expect((await ours(`/agreements/${id}/tokens`, own, {})).status).toBe(404);
    expect((await search(session)).status).toBe(401);
  });

  it.each(["ours", "theirs"] as const)("is over for the next call once %s ends it", async (who) => {
    const id = await agreed();
    const as = await under(id);
    const begun = await (await ours("/drafts", as, forCaller)).json();
    const code = { code: begun.handOver.code };
    const draft = await (await world.ask("POST", "/assisted-drafts", { json: code })).json();
    expect((await search(as)).status).toBe(200);
    const end = who === "ours" ? ours : theirs;
    expect((await end(`/agreements/${id}/revocation`, admins[who], {})).status).toBe(200);
    expect((await search(as)).status).toBe(401);
    expect((await ours(`/drafts/${draft.id}`, draft.token)).status).toBe(401);
    expect((await act(id)).status).toBe(404);
    expect((await end(`/agreements/${id}/revocation`, admins[who], {})).status).toBe(409);
  });

  it("is over when its time is", async () => {
    const until = new Date(world.clock.now() + 60_000).toISOString();
    const id = await agreed({ until });
    const as = await under(id);
    world.clock.move(60_000);
    expect((await search(as)).status).toBe(401);
    expect((await act(id)).status).toBe(404);
    expect((await approve(id)).status).toBe(409);
  });

  it("is refused by ending it before it is approved", async () => {
    const { id } = await propose();
    await theirs(`/agreements/${id}/revocation`, admins.theirs, {});
    const [only] = (await (await ours("/agreements", admins.ours)).json()).data;
    expect(only).toMatchObject({
      standing: "refused",
      ended: { tenant: "othershire", name: "Olga Other" },
    });
    expect((await approve(id)).status).toBe(409);
  });

  it("stops within a second when the officer's session ends or their role is taken away", async () => {
    const as = await under(await agreed());
    await changePerson(other, officer.id, { roles: ["viewer"] });
    world.clock.move(1000);
    expect((await search(as)).status).toBe(401);
  });

  it("shows nothing of other services, nor of what has ended", async () => {
    const id = await agreed();
    const [row] = await world.ctx.agreements.list("exampleshire");
    if (!row) throw new Error("There is no agreement");
    const narrow = { ...row, id: world.ctx.ids.id("agr"), services: ["parking"] };
    await world.ctx.agreements.propose(narrow);
    const as = await under(narrow.id);
    expect((await (await search(as)).json()).data).toEqual([]);
    expect((await (await search(as, { reference: started.reference })).json()).data).toEqual([]);
    expect((await ours(`/tracking/${started.reference}`, as)).status).toBe(404);
    expect((await ours(`/processes/${started.id}/notes`, as, note)).status).toBe(404);
    expect((await ours("/drafts", as, forCaller)).status).toBe(404);
    const all = await under(id);
    await endAll();
    expect((await (await search(all)).json()).data).toEqual([]);
    expect((await ours(`/tracking/${started.reference}`, all)).status).toBe(404);
  });

  it("opens no operation but those that are for it, whatever the credential would allow", async () => {
    const places = await createPlaces(world);
    const as = await under(await agreed());
    const meant = /^(POST \/processes\/search|POST \/processes\/\{id\}\/(notes|contacts))$/;
    const guarded = operationsOf(describeApi(createV1(unused), { name: "", issuer: "" })).filter(
      ({ needsCredential, method, path }) => needsCredential && !meant.test(`${method} ${path}`),
    );
    expect(guarded.length).toBeGreaterThan(150);
    for (const { method, path, takesJson, example } of guarded) {
      const asking = { as, ...(takesJson ? { json: example } : {}) };
      const { status } = await world.ask(method, places.fill(path, "real"), asking);
      expect([method, path, [403, 404].includes(status), status]).toEqual([
        method,
        path,
        true,
        status,
      ]);
    }
  });

  it("is proposed by nobody else, to nobody unknown, and not for a time that is past", async () => {
    const until = new Date(world.clock.now() + dayMs).toISOString();
    const said = { side: "owner", with: "othershire", purpose: "After six", until };
    const { ctx } = world;
    const caseworker = await tokenOf(ctx, await addStaff(ctx, ["caseworker"], "Carl Case"));
    expect((await ours("/agreements", caseworker, said)).status).toBe(403);
    for (const [wrong, pointer] of [
      [{ with: "nowhere" }, "/with"],
      [{ with: "exampleshire" }, "/with"],
      [{ until: new Date(world.clock.now()).toISOString() }, "/until"],
      [{ services: ["no-such-service"] }, "/services/0"],
    ] as const) {
      const refused = await ours("/agreements", admins.ours, { ...said, ...wrong });
      expect([refused.status, (await refused.json()).errors[0].pointer]).toEqual([422, pointer]);
    }
  });

  async function endAll() {
    const as = world.key;
    const { data } = await (
      await world.ask("GET", `/processes/${started.id}/tasks`, { as })
    ).json();
    const json = { outcome: "completed", fields: {} };
    for (const { id } of data) await world.ask("POST", `/tasks/${id}/complete`, { as, json });
  }
});
