import { ConnectorDefinition, registerSettings } from "@guildhall/contract";
import {
  findConnector,
  findSecret,
  listLiveServices,
  putBrand,
  putConnector,
  transact,
} from "@guildhall/store";
import { asPlatform } from "../context.ts";
import { startProcess } from "../process/start.ts";
import { getTenant } from "../service/get.ts";
import { applyTenant } from "../tenant/apply.ts";
import { exampleshire, noise, sampleAnswers } from "../testing/exampleshire.ts";

import { createWorld, type World } from "../testing/world.ts";
import { createSandboxes, type Sandboxes } from "./sandboxes.ts";

describe("a sandbox", () => {
  let world: World;
  let sandboxes: Sandboxes;
  let asked: string[];
  let faults: unknown[];

  beforeEach(async () => {
    world = await createWorld();
    asked = [];
    faults = [];
    sandboxes = createSandboxes({
      isSimulated: () => true,
      store: world.store,
      groundFor: world.groundFor,
      credentialFor: async (kind) => {
        asked.push(kind);
        return { apiKey: "of the simulator" };
      },
      onError: (error) => faults.push(error),
    });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("has what its tenant has, in a database of its own", async () => {
    const sandbox = await sandboxes.of(world.ground);
    expect(await getTenant(asPlatform(sandbox))).toMatchObject({
      id: "exampleshire-test",
      kind: "council",
      sandboxOf: "exampleshire",
      name: expect.stringMatching(/ \(test\)$/),
      brands: [{ id: "exampleshire" }],
    });
    const answers = sampleAnswers;
    const { id, reference } = await startProcess(asPlatform(sandbox), {
      service: noise.id,
      answers,
    });
    expect(reference).toMatch(/^T/);
    expect(await world.owed(id)).toEqual([]);
  });

  it("leads to simulators alone, with their credentials and none of the tenant's", async () => {
    const [connector] = exampleshire.connectors;
    if (!connector) throw new Error("Exampleshire has a back office");
    const live = { ...connector, address: "https://alloy.example/", pollEveryS: 600 };
    await transact(world.ctx.db, (tx) => putConnector(tx, live));
    const { db } = await sandboxes.of(world.ground);
    expect((await findConnector(db, connector.id))?.definition).toMatchObject({
      address: "simulator:alloy/exampleshire",
      pollEveryS: 5,
    });
    expect(await findSecret(db, `connector/${connector.id}`)).toEqual({
      apiKey: "of the simulator",
    });
  });

  it("speaks to the register in the register's way, whatever a connector's settings are", async () => {
    const works = ConnectorDefinition.parse({
      id: "works",
      kind: "soap",
      name: "street works",
      address: "https://works.example/",
      settings: { ...registerSettings.soap, version: "1.2" },
    });
    await transact(world.ctx.db, (tx) => putConnector(tx, works));
    const { db } = await sandboxes.of(world.ground);

    expect((await findConnector(db, "works"))?.definition).toMatchObject({
      address: "simulator:register/exampleshire/soap",
      settings: registerSettings.soap,
      pollEveryS: 5,
    });
  });

  it("speaks to the register where a system of the tenant's has no simulator of its own", async () => {
    const { store, groundFor } = world;
    const credentialFor = async () => ({});
    const options = {
      store,
      groundFor,
      credentialFor,
      onError: (error: unknown) => faults.push(error),
    };
    const newcomers = createSandboxes({ ...options, isSimulated: () => false });
    const { db } = await newcomers.of(world.ground);
    const [alloy] = exampleshire.connectors;
    expect((await findConnector(db, alloy?.id ?? ""))?.definition).toMatchObject({
      kind: "http",
      address: "simulator:register/exampleshire/api",
      settings: registerSettings.http,
    });
  });

  it("is made once, however many ask at the same moment", async () => {
    const all = await Promise.all([1, 2, 3].map(() => sandboxes.of(world.ground)));
    expect(new Set(all).size).toBe(1);
    expect(asked).toEqual(["alloy", "places"]);
    await sandboxes.of(world.ground);
    expect(asked).toEqual(["alloy", "places"]);
  });

  it("follows what its tenant publishes, withdraws and is called, within a second of use", async () => {
    const sandbox = await sandboxes.of(world.ground);
    await sandboxes.inStep(sandbox);
    const titles = async () =>
      (await listLiveServices(sandbox.db, { limit: 10 })).map(({ definition }) => definition.title);
    await world.publish({ title: "Report some noise" });
    await sandboxes.inStep(sandbox);
    expect(await titles()).toEqual(["Report some noise"]);

    const [brand] = exampleshire.brands;
    if (!brand) throw new Error("Exampleshire has a brand");
    await transact(world.ctx.db, (tx) =>
      putBrand(tx, { ...brand.brand, name: "Renamed" }, brand.logo),
    );
    await sandboxes.inStep(sandbox);
    expect((await getTenant(asPlatform(sandbox))).brands[0]?.name).not.toBe("Renamed");
    world.clock.move(1000);
    await sandboxes.inStep(sandbox);
    expect((await getTenant(asPlatform(sandbox))).brands[0]?.name).toBe("Renamed");

    const { definition } = (await world.store.tenant("exampleshire")) ?? {};
    if (!definition) throw new Error("Exampleshire is there");
    await world.store.addTenant({ ...definition, name: "Exampleshire Council" }, { now: 0 });
    world.clock.move(1000);
    expect((await sandboxes.inStep(sandbox)).tenant.name).toBe("Exampleshire Council (test)");
    expect(faults).toEqual([]);
  });

  it("serves as it was when its tenant cannot be read, and says so", async () => {
    const sandbox = await sandboxes.of(world.ground);
    const fault = new Error("unreadable");
    const broken = createSandboxes({
      isSimulated: () => true,
      store: world.store,
      groundFor: async () => {
        throw fault;
      },
      credentialFor: async () => ({}),
      onError: (error) => faults.push(error),
    });
    expect(await broken.inStep(sandbox)).toBe(sandbox);
    expect(faults).toEqual([fault]);
  });

  it("serves as it was while it cannot be brought in step, to all who ask at that moment", async () => {
    const sandbox = await sandboxes.of(world.ground);
    await world.publish({ title: "Report some noise" });
    const broken = createSandboxes({
      isSimulated: () => true,
      store: world.store,
      groundFor: world.groundFor,
      credentialFor: async () => {
        throw new Error("no credentials");
      },
      onError: (error) => faults.push(error),
    });
    const making = broken.of(world.ground);
    expect(await broken.inStep(sandbox)).toBe(sandbox);
    await expect(making).rejects.toThrow("no credentials");
  });

  it("takes no tenant's place", async () => {
    await world.addCouncil("exampleshire-test");
    await expect(sandboxes.of(world.ground)).rejects.toThrow("is taken by a tenant of its own");
  });

  it("gives its own place to no tenant, since anybody may have its keys", async () => {
    const sandbox = await sandboxes.of(world.ground);
    const { sandboxOf: _, ...tenant } = sandbox.tenant;
    const applying = { actor: asPlatform(sandbox).actor, now: 0 };
    const taking = applyTenant(world.store, { ...exampleshire, tenant }, applying);
    await expect(taking).rejects.toThrow("exampleshire-test is taken");
    expect((await world.store.tenant(tenant.id))?.definition.sandboxOf).toBe("exampleshire");
  });

  it("is not made where its name would be too long, and the directory stays readable", async () => {
    const id = "a".repeat(80);
    const { definition } = (await world.store.tenant("exampleshire")) ?? {};
    if (!definition) throw new Error("Exampleshire is there");
    await world.store.addTenant({ ...definition, id }, { now: 0 });
    const ground = await world.groundFor(id);
    if (!ground) throw new Error("no ground");
    await expect(sandboxes.of(ground)).rejects.toThrow();
    expect(await world.store.tenants()).toHaveLength(2);
  });
});
