import { listTenantHealth } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { createWatch, type Watch } from "../testing/watch.ts";
import { healthErrand } from "./health.ts";

describe("how it goes with a tenant", () => {
  let world: World;
  let watch: Watch;
  beforeEach(async () => {
    world = await createWorld();
    watch = createWatch(world);
    watch.add(healthErrand);
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const owed = async () => (await listTenantHealth(world.ctx)).data[0]?.seen?.owed;

  it("is noted once it has changed, and lets the tenant rest", async () => {
    expect(await owed()).toBeUndefined();
    await watch.begin();
    expect(await owed()).toBe(0);
    await watch.pass(60_000);
    expect(await watch.nextDue()).toBeUndefined();
    await world.start();
    expect(await watch.nextDue()).toBe(world.clock.now());
    await watch.pass(1000);
    expect(await owed()).toBeGreaterThan(0);
  });
});
