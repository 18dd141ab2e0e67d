import { createHmac } from "node:crypto";
import {
  form,
  payAccount,
  startSimulators,
  type TestSimulators,
} from "../fixtures/test-simulators.ts";

const wanted = {
  amount: 6500,
  reference: "EXM-2V4K-7XQP",
  description: "Wasp treatment",
  return_url: "https://services.test/back",
  metadata: { fundCode: "EH40" },
};

interface Wire {
  payment_id: string;
  state: { status: string; finished: boolean; code?: string };
  _links: { next_url?: { href: string } };
}

describe("GOV.UK Pay's API", () => {
  let world: TestSimulators;
  let heard: { body: string; signature: string }[];
  let platform: (request: Request) => Promise<Response>;
  beforeEach(() => {
    heard = [];
    platform = async () => new Response(null, { status: 204 });
    const fetch = async (url: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      heard.push({ body: String(init?.body), signature: headers.get("pay-signature") ?? "" });
      return platform(new Request(url, init));
    };
    world = startSimulators({ fetch });
  });
  afterEach(() => world.close());

  const call = (method: string, path = "", body?: unknown, headers = {}) =>
    world.request(`/pay/exampleshire/v1/payments${path}`, {
      method,
      headers: { authorization: `Bearer ${payAccount.apiKey}`, ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  const create = async (more = {}, key = "key-1") => {
    const response = await call("POST", "", { ...wanted, ...more }, { "idempotency-key": key });
    return { status: response.status, payment: (await response.json()) as Wire };
  };
  const read = async (id: string) => (await (await call("GET", `/${id}`)).json()) as Wire;
  const cardOf = ({ _links }: Wire) => new URL(_links.next_url?.href ?? "").pathname;
  const pay = (payment: Wire, fields: Record<string, string>) =>
    world.request(cardOf(payment), form(fields));
  const events = () => heard.map(({ body }) => JSON.parse(body).event_type);

  it("creates a payment, and the same one under the same key", async () => {
    const first = await create();
    expect(first.status).toBe(201);
    expect(first.payment).toMatchObject({
      amount: 6500,
      reference: wanted.reference,
      state: { status: "created", finished: false },
    });
    expect((await create()).payment.payment_id).toBe(first.payment.payment_id);
    expect((await create({}, "key-2")).payment.payment_id).not.toBe(first.payment.payment_id);
  });

  it("refuses a key that was used for something else", async () => {
    await create();
    expect(await create({ amount: 1 })).toMatchObject({ status: 409, payment: { code: "P0191" } });
  });

  it.each([
    [{ ...wanted, amount: undefined }, 400, "P0101", "amount"],
    [{ ...wanted, amount: 10_000_001 }, 422, "P0102", "amount"],
    [{ ...wanted, reference: "x".repeat(256) }, 422, "P0102", "reference"],
    [{ ...wanted, return_url: "http://services.test/" }, 422, "P0102", "return_url"],
    [{ ...wanted, metadata: { a: "x".repeat(101) } }, 422, "P0102", "metadata"],
    [{ ...wanted, description: "a < b" }, 403, "P0920", undefined],
    ["{", 400, "P0197", undefined],
  ])("refuses %j", async (body, status, code, field) => {
    const response = await call("POST", "", body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, ...(field ? { field } : {}) });
  });

  it("refuses whoever has no key", async () => {
    for (const authorization of ["", "Bearer other", payAccount.apiKey])
      expect((await call("GET", "", undefined, { authorization })).status).toBe(401);
  });

  it("knows nothing of a payment that there is not", async () => {
    for (const [method, path, code] of [
      ["GET", "/none", "P0200"],
      ["GET", "/none/events", "P0300"],
      ["POST", "/none/cancel", "P0500"],
    ] as const) {
      const response = await call(method, path);
      expect([response.status, await response.json()]).toEqual([
        404,
        expect.objectContaining({ code }),
      ]);
    }
  });

  it.each([
    [
      "valid",
      "success",
      undefined,
      ["card_payment_started", "card_payment_captured", "card_payment_succeeded"],
    ],
    ["declined", "failed", "P0010", ["card_payment_started", "card_payment_failed"]],
    ["broken", "error", "P0050", ["card_payment_started"]],
    ["slow", "submitted", undefined, ["card_payment_started"]],
  ])("comes with the card %s to %s, and sends word", async (card, status, code, told) => {
    const { payment } = await create();
    expect(await (await world.request(cardOf(payment))).text()).toContain("£65.00");
    expect(await read(payment.payment_id)).toMatchObject({ state: { status: "started" } });
    const left = await pay(payment, { does: "pay", card });
    expect([left.status, left.headers.get("location")]).toEqual([303, wanted.return_url]);
    const { state, _links } = await read(payment.payment_id);
    expect(state).toMatchObject({ status, ...(code ? { code } : {}) });
    expect(_links.next_url).toBeUndefined();
    await world.current().settled();
    expect(events()).toEqual(told);
  });

  it("signs its word over the very bytes", async () => {
    const { payment } = await create();
    await world.request(cardOf(payment));
    await world.current().settled();
    const [{ body = "", signature = "" } = {}] = heard;
    const wantedSignature = createHmac("sha256", payAccount.webhookSecret)
      .update(body)
      .digest("hex");
    expect(signature).toBe(wantedSignature);
    expect(JSON.parse(body)).toMatchObject({ resource_id: payment.payment_id });
  });

  it("sends word again when nobody took it", async () => {
    const answers = [503, 204];
    platform = async () => new Response(null, { status: answers.shift() ?? 500 });
    const { payment } = await create();
    await world.request(cardOf(payment));
    await world.current().settled();
    expect(events()).toEqual(["card_payment_started", "card_payment_started"]);
    expect(heard[0]).toEqual(heard[1]);
  });

  it("can be cancelled by its citizen, and by the service until it is over", async () => {
    const one = (await create()).payment;
    await pay(one, { does: "cancel" });
    expect(await read(one.payment_id)).toMatchObject({
      state: { status: "cancelled", code: "P0030", finished: true },
    });
    const two = (await create({}, "key-2")).payment;
    expect((await call("POST", `/${two.payment_id}/cancel`)).status).toBe(204);
    const again = await call("POST", `/${two.payment_id}/cancel`);
    expect([again.status, await again.json()]).toEqual([
      400,
      expect.objectContaining({ code: "P0501" }),
    ]);
  });

  it("is over after 90 minutes, by the clock or by an officer's hand", async () => {
    const one = (await create()).payment;
    world.at = new Date(world.at.getTime() + 90 * 60_000);
    expect(await read(one.payment_id)).toMatchObject({
      state: { status: "failed", code: "P0020" },
    });
    const two = (await create({}, "key-2")).payment;
    await world.request(`/pay/exampleshire/payments/${two.payment_id}/expire`, form({}));
    expect(await read(two.payment_id)).toMatchObject({ state: { code: "P0020" } });
    expect((await pay(one, { does: "pay", card: "valid" })).status).toBe(303);
    expect(await read(one.payment_id)).toMatchObject({ state: { code: "P0020" } });
  });

  it("refunds what was paid, to whoever knows how much is left", async () => {
    const { payment } = await create();
    const refund = async (amount: number, left: number) => {
      const body = { amount, refund_amount_available: left };
      const response = await call("POST", `/${payment.payment_id}/refunds`, body);
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    expect(await refund(100, 6500)).toEqual([400, "P0603"]);
    await pay(payment, { does: "pay", card: "valid" });
    expect(await refund(100, 6400)).toEqual([412, "P0604"]);
    expect(await refund(100, 6500)).toEqual([202, undefined]);
    expect(await refund(6401, 6400)).toEqual([400, "P0603"]);
  });

  it("finds payments by a reference that several may have", async () => {
    await create();
    await create({}, "key-2");
    await create({ reference: "OTHER" }, "key-3");
    const found = await call("GET", `?reference=${wanted.reference}`);
    expect(await found.json()).toMatchObject({ total: 2 });
  });

  it("shows its officer every payment, escaped, after a restart too", async () => {
    const { payment } = await create({ reference: "R & D" });
    world.restart();
    const list = await (await world.request("/pay/exampleshire/")).text();
    expect(list).toContain("R &amp; D");
    const page = await world.request(`/pay/exampleshire/payments/${payment.payment_id}`);
    expect(await page.text()).toContain("EH40");
  });

  it("takes no card that it does not know, and nothing from a page elsewhere", async () => {
    const { payment } = await create();
    expect((await pay(payment, { does: "pay", card: "4242424242424242" })).status).toBe(400);
    const foreign = form({ does: "pay", card: "valid" }, "https://elsewhere.test");
    expect((await world.request(cardOf(payment), foreign)).status).toBe(403);
    expect((await world.request("/pay/exampleshire/card/none")).status).toBe(404);
  });
});
