import { createGuard, createPaymentProvider } from "@guildhall/connectors";
import type { PaymentOrder, PaymentProvider } from "@guildhall/contract";
import {
  form,
  payAccount,
  startSimulators,
  type TestSimulators,
} from "../fixtures/test-simulators.ts";

const order: PaymentOrder = {
  key: "pay_01kb3zq8w5v0t6m2h9r4c7d1xe",
  amountPence: 6500,
  reference: "EXM-2V4K-7XQP",
  description: 'Wasps "and" <other> pests',
  returnUrl: "http://localhost:3000/c/exampleshire/track/EXM-2V4K-7XQP/payment",
  metadata: { payment: "pay_1", service: "wasps", fundCode: "EH40" },
};

describe("the platform's connector, with the simulator over HTTP", () => {
  let world: TestSimulators;
  let base: string;
  let provider: PaymentProvider;
  beforeEach(async () => {
    world = startSimulators({ fetch: async () => new Response() });
    base = await world.listen();
    provider = createPaymentProvider(
      {
        id: "pay",
        kind: "govuk-pay",
        name: "GOV.UK Pay",
        address: `${base}/pay/exampleshire/`,
        settings: {},
        maxParallel: 2,
        timeoutMs: 5000,
        statuses: [],
        follows: [],
        knownStatuses: [],
        codes: {},
      },
      payAccount,
      { request: createGuard({ allowLoopback: [new URL(base).host] }) },
    );
  });
  afterEach(() => world.close());

  const signal = () => AbortSignal.timeout(5000);
  const misbehave = (faults: object) =>
    world.request("/pay/exampleshire/faults", { method: "PUT", body: JSON.stringify(faults) });
  async function create() {
    const answer = await provider.create(order, signal());
    if (answer.outcome !== "seen") throw new Error(`not created: ${answer.code}`);
    return answer.payment;
  }
  const act = (nextUrl: string | undefined, fields: Record<string, string>) =>
    world.request(new URL(nextUrl ?? "").pathname, form(fields));

  it("creates one payment however often it asks, also after an answer that was lost", async () => {
    await misbehave({ "lost-reply": { times: 1 } });
    expect(await provider.create(order, signal())).toEqual({
      outcome: "retry",
      code: "connection-lost",
    });
    const [one, two] = [await create(), await create()];
    expect(one).toEqual(two);
    expect(one).toMatchObject({ status: "created", amountPence: 6500 });
    const headers = { authorization: `Bearer ${payAccount.apiKey}` };
    const found = await world.request("/pay/exampleshire/v1/payments", { headers });
    expect(await found.json()).toMatchObject({ total: 1 });
  });

  it.each([
    [{ does: "pay", card: "valid" }, "paid"],
    [{ does: "pay", card: "declined" }, "failed"],
    [{ does: "pay", card: "broken" }, "failed"],
    [{ does: "pay", card: "slow" }, "submitted"],
    [{ does: "cancel" }, "cancelled"],
  ])("sees what its citizen did (%j) as %s", async (fields, status) => {
    const { reference, nextUrl } = await create();
    await act(nextUrl, fields as Record<string, string>);
    expect(await provider.read(reference, signal())).toMatchObject({ payment: { status } });
  });

  it("sees a payment expire", async () => {
    const { reference } = await create();
    world.at = new Date(world.at.getTime() + 90 * 60_000);
    expect(await provider.read(reference, signal())).toMatchObject({
      payment: { status: "expired", code: "P0020" },
    });
  });

  it("cancels one that is open, and finds one that was paid", async () => {
    const { reference, nextUrl } = await create();
    await act(nextUrl, { does: "pay", card: "valid" });
    expect(await provider.cancel(reference, signal())).toMatchObject({
      payment: { status: "paid" },
    });
    const other = await provider.create({ ...order, key: "pay_2" }, signal());
    if (other.outcome !== "seen") throw new Error("not created");
    expect(await provider.cancel(other.payment.reference, signal())).toMatchObject({
      payment: { status: "cancelled" },
    });
  });

  it.each([
    [{ refused: {} }, { outcome: "refused", code: "P0102" }],
    [{ duplicate: {} }, { outcome: "conflict", code: "P0191" }],
    [{ "success-without-reference": {} }, { outcome: "retry", code: "bad-answer" }],
    [{ status429: {} }, { outcome: "retry", code: "P0900" }],
    [{ status503: {} }, { outcome: "retry", code: "P0999" }],
    [{ "html-200": {} }, { outcome: "retry", code: "bad-answer" }],
    [{ down: {} }, { outcome: "retry", code: "connection-lost" }],
  ])("makes of %j what it is", async (faults, outcome) => {
    await misbehave(faults);
    expect(await provider.create(order, signal())).toEqual(outcome);
  });
});
