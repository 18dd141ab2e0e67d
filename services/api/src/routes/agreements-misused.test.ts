import type { NewAgreement } from "@guildhall/contract";
import { addNote, type Context, listAudit } from "@guildhall/domain";
import { addStaff, sampleAnswers, signInByLink } from "@guildhall/domain/testing";
import { agreed } from "../testing/agreed.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const email = "sam.carter@example.com";
const forCaller = { service: "noise", assisted: { channel: "phone" } };

describe("an agreement that somebody makes more of than it says", () => {
  let world: ApiWorld;
  let other: Context;
  let session: string;
  beforeEach(async () => {
    world = await createApiWorld();
    other = await world.addCouncil("elsewhere");
    session = await tokenOf(other, "caseworker");
  });
  afterEach(async () => {
    world.deps.live.close();
    await world[Symbol.asyncDispose]();
  });

  const tokenOf = async (ctx: Context, role: "caseworker" | "tenant-admin") =>
    (await signInByLink({ ...world, ctx }, await addStaff(ctx, [role], "Jo Smith"))).token;
  const askAt = (tenant: string) => (path: string, as: string, json?: object, once?: string) =>
    world.fetch(`/t/${tenant}/v1${path}`, {
      method: json ? "POST" : "GET",
      headers: {
        Authorization: `Bearer ${as}`,
        "Content-Type": "application/json",
        "Idempotency-Key": once ?? crypto.randomUUID(),
      },
      ...(json && { body: JSON.stringify(json) }),
    });
  const ours = askAt("exampleshire");
  const theirs = askAt("elsewhere");
  /** An officer's token under an agreement about these services. */
  const under = async (services?: string[]): Promise<string> => {
    const { agreements } = world.ctx;
    const id = world.ctx.ids.id("agr");
    const proposed = await agreements.find("exampleshire", await agreed(world));
    if (!proposed) throw new Error("There is no agreement");
    const ownerApproval = { tenant: "exampleshire", person: "per_2", name: "Ann", at: 1 };
    await agreements.propose({ ...proposed, id, services: services ?? null, ownerApproval });
    return (await (await theirs(`/agreements/${id}/tokens`, session, {})).json()).token;
  };
  const told = async (ctx: Context, type: "agreement.proposed" | "agreement.used") =>
    (await listAudit(ctx, { limit: 50, type })).data;

  it("finds nothing by a filter for services that it is not about, and nothing at the officer's own", async () => {
    await world.start({ email });
    const as = await under(["parking"]);
    const found = await ours("/processes/search", as, { email, service: ["noise"] });
    expect((await found.json()).data).toEqual([]);
    expect((await theirs("/processes/search", as, { email })).status).toBe(401);
  });

  it("shows of what an officer sent for a caller what its citizen sees, and nothing that staff keep to staff", async () => {
    const begun = await ours("/drafts", await under(), forCaller);
    const { handOver } = await begun.json();
    const json = { code: handOver.code };
    const draft = await (await world.ask("POST", "/assisted-drafts", { json })).json();
    const answers = { service: "noise", answers: sampleAnswers };
    const { id, token } = await (await ours("/processes", draft.token, answers)).json();
    for (const visibleToCitizen of [true, false])
      await addNote(world.ctx, id, { contents: `Shown: ${visibleToCitizen}`, visibleToCitizen });
    const notes = await (await ours(`/processes/${id}/notes`, token)).json();
    expect(notes.data).toMatchObject([{ contents: "Shown: true" }]);
    expect((await ours(`/processes/${id}/answers`, token)).status).toBe(403);
  });

  it("has no page that waits for changes: each look is recorded, and so would be a change itself", async () => {
    const { reference } = await world.start({ email });
    const as = await under();
    const waiting = await ours(`/tracking/${reference}/changes`, as);
    await waiting.body?.cancel();
    expect([waiting.status, await told(world.ctx, "agreement.used")]).toEqual([404, []]);
  });

  it("is proposed once, and told of once, where one request comes several times at the same moment", async () => {
    const admin = await tokenOf(world.ctx, "tenant-admin");
    const until = new Date(world.clock.now() + 86_400_000).toISOString();
    const said: NewAgreement = { side: "owner", with: "elsewhere", purpose: "After six", until };
    const once = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ours("/agreements", admin, said, once)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await world.ctx.agreements.list("exampleshire")).toHaveLength(1);
    for (const ctx of [world.ctx, other])
      expect(await told(ctx, "agreement.proposed")).toHaveLength(1);
  });
});
