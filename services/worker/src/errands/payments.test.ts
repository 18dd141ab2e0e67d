import { createPaymentDesk, type PaymentDesk } from "@guildhall/domain";
import { createWorld, FakePay, payingSteps, type World } from "@guildhall/domain/testing";
import { endProcess, transact } from "@guildhall/store";
import { createWatch, type Watch } from "../testing/watch.ts";
import { paymentErrand } from "./payments.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;

describe("payments that nobody comes back to", () => {
  let world: World;
  let pay: FakePay;
  let desk: PaymentDesk;
  let watch: Watch;
  let id: string;

  beforeEach(async () => {
    world = await createWorld();
    await world.publish({ steps: payingSteps });
    pay = new FakePay();
    desk = createPaymentDesk({
      providerFor: async () => ({ provider: pay, timeoutMs: 1000 }),
      onNews: () => watch.wake(),
    });
    watch = another();
    await watch.begin();
    ({ id } = await world.start());
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  function another(): Watch {
    const fresh = createWatch(world);
    const onError = (fault: unknown) => fresh.faults.push(fault);
    fresh.add(paymentErrand({ look: (ctx, row) => desk.look(ctx, row), onError }));
    return fresh;
  }
  async function begin(): Promise<void> {
    await desk.start(world.ctx, id, {});
    await watch.pass(secondMs);
  }
  const owed = async () => (await world.owed(id)).map(({ purpose }) => purpose);

  it("are found to have been made", async () => {
    await begin();
    pay.become("GP-1", "paid");
    await watch.pass(29 * secondMs - 1);
    expect(await owed()).toEqual([]);
    await watch.pass(1);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("are found out about at once where the provider sends word", async () => {
    await begin();
    pay.become("GP-1", "paid");
    const heard = { connector: "pay", body: Buffer.from("GP-1"), signature: "good" };
    expect(await desk.hear(world.ctx, heard)).toBe(true);
    await watch.pass(secondMs);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("are taken up from a predecessor that died before it could record one", async () => {
    await begin();
    pay.become("GP-1", "paid");
    await watch.end();
    await watch.pass(10 * minuteMs);
    watch = another();
    await watch.begin();
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("are asked for again while the provider does not answer", async () => {
    await begin();
    pay.become("GP-1", "paid");
    pay.instead.push({ outcome: "retry", code: "timeout" });
    await watch.pass(29 * secondMs);
    expect(await owed()).toEqual([]);
    await watch.pass(30 * secondMs);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("are asked for again after something went wrong, which is reported", async () => {
    await begin();
    pay.become("GP-1", "paid");
    const read = pay.read.bind(pay);
    pay.read = async () => {
      throw new Error("down");
    };
    await watch.pass(29 * secondMs);
    expect(watch.faults.splice(0)).toEqual([new Error("down")]);
    pay.read = read;
    await watch.pass(minuteMs);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("are seen to where as many as are looked at in one go cannot be looked at", async () => {
    const stuck = new Set<string>();
    for (let nth = 0; nth < 50; nth += 1) {
      const other = await world.start();
      stuck.add((await desk.start(world.ctx, other.id, {})).id);
    }
    await begin();
    pay.become("GP-51", "paid");
    const look = desk.look;
    desk.look = async (ctx, row) => {
      if (stuck.has(row.id)) throw new Error("stuck");
      return look(ctx, row);
    };
    await watch.pass(29 * secondMs);
    await watch.pass(secondMs);
    expect(watch.faults.splice(0)).toHaveLength(50);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("are followed by a letter that says how to pay, once they have expired", async () => {
    await begin();
    pay.become("GP-1", "expired");
    await watch.pass(95 * minuteMs);
    await watch.pass(minuteMs);
    expect(await owed()).toEqual(["payment-due"]);
  });

  it("are made by nobody for a process that has ended", async () => {
    await begin();
    const end = { status: "closed", stage: "done", endedAt: world.clock.now() } as const;
    await transact(world.ctx.db, (tx) => endProcess(tx, id, end));
    await watch.pass(29 * secondMs);
    expect(await pay.read("GP-1")).toMatchObject({ payment: { status: "cancelled" } });
    expect(await owed()).toEqual([]);
  });

  it("have an idle tenant woken for the next look", async () => {
    await begin();
    expect(await watch.nextDue()).toBe(world.clock.now() + 29 * secondMs);
  });
});
