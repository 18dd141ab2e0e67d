import { type GuardedRequest, GuardFault } from "@guildhall/connectors";
import type { Outgoing } from "@guildhall/contract";
import { asPlatform } from "@guildhall/domain";
import { createWorld, exampleshire, type World } from "@guildhall/domain/testing";
import { putConnector, putSecret, sealSecret, transact } from "@guildhall/store";
import { createConnectors } from "./connectors.ts";

const request: GuardedRequest = () => {
  throw new Error("nothing is to be called");
};
const settings = { design: "designs_noise", reference: "attributes_ref" };

const outgoing: Outgoing = {
  key: "out_1",
  reference: "EXM-1",
  does: "create",
  operation: "create",
  body: '{"design":"designs_noise"}',
  attempt: 2,
  evidence: [],
  headers: {},
};

describe("createConnectors", () => {
  let world: World;
  let connectorFor: ReturnType<typeof createConnectors>;
  beforeEach(async () => {
    world = await createWorld();
    connectorFor = createConnectors({ request, simulators: "http://localhost:3001" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const find = (ctx = world.ctx) => connectorFor(ctx, "back-office");
  async function give(credential: unknown, ctx = world.ctx): Promise<void> {
    const name = "connector/back-office";
    const jwe = await sealSecret(ctx.db.vault, name, credential);
    await transact(ctx.db, (tx) => putSecret(tx, name, { jwe, updatedAt: 0 }));
  }
  async function define(changed: object): Promise<void> {
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...definition, ...changed }));
  }
  const second = () => world.clock.move(1000);

  it("makes a connector once, and keeps it while its definition and credential stay", async () => {
    await define({ settings });
    await give({ apiKey: "secret" });
    const made = await find();
    expect(made).toMatchObject({ timeoutMs: 30_000 });
    second();
    expect(await find()).toBe(made);
  });

  it("makes it anew within a second of a change of either", async () => {
    await define({ settings });
    await give({ apiKey: "secret" });
    const first = await find();
    await define({ settings, timeoutMs: 5000 });
    second();
    const second2 = await find();
    expect(second2).not.toBe(first);
    expect(second2?.timeoutMs).toBe(5000);
    await give({ apiKey: "another" });
    second();
    expect(await find()).not.toBe(second2);
  });

  it("gives none without a credential, nor one that is not defined", async () => {
    await define({ settings });
    expect(await find()).toBeUndefined();
    expect(await connectorFor(world.ctx, "planning")).toBeUndefined();
  });

  it("finds a credential within a second of its being given", async () => {
    await define({ settings });
    expect(await find()).toBeUndefined();
    await give({ apiKey: "secret" });
    second();
    expect(await find()).toBeDefined();
  });

  it.each([
    ["settings", {}, { apiKey: "secret" }],
    ["a credential", settings, { password: "secret" }],
  ])("gives none whose kind cannot do with %s like these", async (_, given, credential) => {
    await define({ settings: given });
    await give(credential);
    expect(await find()).toBeUndefined();
  });

  it("gives a sandbox none but simulators, whatever was written down in it", async () => {
    const sandbox = { ...world.ctx, tenant: { ...world.ctx.tenant, sandboxOf: "another" } };
    await define({ settings, address: "https://alloy.example/" });
    await give({ apiKey: "secret" });
    expect(await find(sandbox)).toBeUndefined();
    await define({ settings, address: "simulator:alloy/another" });
    second();
    expect(await find(sandbox)).toBeDefined();
  });

  it("ends a call that takes longer than the definition allows, however long the whole may take", async () => {
    const silent: GuardedRequest = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new GuardFault("timeout", false)));
      });
    connectorFor = createConnectors({ request: silent, simulators: "http://localhost:3001" });
    await define({ settings, timeoutMs: 1000 });
    await give({ apiKey: "secret" });
    const ready = await find();
    const answer = ready?.connector.send(outgoing, new AbortController().signal);
    expect(await answer).toEqual({ outcome: "retry", code: "timeout" });
  });

  it("tells a connector the time that the context tells", async () => {
    const soon = new Date(world.clock.now() + 60_000).toUTCString();
    const busy: GuardedRequest = async () => ({
      status: 429,
      headers: { "retry-after": soon },
      cookies: [],
      body: new Uint8Array(),
    });
    connectorFor = createConnectors({ request: busy, simulators: "http://localhost:3001" });
    await define({ settings });
    await give({ apiKey: "secret" });
    const answer = await (await find())?.connector.send(outgoing, new AbortController().signal);
    expect(answer).toMatchObject({
      outcome: "retry",
      afterMs: 60_000 - (world.clock.now() % 1000),
    });
  });

  it("knows how long a definition's search may miss a new case", async () => {
    await define({ settings, findableAfterS: 90 });
    await give({ apiKey: "secret" });
    expect(await find()).toMatchObject({ findableAfterMs: 90_000 });
  });

  it("gives each tenant its own", async () => {
    await define({ settings });
    await give({ apiKey: "secret" });
    const other = asPlatform(await world.addCouncil("otherton"));
    expect(await find()).toBeDefined();
    expect(await find(other)).toBeUndefined();
  });
});
