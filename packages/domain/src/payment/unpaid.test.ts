import type { Otherwise } from "@guildhall/contract";
import { findProcess, listTasks } from "@guildhall/store";
import { offerOf } from "../ending/offer.ts";
import { getProcess } from "../process/get.ts";
import { trackProcess } from "../process/track.ts";
import { completeTask } from "../task/complete.ts";
import { createWorld, payingSteps, type World } from "../testing.ts";
import { dayMs, type Paying, payingFor } from "./test-paying.ts";
import { chasePayment, duePayments, whenNextLook } from "./watch.ts";

describe("a payment that nobody makes, where its service says what then", () => {
  let world: World;
  let paying: Paying;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function unpaid(
    onFailure: Otherwise,
    more: Parameters<World["publish"]>[0] = {},
  ): Promise<void> {
    const steps = payingSteps.map((step) =>
      step.kind === "payment" ? { ...step, onFailure } : step,
    );
    await world.publish({ ...more, steps });
    paying = payingFor(world, await world.start());
    world.clock.move(8 * dayMs);
    for (const row of await duePayments(world.ctx, 10)) await chasePayment(world.ctx, row);
  }
  async function offer() {
    const row = await findProcess(world.ctx.db, paying.id);
    if (!row) throw new Error("the process is gone");
    return offerOf(world.ctx, row, await world.ctx.catalogue.version(row.service, row.version));
  }
  const asked = async () =>
    (await listTasks(world.ctx.db, paying.id)).find(({ step }) => step === "pay");

  it("goes on without it, once, and nobody is asked to pay any more", async () => {
    await unpaid({ action: "go-on" });
    expect(await paying.owed()).toEqual(["case"]);
    expect(await paying.tasks()).toEqual(["read", "look"]);
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "open" });
    expect((await getProcess(world.ctx, paying.id)).respondBy).toBeDefined();
    expect((await trackProcess(world.ctx, paying.reference)).delivery.state).toBe("received");
    await expect(paying.begin()).rejects.toMatchObject({ code: "payment-not-due" });
    expect(await whenNextLook(world.ctx)).toBeUndefined();
  });

  it("ends with its last task though it was never paid", async () => {
    await unpaid({ action: "go-on" });
    for (const { id } of await listTasks(world.ctx.db, paying.id))
      await completeTask(world.ctx, id, { outcome: "completed", fields: {} });
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "completed" });
  });

  it("leaves nothing that could be said not to be fixed, where the team ends it", async () => {
    const notFixed = { rule: "reopen", withinDays: 28, times: 1 } as const;
    await unpaid({ action: "task", team: "Finance", dueWorkingDays: 1 }, { notFixed });
    const id = (await asked())?.id ?? "";
    await completeTask(world.ctx, id, { outcome: "closed", fields: {} });
    expect(await offer()).toEqual({ refused: "not-fixed-not-offered" });
  });

  it("leaves that to be said of what was paid for and closed", async () => {
    const notFixed = { rule: "reopen", withinDays: 28, times: 1 } as const;
    await world.publish({ steps: payingSteps, notFixed });
    paying = payingFor(world, await world.start());
    await paying.become("paid");
    for (const { id } of await listTasks(world.ctx.db, paying.id))
      await completeTask(world.ctx, id, { outcome: "closed", fields: {} });
    expect(await offer()).toMatchObject({ rule: notFixed });
  });

  it("is a team's to decide, who goes on without it or ends it", async () => {
    for (const outcome of ["completed", "closed"] as const) {
      await unpaid({ action: "task", team: "Finance", dueWorkingDays: 1 });
      const task = await asked();
      expect(task).toMatchObject({
        title: "Not paid: decide whether it goes on without “Noise visit”",
        team: "Finance",
      });
      expect(await paying.owed()).toEqual([]);
      await completeTask(world.ctx, task?.id ?? "", { outcome, fields: {} });
      const status = outcome === "completed" ? "open" : "closed";
      expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status });
      expect(await paying.owed()).toEqual(status === "open" ? ["case"] : ["completed"]);
    }
  });

  it("is taken back from the team when it is paid after all", async () => {
    await unpaid({ action: "task" });
    await paying.become("created", "paid");
    expect(await asked()).toMatchObject({ state: "cancelled" });
    expect(await paying.owed()).toEqual(["case", "paid"]);
    expect(await paying.tasks()).toEqual(["read", "pay", "look"]);
  });

  it("closes it where that is what its service says", async () => {
    await unpaid({ action: "hold" });
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "closed" });
  });
});
