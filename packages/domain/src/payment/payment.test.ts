import { endProcess, insertPayment, listTasks, transact } from "@guildhall/store";
import { loadDelivery } from "../delivery/load.ts";
import { loadMessage } from "../message/load.ts";
import { getProcess } from "../process/get.ts";
import { trackProcess } from "../process/track.ts";
import { completeTask } from "../task/complete.ts";
import { payingSteps, type World } from "../testing.ts";
import { beginPayment } from "./begin.ts";
import {
  createPayingWorld,
  dayMs,
  minuteMs,
  type Paying,
  payingFor,
  returnUrl,
  seen,
} from "./test-paying.ts";

describe("a process that is to be paid for", () => {
  let world: World;
  let paying: Paying;
  beforeEach(async () => {
    ({ world, paying } = await createPayingWorld());
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("has done what comes before the payment, and owes nothing that comes after", async () => {
    expect(await paying.owed()).toEqual([]);
    expect(await paying.tasks()).toEqual(["read"]);
    expect(world.handover.given).toEqual([]);
    expect(await world.told(paying.id)).toEqual(["process.started", "payment.due"]);
    expect(await paying.latest()).toMatchObject({ status: "new", amount: 6500, reference: null });
  });

  it("says what is to be paid, and by no one's word but the answers'", async () => {
    const { payment } = await world.start();
    expect(payment).toMatchObject({ title: "Noise visit", amountPence: 6500, status: "new" });
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({
      payment: { amountPence: 6500 },
    });
    expect((await getProcess(world.ctx, paying.id)).respondBy).toBeUndefined();
    expect(await trackProcess(world.ctx, paying.reference)).toMatchObject({
      payment: { title: "Noise visit", status: "new", amountPence: 6500 },
      delivery: { state: "awaiting-payment" },
      timeline: [{ title: "To pay: £65.00" }, { title: "We received your request" }],
    });
  });

  it("goes on at once where the answers cost nothing", async () => {
    const started = await world.start({ noiseSource: "pub", pubName: "The Bell" });
    expect(started.payment).toBeUndefined();
    expect((await world.owed(started.id)).map(({ purpose }) => purpose)).toEqual([
      "case",
      "started",
    ]);
    await expect(beginPayment(world.ctx, started.id, { returnUrl })).rejects.toMatchObject({
      code: "payment-not-due",
    });
  });

  it("does not end with the last task while it is not paid", async () => {
    const [task] = await listTasks(world.ctx.db, paying.id);
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    expect(await getProcess(world.ctx, paying.id)).toMatchObject({ status: "open" });
  });

  it("asks for the same payment at every attempt, whoever asks and from where", async () => {
    const first = await paying.begin();
    world.clock.move(minuteMs);
    const second = await beginPayment(world.ctx, paying.id, {
      returnUrl: () => "https://other.example",
    });
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      connector: "pay",
      ask: {
        order: {
          key: first.id,
          amountPence: 6500,
          reference: paying.reference,
          description: "Noise visit",
          returnUrl: `https://guildhall.test/back/${paying.reference}`,
          metadata: { payment: first.id, service: "noise", fundCode: "EH40" },
        },
      },
    });
    expect(await paying.payments()).toHaveLength(1);
  });

  it("asks how a payment stands once it is known, and never for a second one", async () => {
    await paying.become("created");
    expect(await paying.begin()).toMatchObject({ ask: { reference: "GP-1" } });
    expect(await paying.payments()).toHaveLength(1);
  });

  it("is looked at again in whole milliseconds, however long it has been open", async () => {
    await paying.become("created");
    world.clock.move(3 * minuteMs + 1);
    await paying.settle(seen("started"));
    expect(await paying.latest()).toMatchObject({ status: "started" });
    await paying.settle({ outcome: "retry", code: "timeout" });
    expect((await paying.latest()).lookAt).toBe(world.clock.now() + 45_000);
  });

  it("cannot have two payments open, whatever is written", async () => {
    const { id: _, ...row } = await paying.latest();
    const { process, step, connector, amount, createdAt, lookAt } = row;
    const second = { id: "pay_2", process, step, connector, amount, createdAt, lookAt };
    await expect(transact(world.ctx.db, (tx) => insertPayment(tx, second))).rejects.toMatchObject({
      code: "constraint",
    });
  });

  it("begins all that waited in the moment that it is paid, once", async () => {
    await paying.become("created", "started", "submitted", "paid");
    await paying.settle(seen("paid"));
    expect(await world.told(paying.id)).toEqual(["process.started", "payment.due", "payment.paid"]);
    expect(await paying.owed()).toEqual(["case", "paid"]);
    expect(await paying.tasks()).toEqual(["read", "look"]);
    expect(world.handover.given.map(({ kind }) => kind)).toEqual(["delivery", "message"]);
    expect(await paying.latest()).toMatchObject({
      status: "paid",
      reference: "GP-1",
      lookAt: null,
    });
    expect((await paying.latest()).nextUrl).toBeUndefined();
  });

  it("counts the time to answer from the payment on", async () => {
    world.clock.move(6 * dayMs);
    await paying.become("paid");
    const { respondBy } = await getProcess(world.ctx, paying.id);
    expect(Date.parse(respondBy ?? "")).toBeGreaterThan(world.clock.now());
  });

  it("tells the back office and the citizen what was paid", async () => {
    await paying.become("paid");
    const [delivery, message] = world.handover.given;
    if (!delivery || !message) throw new Error("something is not owed");
    const { input } = (await loadDelivery(world.ctx, delivery)) ?? {};
    expect(input?.facts.payment).toEqual({ reference: "GP-1", amount: 6500 });
    const { words, facts } = (await loadMessage(world.ctx, message)) ?? {};
    expect(words?.text).toContain("((amount))");
    expect(facts).toMatchObject({
      amount: "£65.00",
      payment: "Noise visit",
      paymentReference: "GP-1",
      reference: paying.reference,
    });
  });

  it("asks for the next payment where there are two", async () => {
    const [read, pay, ...rest] = payingSteps;
    if (read?.kind !== "task" || pay?.kind !== "payment") throw new Error("the steps are others");
    await world.publish({ steps: [read, pay, { ...pay, id: "second", amount: 100 }, ...rest] });
    paying = payingFor(world, await world.start());
    await paying.become("paid");
    expect(await paying.latest()).toMatchObject({ step: "second", amount: 100, status: "new" });
    expect(await paying.owed()).toEqual(["paid"]);
    await paying.begin();
    await paying.settle(seen("paid", { reference: "GP-2", amountPence: 100 }));
    expect(await paying.owed()).toEqual(["paid", "case", "paid"]);
  });

  it.each(["failed", "cancelled", "expired"] as const)(
    "waits on, and can be paid again, when the payment is %s",
    async (status) => {
      await paying.become("created", status);
      expect(await paying.owed()).toEqual([]);
      expect((await world.told(paying.id)).at(-1)).toBe("payment.unpaid");
      const again = await paying.begin();
      const [first, second] = await paying.payments();
      expect(again).toMatchObject({ id: second?.id, ask: { order: { key: second?.id } } });
      expect([first?.status, second?.status]).toEqual([status, "new"]);
      const { timeline } = await trackProcess(world.ctx, paying.reference);
      expect(timeline.map(({ title }) => title)).toEqual([
        "The payment was not made",
        "To pay: £65.00",
        "We received your request",
      ]);
    },
  );

  it("takes nothing back by news that comes late", async () => {
    await paying.become("created", "submitted", "started");
    expect(await paying.latest()).toMatchObject({ status: "submitted" });
    await paying.become("paid", "cancelled", "created");
    expect(await paying.latest()).toMatchObject({ status: "paid" });
    expect((await world.told(paying.id)).filter((type) => type === "payment.unpaid")).toEqual([]);
  });

  it("is not paid by another amount, nor by an answer that says nothing", async () => {
    await paying.become("created");
    await paying.settle(seen("paid", { amountPence: 1 }));
    expect(await paying.latest()).toMatchObject({ status: "created", lastCode: "amount-differs" });
    await paying.settle({ outcome: "retry", code: "timeout" });
    expect(await paying.latest()).toMatchObject({ status: "created", lastCode: "timeout" });
    expect(await paying.owed()).toEqual([]);
  });

  it("gives up a payment that was made at an attempt that nobody remembers", async () => {
    await paying.begin();
    await paying.settle({ outcome: "conflict", code: "P0191" });
    expect(await paying.latest()).toMatchObject({ status: "failed", lastCode: "P0191" });
    const again = await paying.begin();
    expect(again.id).toBe((await paying.latest()).id);
    expect(await paying.payments()).toHaveLength(2);
  });

  it("keeps that money came after the process had ended, and begins nothing", async () => {
    await paying.become("created");
    const end = { status: "closed", stage: "done", endedAt: world.clock.now() } as const;
    await transact(world.ctx.db, (tx) => endProcess(tx, paying.id, end));
    await paying.settle(seen("paid"));
    expect(await paying.latest()).toMatchObject({ status: "paid" });
    expect(await paying.owed()).toEqual([]);
    await expect(paying.begin()).rejects.toMatchObject({ code: "process-closed" });
  });

  it("cannot be paid twice", async () => {
    await paying.become("paid");
    await expect(paying.begin()).rejects.toMatchObject({ code: "payment-not-due" });
  });
});
