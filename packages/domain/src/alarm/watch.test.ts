import { listOpenAlarms, putBreaker, transact } from "@guildhall/store";
import { closedBreaker } from "../breaker/step.ts";
import { beginReplay } from "../replay/begin.ts";
import { testDeliveries } from "../replay/test-deliveries.ts";
import { createWorld, testMending, type World } from "../testing.ts";
import type { Ending } from "./expiring.ts";
import { watchAlarms } from "./watch.ts";
import { wordsOfAlarm } from "./words.ts";

describe("what waits for a person", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("calls somebody also while a replay cannot go on", async () => {
    await testDeliveries(world, testMending(world)).sentInDoubt();
    await beginReplay(world.ctx, { rewrite: false, useLive: false });
    const now = world.clock.now();
    const stopped = { state: "open", openSince: now, openUntil: now, code: "gone" } as const;
    const breaker = { ...closedBreaker, ...stopped, connector: "back-office" };
    await transact(world.ctx.db, (tx) => putBreaker(tx, breaker));
    const watching = {
      canBeAsked: () => Promise.reject(new Error("It cannot be asked")),
      endings: async () => [],
    };
    await expect(watchAlarms(world.ground, watching)).rejects.toThrow("It cannot be asked");
    const open = await listOpenAlarms(world.ctx.db, ["connector-stopped"]);
    expect(open).toMatchObject([{ subject: "back-office" }]);
  });

  it("calls somebody for a certificate that is not there, naming its file, until it is", async () => {
    const file = "/etc/guildhall/door.pem";
    const door = { kind: "certificate-expiring", subject: "door", name: "of us", file } as const;
    let endings: readonly Ending[] = [door];
    const watching = { canBeAsked: async () => false, endings: async () => endings };
    const nextMorning = async () => {
      world.clock.move(24 * 3_600_000);
      await watchAlarms(world.ground, watching);
      return listOpenAlarms(world.ctx.db, ["certificate-expiring"]);
    };
    const titles = (await nextMorning()).map((alarm) => wordsOfAlarm(alarm).title);
    expect(titles).toEqual([`The certificate of us cannot be read from ${file}`]);
    endings = [{ ...door, expiresAt: world.clock.now() + 365 * 24 * 3_600_000 }];
    expect(await nextMorning()).toEqual([]);
  });
});
