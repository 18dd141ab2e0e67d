import { askForInformation, whenInformationDue } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { listInformation } from "@guildhall/store";
import { createWatch, type Watch } from "../testing/watch.ts";
import { informationErrand } from "./information.ts";

describe("what a citizen is asked", () => {
  let world: World;
  let watch: Watch;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    watch = createWatch(world);
    watch.add(informationErrand((fault) => watch.faults.push(fault)));
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const ask = () =>
    askForInformation(world.ctx, process, { reason: "Why", files: true, workingDays: 1 });
  const asked = async () => (await listInformation(world.ctx.db, process))[0];
  const leftMs = async () => ((await whenInformationDue(world.ctx)) ?? 0) - world.clock.now();

  it("is over at the midnight after its last day, in a tenant that is in use", async () => {
    await watch.begin();
    await ask();
    expect(world.handover.woken).toHaveLength(1);
    await watch.pass((await leftMs()) - 1);
    expect(await asked()).toMatchObject({ state: "open" });
    await watch.pass(15 * 60_000);
    expect(await asked()).toMatchObject({ state: "over" });
    expect(watch.faults).toEqual([]);
  });

  it("has an idle tenant woken for it", async () => {
    expect(await watch.nextDue()).toBeUndefined();
    await ask();
    expect(await watch.nextDue()).toBe(await whenInformationDue(world.ctx));
  });
});
