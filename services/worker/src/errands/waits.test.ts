import { whenWaitDue } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { listTasks } from "@guildhall/store";
import { createWatch, type Watch } from "../testing/watch.ts";
import { waitErrand } from "./waits.ts";

const minuteMs = 60_000;

describe("what a process waits for", () => {
  let world: World;
  let watch: Watch;
  beforeEach(async () => {
    world = await createWorld();
    await world.publish({
      steps: [
        { id: "patience", kind: "wait", until: "days", workingDays: 1 },
        { id: "report", kind: "task", title: "Write a report" },
      ],
    });
    watch = createWatch(world);
    watch.add(waitErrand((fault) => watch.faults.push(fault)));
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const begun = async (id: string) => (await listTasks(world.ctx.db, id)).length;
  const leftMs = async () => ((await whenWaitDue(world.ctx)) ?? 0) - world.clock.now();

  it("ends to the second in a tenant that is in use, since a look comes long before", async () => {
    await watch.begin();
    const { id } = await world.start();
    expect(world.handover.woken).toEqual([]);
    await watch.pass(15 * minuteMs);
    await watch.pass((await leftMs()) - 1);
    expect(await begun(id)).toBe(0);
    await watch.pass(1);
    expect(await begun(id)).toBe(1);
  });

  it("ends as soon as anything runs again", async () => {
    const { id } = await world.start();
    await watch.pass(5 * (await leftMs()));
    await watch.begin();
    expect(await begun(id)).toBe(1);
  });

  it("has an idle tenant woken for it", async () => {
    expect(await watch.nextDue()).toBeUndefined();
    await world.start();
    expect(await watch.nextDue()).toBe(await whenWaitDue(world.ctx));
  });
});
