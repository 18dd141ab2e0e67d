import type { ConnectorDefinition, PaymentOrder } from "@guildhall/contract";
import { createPaymentProvider } from "../create-payment-provider.ts";
import { createGuard } from "../http/guard.ts";
import {
  answering,
  answeringText,
  type Handler,
  hangUp,
  json,
  serve,
  unhurried,
} from "../test-server.ts";

const order: PaymentOrder = {
  key: "pay_1",
  amountPence: 6500,
  reference: "CAM-2V4K-7XQP",
  description: 'Wasp "treatment" <one|visit>',
  returnUrl: "https://services.example/c/cam/track/CAM-2V4K-7XQP/payment",
  metadata: { payment: "pay_1", fundCode: "EH/40" },
};

const made = (state: object = { status: "created", finished: false }) => ({
  payment_id: "hu20sqlact5260q2nanm0q8u93",
  amount: 6500,
  state,
  _links: { next_url: { href: "https://card.example/secure/1", method: "GET" } },
});

const definition = (address: string): ConnectorDefinition => ({
  id: "pay",
  kind: "govuk-pay",
  name: "GOV.UK Pay",
  address,
  settings: {},
  maxParallel: 2,
  timeoutMs: 30_000,
  statuses: [],
  follows: [],
  knownStatuses: [],
  codes: {},
});
const credentials = { apiKey: "key", webhookSecret: "secret" };

async function provider(handler: Handler) {
  const server = await serve(handler);
  const request = createGuard({ allowLoopback: [server.host] });
  return { server, pay: createPaymentProvider(definition(server.url), credentials, { request }) };
}

describe("GOV.UK Pay", () => {
  it("is asked for a payment under its key, in characters that its firewall lets through", async () => {
    const { server, pay } = await provider(answering(made(), 201));
    expect(await pay.create(order, unhurried())).toEqual({
      outcome: "seen",
      payment: {
        reference: "hu20sqlact5260q2nanm0q8u93",
        status: "created",
        amountPence: 6500,
        nextUrl: "https://card.example/secure/1",
      },
    });
    const [seen] = server.seen;
    expect(seen).toMatchObject({
      method: "POST",
      path: "/v1/payments",
      headers: { authorization: "Bearer key", "idempotency-key": "pay_1" },
    });
    expect(JSON.parse(seen?.body ?? "")).toEqual({
      amount: 6500,
      reference: "CAM-2V4K-7XQP",
      description: "Wasp  treatment   one visit ",
      return_url: order.returnUrl,
      metadata: { payment: "pay_1", fundCode: "EH/40" },
    });
  });

  it("is asked in the same bytes at every attempt", async () => {
    const { server, pay } = await provider(answering(made(), 201));
    await pay.create(order, unhurried());
    await pay.create({ ...order }, unhurried());
    expect(server.seen[0]?.body).toBe(server.seen[1]?.body);
  });

  it.each([
    ["started", undefined, "started"],
    ["submitted", undefined, "submitted"],
    ["capturable", undefined, "submitted"],
    ["success", undefined, "paid"],
    ["failed", "P0010", "failed"],
    ["failed", "P0020", "expired"],
    ["failed", "P0030", "cancelled"],
    ["cancelled", "P0040", "cancelled"],
    ["error", "P0050", "failed"],
  ])("tells that one in the state %s (%s) is %s", async (status, code, ours) => {
    const { pay } = await provider(answering(made({ status, ...(code ? { code } : {}) })));
    expect(await pay.read("hu20sq", unhurried())).toMatchObject({
      outcome: "seen",
      payment: { status: ours },
    });
  });

  it.each([
    ["a state that is not known", { status: "refunded" }],
    ["a state that every object has", { status: "constructor" }],
  ])("tells nothing of %s", async (_, state) => {
    const { pay } = await provider(answering(made(state)));
    expect(await pay.read("hu20sq", unhurried())).toEqual({ outcome: "retry", code: "bad-answer" });
  });

  it("sends nobody to what is no web page", async () => {
    const { pay } = await provider(
      answering({ ...made(), _links: { next_url: { href: "javascript:alert(1)" } } }, 201),
    );
    expect(await pay.create(order, unhurried())).toEqual({ outcome: "retry", code: "bad-answer" });
  });

  it.each<[string, Handler, object]>([
    [
      "a key that was used",
      answering({ code: "P0191" }, 409),
      { outcome: "conflict", code: "P0191" },
    ],
    ["a wrong field", answering({ code: "P0102" }, 422), { outcome: "refused", code: "P0102" }],
    ["a wrong key", answering({}, 401), { outcome: "refused", code: "answered-401" }],
    ["too many calls", answering({ code: "P0900" }, 429), { outcome: "retry", code: "P0900" }],
    ["a fault of its own", answering({ code: "P0198" }, 500), { outcome: "retry", code: "P0198" }],
    ["a page in between", answeringText("<html>", 200), { outcome: "retry", code: "bad-answer" }],
    ["a redirect", answeringText("", 302), { outcome: "retry", code: "answered-302" }],
    ["no answer", hangUp, { outcome: "retry", code: "connection-lost" }],
  ])("answers %s", async (_, handler, outcome) => {
    const { pay } = await provider(handler);
    expect(await pay.create(order, unhurried())).toEqual(outcome);
  });

  it("says what a payment is after it was asked to cancel it, whether it could or not", async () => {
    const { server, pay } = await provider((seen, response) =>
      seen.method === "POST"
        ? json(response, { code: "P0501" }, 400)
        : json(response, made({ status: "success" })),
    );
    expect(await pay.cancel("hu/20", unhurried())).toMatchObject({ payment: { status: "paid" } });
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /v1/payments/hu%2F20/cancel",
      "GET /v1/payments/hu%2F20",
    ]);
  });

  it("is not made without its webhook secret, nor of a back office", () => {
    const request = createGuard({ allowLoopback: [] });
    const of = definition("https://pay.example/");
    expect(() => createPaymentProvider(of, { apiKey: "key" }, { request })).toThrow(
      "credentials-invalid",
    );
    expect(() => createPaymentProvider({ ...of, kind: "alloy" }, credentials, { request })).toThrow(
      "not-a-payment-provider",
    );
  });
});
