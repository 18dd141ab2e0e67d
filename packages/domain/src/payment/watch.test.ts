import { loadMessage } from "../message/load.ts";
import { getProcess } from "../process/get.ts";
import type { World } from "../testing.ts";
import { createPayingWorld, dayMs, minuteMs, type Paying, seen } from "./test-paying.ts";
import { chasePayment, duePayments, hasten, whenNextLook } from "./watch.ts";

describe("a process that nobody pays for", () => {
  let world: World;
  let paying: Paying;
  beforeEach(async () => {
    ({ world, paying } = await createPayingWorld());
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const due = () => duePayments(world.ctx, 10);
  const chase = async () => {
    for (const row of await due()) await chasePayment(world.ctx, row);
  };

  it("its citizen, who has left, is told once how to pay", async () => {
    world.clock.move(90 * minuteMs - 1);
    expect(await due()).toEqual([]);
    world.clock.move(1);
    await chase();
    await chase();
    expect(await paying.owed()).toEqual(["payment-due"]);
    const [ticket] = world.handover.given;
    const loaded = ticket && (await loadMessage(world.ctx, ticket));
    expect(loaded?.facts).toMatchObject({ amount: "£65.00", payment: "Noise visit" });
  });

  it("nobody is reminded of an attempt that another followed", async () => {
    await paying.become("created", "failed");
    world.clock.move(60 * minuteMs);
    await paying.begin();
    world.clock.move(30 * minuteMs);
    expect(await due()).toEqual([]);
  });

  it("after a week without payment it is closed, and its citizen told", async () => {
    world.clock.move(90 * minuteMs);
    await chase();
    world.clock.move(7 * dayMs);
    await chase();
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "closed" });
    expect(await paying.owed()).toEqual(["payment-due", "completed"]);
    expect(await whenNextLook(world.ctx)).toBeUndefined();
    await expect(paying.begin()).rejects.toMatchObject({ code: "process-closed" });
  });

  it("it is not closed while a payment may still be made", async () => {
    await paying.become("created");
    world.clock.move(8 * dayMs);
    await chase();
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "open" });
  });

  it("it is left alone once it has been paid for", async () => {
    const before = await paying.latest();
    await paying.become("paid");
    world.clock.move(8 * dayMs);
    await chasePayment(world.ctx, before);
    expect(await due()).toEqual([]);
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "open" });
  });

  it("a payment under way is looked at soon, later more and more rarely, and at once when word comes", async () => {
    await paying.become("created");
    const started = world.clock.now();
    expect(await whenNextLook(world.ctx)).toBe(started + 30_000);
    world.clock.move(40 * minuteMs);
    await paying.settle(seen("started"));
    expect(await whenNextLook(world.ctx)).toBe(world.clock.now() + 10 * minuteMs);
    await hasten(world.ctx, "other", "GP-1");
    await hasten(world.ctx, "pay", "GP-9");
    expect(await due()).toEqual([]);
    await hasten(world.ctx, "pay", "GP-1");
    expect(await due()).toHaveLength(1);
  });

  it("word of a payment that is over means nothing", async () => {
    await paying.become("paid");
    await hasten(world.ctx, "pay", "GP-1");
    expect(await due()).toEqual([]);
  });
});
