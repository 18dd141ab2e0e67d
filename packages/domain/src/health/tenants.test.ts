import { insertAlarm, putBreaker, transact } from "@guildhall/store";
import { createWorld, type World } from "../testing.ts";
import { noteHealth, whenToNoteHealth } from "./note.ts";
import { listTenantHealth } from "./tenants.ts";

const standsMs = 10_000;

describe("the health of tenants", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function goWrong(): Promise<void> {
    const at = world.clock.now();
    const counts = { failures: 5, windowFrom: at, calls: 5, failed: 5, trips: 1 };
    const open = { state: "open", openSince: at, openUntil: at + 1000, code: "gone" } as const;
    const about = { kind: "delivery-stuck", subject: "a", role: "tenant-admin" } as const;
    await transact(world.ctx.db, async (tx) => {
      await putBreaker(tx, { connector: "back-office", ...counts, ...open });
      await insertAlarm(tx, { ...about, id: "alm_1", data: "{}", raisedAt: at });
    });
  }

  it("is told in counts and states alone, as it was noted", async () => {
    expect((await listTenantHealth(world.ctx)).data).toEqual([
      { tenant: "exampleshire", name: world.ctx.tenant.name },
    ]);
    await goWrong();
    await world.start();
    await noteHealth(world.ground);
    const { data } = await listTenantHealth(world.ctx);
    expect(data[0]?.seen).toMatchObject({
      at: new Date(world.clock.now()).toISOString(),
      stopped: 1,
      held: 0,
      owed: expect.any(Number),
      alarms: 1,
    });
    expect(JSON.stringify(data)).not.toContain("Ada");
  });

  it("is noted anew once it is not as it was noted, and not more often than needs be", async () => {
    const { ground, clock } = world;
    expect(await whenToNoteHealth(ground)).toBe(clock.now());
    await noteHealth(ground);
    expect(await whenToNoteHealth(ground)).toBe(clock.now() + standsMs);
    clock.move(standsMs);
    expect(await whenToNoteHealth(ground)).toBeUndefined();
    await goWrong();
    expect(await whenToNoteHealth(ground)).toBe(clock.now());
    const tenant = { ...ground.tenant, sandboxOf: "exampleshire" };
    expect(await whenToNoteHealth({ ...ground, tenant })).toBeUndefined();
  });

  it("shows no tenant that somebody else runs the platform for", async () => {
    await world.addCouncil("otherton");
    const { tenant } = world.ctx;
    const run = { ...tenant, id: "thirdly", runBy: "exampleshire" };
    await world.store.addTenant(run, { now: world.clock.now() });
    const { data } = await listTenantHealth(world.ctx);
    expect(data.map((one) => one.tenant)).toEqual(["exampleshire", "thirdly"]);
  });

  it("is told to nobody without the scope, or with a token for one process", async () => {
    const only = world.as({ only: { process: "prc_1" } });
    for (const ctx of [world.as({ scopes: [] }), only])
      await expect(listTenantHealth(ctx)).rejects.toMatchObject({ code: "scope-missing" });
  });
});
