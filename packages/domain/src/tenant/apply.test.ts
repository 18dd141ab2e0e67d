import type { KeptTarget } from "@guildhall/contract";
import { findColumns, findRows, findSchemaSet, putConnector, transact } from "@guildhall/store";
import { asPlatform } from "../context.ts";
import { exportTenant } from "../folder/export.ts";
import { getProcess } from "../process/get.ts";
import { getLogo, getTenant, listServices } from "../service/get.ts";
import { createWorld, exampleshire, noise, type World } from "../testing.ts";
import { applyTenant } from "./apply.ts";
import { isAsApplied } from "./as-applied.ts";
import { planTenant, type TenantBundle } from "./plan.ts";

const actor = { kind: "platform", id: "cli", name: "Command line" } as const;

describe("applyTenant", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const apply = (changed: Partial<TenantBundle>) =>
    applyTenant(world.store, { ...exampleshire, ...changed }, { actor, now: world.clock.now() });
  const live = async () => {
    world.clock.move(1000);
    const { data } = await listServices(world.ctx, { limit: 10 });
    return data.map(({ id, version }) => `${id} ${version}`);
  };
  const renamed = { ...noise, title: "Noise" };

  it("makes a new tenant with all that its folder says", async () => {
    const tenant = { ...exampleshire.tenant, id: "otherton" };
    expect(await apply({ tenant })).toEqual([
      { action: "create", kind: "tenant", id: "otherton" },
      { action: "create", kind: "brand", id: "exampleshire" },
      { action: "create", kind: "connector", id: "back-office" },
      { action: "create", kind: "service", id: "noise" },
    ]);
    expect((await world.groundFor("otherton"))?.tenant).toEqual(tenant);
  });

  it("changes nothing the second time", async () => {
    expect(await apply({})).toEqual([]);
    expect(await live()).toEqual(["noise 1"]);
  });

  it("plans what it would do, and changes nothing", async () => {
    const known = await world.store.tenant("exampleshire");
    expect(await planTenant(known, { ...exampleshire, services: [renamed] })).toEqual([
      { action: "update", kind: "service", id: "noise" },
    ]);
    expect(await planTenant(known, { ...exampleshire, services: [] })).toEqual([
      { action: "withdraw", kind: "service", id: "noise" },
    ]);
    expect(await live()).toEqual(["noise 1"]);
  });

  it("begins drafts that are not there, and keeps what services that ended say and what receivers take", async () => {
    const draft = { ...noise, id: "smell", title: "Report a smell" };
    const target: KeptTarget = {
      id: "case",
      name: "Case",
      source: "json-schema",
      format: "json",
      remarks: [],
      readAt: "2026-11-22T10:00:00.000Z",
      fields: [{ target: "a", title: "A", type: "text", required: true, repeats: false }],
    };
    const withdrawn = [{ definition: noise, words: { text: "Ring us." } }];
    const said = { services: [], withdrawn, drafts: [draft], targets: [target] };
    expect(await apply(said)).toEqual([
      { action: "create", kind: "target", id: "case" },
      { action: "create", kind: "exit", id: "noise" },
      { action: "create", kind: "draft", id: "smell" },
      { action: "withdraw", kind: "service", id: "noise" },
    ]);
    expect((await exportTenant(world.ctx)).contents).toMatchObject(said);
    expect(await apply({ ...said, drafts: [{ ...draft, title: "Another" }] })).toEqual([]);

    const other = { ...exampleshire.tenant, id: "otherton" };
    await apply({ ...said, tenant: other });
    const ground = await world.groundFor("otherton");
    if (!ground) throw new Error("There is no such tenant");
    expect((await exportTenant(asPlatform(ground))).contents).toMatchObject(said);
  });

  it("plans all of a tenant that is not there", async () => {
    expect((await planTenant(undefined, exampleshire)).map(({ action }) => action)).toEqual([
      "create",
      "create",
      "create",
      "create",
    ]);
  });

  it("publishes a changed service as its next version, and what is under way keeps its own", async () => {
    const { id } = await world.start();
    await apply({ services: [renamed] });
    expect(await live()).toEqual(["noise 2"]);
    expect(await getProcess(world.ctx, id)).toMatchObject({
      serviceVersion: 1,
      serviceTitle: "Report a noise nuisance",
    });
  });

  it("withdraws a service that is gone from the folder, and what is under way goes on", async () => {
    const { id } = await world.start();
    expect(await apply({ services: [] })).toEqual([
      { action: "withdraw", kind: "service", id: "noise" },
    ]);
    expect(await live()).toEqual([]);
    await expect(world.start()).rejects.toMatchObject({ code: "not-found" });
    expect(await getProcess(world.ctx, id)).toMatchObject({ status: "open" });
  });

  it("publishes a service that came back as a version of its own", async () => {
    await apply({ services: [] });
    await apply({});
    expect(await live()).toEqual(["noise 2"]);
  });

  it("renews what is said of the tenant, its brand and its back office", async () => {
    const [brand] = exampleshire.brands;
    const [connector] = exampleshire.connectors;
    if (!brand || !connector) throw new Error("Exampleshire has both");
    const logo = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    expect(
      await apply({
        tenant: { ...exampleshire.tenant, name: "Exampleshire Council" },
        brands: [{ ...brand, logo }],
        connectors: [{ ...connector, name: "noise team" }],
      }),
    ).toEqual([
      { action: "update", kind: "tenant", id: "exampleshire" },
      { action: "update", kind: "brand", id: "exampleshire" },
      { action: "update", kind: "connector", id: "back-office" },
    ]);
    expect(await getTenant(world.ctx)).toMatchObject({ brands: [{ id: "exampleshire" }] });
    expect((await getLogo(world.ctx, "exampleshire")).bytes).toEqual(Buffer.from(logo));
    const { id } = await world.start();
    expect(await getProcess(world.ctx, id)).toMatchObject({
      destinations: [{ name: "noise team" }],
    });
  });

  it("puts datasets and schema sets there, renews what changed, and removes what is gone", async () => {
    const wards = { id: "wards", columns: ["ward", "zone"], rows: [["Abbey", "1"]] };
    const zones = { ...wards, id: "zones" };
    const set = {
      id: "bill",
      main: "a.xsd",
      files: { "a.xsd": "<a/>" },
      namespaces: {},
      rules: [],
    };
    expect(await apply({ datasets: [wards, zones], schemas: [set] })).toEqual([
      { action: "create", kind: "dataset", id: "wards" },
      { action: "create", kind: "dataset", id: "zones" },
      { action: "create", kind: "schema", id: "bill" },
    ]);
    expect(await apply({ datasets: [wards, zones], schemas: [set] })).toEqual([]);

    const moved = { ...wards, rows: [["Abbey", "2"]] };
    const renewed = { ...set, files: { "a.xsd": "<b/>" } };
    expect(await apply({ datasets: [moved], schemas: [renewed] })).toEqual([
      { action: "update", kind: "dataset", id: "wards" },
      { action: "update", kind: "schema", id: "bill" },
      { action: "remove", kind: "dataset", id: "zones" },
    ]);
    const { db } = world.ctx;
    expect(await findRows(db, "wards", ["Abbey"])).toEqual(new Map([["Abbey", ["Abbey", "2"]]]));
    expect(await findSchemaSet(db, "bill")).toEqual(renewed);
    expect(await findColumns(db, "zones")).toBeUndefined();

    expect(await apply({})).toEqual([
      { action: "remove", kind: "dataset", id: "wards" },
      { action: "remove", kind: "schema", id: "bill" },
    ]);
    expect(await findSchemaSet(db, "bill")).toBeUndefined();
  });

  it("knows the folder again that it applied, until anything is changed by another way", async () => {
    const isKnown = async (folder: string) =>
      isAsApplied(await world.store.tenant("exampleshire"), folder);
    expect(await isAsApplied(undefined, "one")).toBe(false);
    expect(await isKnown("one")).toBe(false);
    await apply({ digest: "one" });
    expect([await isKnown("one"), await isKnown("two")]).toEqual([true, false]);
    await apply({ digest: "two" });
    expect([await isKnown("one"), await isKnown("two")]).toEqual([false, true]);

    const [connector] = exampleshire.connectors;
    if (!connector) throw new Error("Exampleshire has a back office");
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...connector, name: "noise team" }));
    expect(await isKnown("two")).toBe(false);
  });

  it("does not know the folder again when the directory says something else of the tenant", async () => {
    await apply({ digest: "one" });
    await world.store.addTenant({ ...exampleshire.tenant, name: "Other" }, { now: 0 });
    expect(await isAsApplied(await world.store.tenant("exampleshire"), "one")).toBe(false);
  });

  it("changes nothing at all when one part cannot be stored", async () => {
    const [brand] = exampleshire.brands;
    const [connector] = exampleshire.connectors;
    if (!brand || !connector) throw new Error("Exampleshire has both");
    const brands = [{ ...brand, logo: new Uint8Array([1]) }];
    const connectors = [{ ...connector, id: "cut\0off" }];
    await expect(apply({ brands, connectors, digest: "one" })).rejects.toMatchObject({
      code: "ill-formed-text",
    });
    await expect(getLogo(world.ctx, "exampleshire")).rejects.toMatchObject({ code: "not-found" });
    expect(await isAsApplied(await world.store.tenant("exampleshire"), "one")).toBe(false);
  });
});
