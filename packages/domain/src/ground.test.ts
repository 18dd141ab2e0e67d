import { publicJwks } from "@guildhall/keys";
import { findSecret, putSecret, sealSecret, transact } from "@guildhall/store";
import { createGrounds } from "./ground.ts";
import { createWorld, exampleshire, type World } from "./testing.ts";

describe("createGrounds", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const another = () =>
    createGrounds({ ...world.ground, store: world.store, publicUrl: "https://guildhall.test" });

  it("gives the same ground each time, with the tenant's own address", async () => {
    expect(await world.groundFor("exampleshire")).toBe(world.ground);
    expect(world.ground.issuer).toBe("https://guildhall.test/t/exampleshire");
  });

  it("gives none for a tenant that is not there", async () => {
    expect(await world.groundFor("nowhere")).toBeUndefined();
  });

  it("keeps the signing keys, sealed, for whoever opens the tenant next", async () => {
    const ground = await another()("exampleshire");
    expect(ground?.keys.set).toEqual(world.ground.keys.set);
    expect(publicJwks(world.ground.keys.set).keys.length).toBeGreaterThan(0);
  });

  it("gives each tenant keys of its own", async () => {
    const other = await world.addCouncil("otherton");
    expect(other.keys.trackingSecret).not.toEqual(world.ground.keys.trackingSecret);
    expect(publicJwks(other.keys.set)).not.toEqual(publicJwks(world.ground.keys.set));
  });

  it("sees what is said of a tenant anew", async () => {
    const renamed = { ...exampleshire.tenant, name: "Exampleshire Council" };
    await world.store.addTenant(renamed, { now: world.clock.now() });
    expect((await world.groundFor("exampleshire"))?.tenant.name).toBe("Exampleshire Council");
  });

  it("tries again after a tenant could not be opened", async () => {
    const { db } = world.ctx;
    const keys = await findSecret(db, "signing-keys");
    const keep = (jwe: string) =>
      transact(db, (tx) => putSecret(tx, "signing-keys", { jwe, updatedAt: 0 }));
    const groundFor = another();
    await keep("spoilt");
    await expect(groundFor("exampleshire")).rejects.toMatchObject({ code: "sealed-elsewhere" });
    await keep(await sealSecret(db.vault, "signing-keys", keys));
    expect((await groundFor("exampleshire"))?.keys.set).toEqual(keys);
  });
});
