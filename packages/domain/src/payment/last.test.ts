import type { Step } from "@guildhall/contract";
import { createSteppingWorld, deliver, email, look, type Stepping } from "../process/test-steps.ts";
import { completeTask } from "../task/complete.ts";
import { payingSteps, type World } from "../testing.ts";
import { dayMs, payingFor } from "./test-paying.ts";
import { chasePayment, duePayments } from "./watch.ts";

const toPay = (action: "go-on" | "task"): Step[] =>
  payingSteps.flatMap((step) =>
    step.kind === "payment" ? [{ ...step, onFailure: { action } }] : [],
  );

describe("a payment after which nothing is left to do", () => {
  let world: World;
  let on: Stepping;
  beforeEach(async () => {
    on = await createSteppingWorld();
    world = on.world;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function leave(): Promise<void> {
    world.clock.move(8 * dayMs);
    for (const row of await duePayments(world.ctx, 10)) await chasePayment(world.ctx, row);
  }

  it("ends the process when it is paid", async () => {
    const started = await on.begin([look, ...toPay("go-on"), email]);
    await on.finishTask(started.id);
    expect(await on.stands(started.id)).toEqual(["open", "received"]);
    await payingFor(world, started).become("created", "paid");
    expect(await on.stands(started.id)).toEqual(["completed", "done"]);
    expect(await on.purposes(started.id)).toEqual(["paid", "step-message", "completed"]);
  });

  it("ends it when it goes on without", async () => {
    const { id } = await on.begin([look, ...toPay("go-on"), email]);
    await on.finishTask(id);
    await leave();
    expect(await on.stands(id)).toEqual(["completed", "done"]);
    expect(await on.purposes(id)).toEqual(["step-message", "completed"]);
  });

  it("ends nothing while a task is still to be done", async () => {
    const started = await on.begin([look, ...toPay("go-on"), email]);
    await payingFor(world, started).become("created", "paid");
    expect(await on.stands(started.id)).toEqual(["open", "received"]);
    await on.finishTask(started.id);
    expect(await on.stands(started.id)).toEqual(["completed", "done"]);
  });

  it("ends nothing that a back office works on, though a team decided to go on without", async () => {
    const { id } = await on.begin([deliver, ...toPay("task"), email]);
    await leave();
    const [asked] = await on.tasks(id);
    await completeTask(world.ctx, asked?.id ?? "", { outcome: "completed", fields: {} });
    expect(await on.purposes(id)).toContain("step-message");
    expect(await on.stands(id)).toEqual(["open", "received"]);
  });
});
