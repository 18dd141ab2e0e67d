import {
  findPaid,
  findPayment,
  freezeOrder,
  hurryPayment,
  insertPayment,
  listDuePayments,
  listPayments,
  movePayment,
  type NewPaymentRow,
  nextPaymentLook,
} from "./payments.ts";
import { payments } from "./schema/payments.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("a payment", (on) => {
  const row = (id: string, changed: Partial<NewPaymentRow> = {}): NewPaymentRow => ({
    id,
    process: "prc_1",
    step: "pay",
    connector: "pay",
    amount: 6500,
    createdAt: 1000,
    lookAt: 5000,
    ...changed,
  });
  const order = {
    key: "pay_1",
    amountPence: 6500,
    reference: "EXM-2222-2222",
    description: "Wasps",
    returnUrl: "https://services.example/back",
    metadata: {},
  };
  const insert = (one: NewPaymentRow) => transact(on.db, (tx) => insertPayment(tx, one));
  const move = (...[id, from, to]: [string, ("new" | "created")[], object]) =>
    transact(on.db, (tx) => movePayment(tx, id, from, to));
  beforeEach(() => insert(row("pay_1")));

  it("begins as one that nobody outside knows of", async () => {
    expect(await findPayment(on.db, "pay_1")).toEqual({
      ...row("pay_1"),
      status: "new",
      reference: null,
      nextUrl: undefined,
      lastCode: null,
      reminded: false,
      waived: false,
      endedAt: null,
    });
  });

  it("is the only one of its step that is under way or made", async () => {
    await expect(insert(row("pay_2"))).rejects.toMatchObject({ code: "constraint" });
    await insert(row("pay_3", { step: "other" }));
    await insert(row("pay_4", { process: "prc_2" }));
    await move("pay_1", ["new"], { status: "paid" });
    await expect(insert(row("pay_5"))).rejects.toMatchObject({ code: "constraint" });
  });

  it("is followed by another once it came to nothing, and looked at no more", async () => {
    await move("pay_1", ["new"], { status: "failed" });
    await insert(row("pay_2"));
    const listed = await listPayments(on.db, ["prc_1"]);
    expect(listed.map(({ id, lookAt }) => [id, lookAt])).toEqual([
      ["pay_1", null],
      ["pay_2", 5000],
    ]);
  });

  it("moves only from where it is said to be", async () => {
    expect(await move("pay_1", ["created"], { status: "paid" })).toBeUndefined();
    expect(await move("pay_1", ["new"], { status: "created" })).toMatchObject({
      status: "created",
    });
    expect(await findPaid(on.db, "prc_1")).toBeUndefined();
    await move("pay_1", ["created"], { status: "paid" });
    expect(await findPaid(on.db, "prc_1")).toMatchObject({ id: "pay_1" });
  });

  it("asks what it was first frozen with, until the provider knows it", async () => {
    const freeze = (one: typeof order) => transact(on.db, (tx) => freezeOrder(tx, "pay_1", one));
    expect(await freeze(order)).toEqual(order);
    expect(await freeze({ ...order, returnUrl: "https://other.example/" })).toEqual(order);
    await move("pay_1", ["new"], { status: "created" });
    expect(await freeze(order)).toBeUndefined();
  });

  it("seals where to pay and what was asked", async () => {
    await transact(on.db, (tx) => freezeOrder(tx, "pay_1", order));
    const nextUrl = "https://card.example/secret";
    expect(await move("pay_1", ["new"], { nextUrl })).toMatchObject({ nextUrl });
    const stored = await on.db.reads.select().from(payments).get();
    const sealed = Buffer.concat(
      [stored?.orderSent, stored?.nextUrl].map((one) => one ?? Buffer.of()),
    );
    expect(sealed.length).toBeGreaterThan(100);
    expect(sealed.toString("latin1")).not.toMatch(/example|EXM/);
    expect((await move("pay_1", ["new"], { nextUrl: null }))?.nextUrl).toBeUndefined();
  });

  it("is looked at when it is time, or when its provider sends word", async () => {
    expect(await nextPaymentLook(on.db)).toBe(5000);
    expect(await listDuePayments(on.db, 4999, 10)).toEqual([]);
    expect(await listDuePayments(on.db, 5000, 10)).toHaveLength(1);
    const hurry = (reference: string) =>
      transact(on.db, (tx) => hurryPayment(tx, { connector: "pay", reference, at: 10 }));
    await move("pay_1", ["new"], { status: "created", reference: "GP-1" });
    expect([await hurry("GP-2"), await hurry("GP-1")]).toEqual([false, true]);
    expect(await nextPaymentLook(on.db)).toBe(10);
    await move("pay_1", ["created"], { status: "paid", lookAt: null });
    expect(await hurry("GP-1")).toBe(false);
    expect(await nextPaymentLook(on.db)).toBeUndefined();
  });

  it("is no other's by its provider's name for it", async () => {
    await insert(row("pay_2", { process: "prc_2" }));
    await move("pay_1", ["new"], { reference: "GP-1" });
    await expect(move("pay_2", ["new"], { reference: "GP-1" })).rejects.toMatchObject({
      code: "constraint",
    });
  });
});
