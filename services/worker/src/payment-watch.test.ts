import { createPaymentDesk, type PaymentDesk } from "@guildhall/domain";
import { createWorld, FakePay, payingSteps, type World } from "@guildhall/domain/testing";
import { endProcess, transact } from "@guildhall/store";
import { PaymentWatch } from "./payment-watch.ts";

const minuteMs = 60_000;

describe("PaymentWatch", () => {
  let world: World;
  let pay: FakePay;
  let desk: PaymentDesk;
  let watch: PaymentWatch;
  let errors: unknown[];
  let id: string;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    world = await createWorld();
    await world.publish({ steps: payingSteps });
    pay = new FakePay();
    errors = [];
    desk = createPaymentDesk({
      providerFor: async () => ({ provider: pay, timeoutMs: 1000 }),
      onNews: (tenant) => watch.wake(tenant),
    });
    watch = another();
    ({ id } = await world.start());
  });
  afterEach(async () => {
    watch.stop();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const another = () =>
    new PaymentWatch({
      groundFor: world.groundFor,
      look: (ctx, row) => desk.look(ctx, row),
      now: world.clock.now,
      onError: (error) => errors.push(error),
    });
  const settled = async () => {
    for (let turn = 0; turn < 30; turn += 1) await new Promise(setImmediate);
  };
  async function pass(ms: number): Promise<void> {
    world.clock.move(ms);
    await vi.advanceTimersByTimeAsync(ms);
    await settled();
  }
  async function begin(): Promise<void> {
    await desk.start(world.ctx, id, {});
    await pass(0);
  }
  const owed = async () => (await world.owed(id)).map(({ purpose }) => purpose);

  it("finds out that a payment was made whose citizen never came back", async () => {
    await begin();
    pay.become("GP-1", "paid");
    await pass(29_999);
    expect(await owed()).toEqual([]);
    await pass(1);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("finds it out at once where the provider sends word", async () => {
    await begin();
    pay.become("GP-1", "paid");
    const heard = { connector: "pay", body: Buffer.from("GP-1"), signature: "good" };
    expect(await desk.hear(world.ctx, heard)).toBe(true);
    await pass(0);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("takes up what a predecessor left that died before it could record a payment", async () => {
    await begin();
    pay.become("GP-1", "paid");
    watch.stop();
    world.clock.move(10 * minuteMs);
    watch = another();
    await watch.start(["exampleshire"]);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("asks again while the provider does not answer", async () => {
    await begin();
    pay.become("GP-1", "paid");
    pay.instead.push({ outcome: "retry", code: "timeout" });
    await pass(30_000);
    expect(await owed()).toEqual([]);
    await pass(30_000);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("reports what goes wrong, and goes on", async () => {
    await begin();
    pay.become("GP-1", "paid");
    const read = pay.read.bind(pay);
    pay.read = async () => {
      throw new Error("down");
    };
    await pass(30_000);
    expect(errors).toEqual([new Error("down")]);
    pay.read = read;
    await pass(minuteMs);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("sees to the others where as many as it looks at in one go cannot be looked at", async () => {
    const stuck = new Set<string>();
    for (let nth = 0; nth < 50; nth += 1) {
      const other = await world.start();
      stuck.add((await desk.start(world.ctx, other.id, {})).id);
    }
    await pass(1);
    await begin();
    pay.become("GP-51", "paid");
    const look = desk.look;
    desk.look = async (ctx, row) => {
      if (stuck.has(row.id)) throw new Error("stuck");
      return look(ctx, row);
    };
    await pass(29_999);
    while (errors.length < 50) await settled();
    await settled();
    await pass(1);
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it("tells a citizen who has left how to pay, once the payment has expired", async () => {
    await begin();
    pay.become("GP-1", "expired");
    await pass(95 * minuteMs);
    await pass(minuteMs);
    expect(await owed()).toEqual(["payment-due"]);
  });

  it("lets nobody pay for a process that has ended", async () => {
    await begin();
    const end = { status: "closed", stage: "done", endedAt: world.clock.now() } as const;
    await transact(world.ctx.db, (tx) => endProcess(tx, id, end));
    await pass(30_000);
    expect(await pay.read("GP-1")).toMatchObject({ payment: { status: "cancelled" } });
    expect(await owed()).toEqual([]);
  });

  it("does nothing for tenants without payments", async () => {
    const council = await world.addCouncil("otherton");
    await watch.start([council.tenant.id]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
