import { payingSteps, sampleAnswers } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("payments", () => {
  let world: ApiWorld;
  let id: string;
  let token: string;
  beforeEach(async () => {
    world = await createApiWorld();
    await world.publish({ steps: payingSteps });
    const draft = await json(await world.ask("POST", "/drafts", { json: { service: "noise" } }));
    const body = { service: "noise", answers: sampleAnswers };
    const started = await world.ask("POST", "/processes", { as: `${draft.token}`, json: body });
    ({ id, token } = (await started.json()) as { id: string; token: string });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const json = async (response: Response) => (await response.json()) as Record<string, unknown>;
  const pay = (asking: Parameters<ApiWorld["ask"]>[2] = {}) =>
    world.ask("POST", `/processes/${id}/payments`, { as: token, json: {}, ...asking });
  const payments = async () =>
    (await json(await world.ask("GET", `/processes/${id}/payments`, { as: token }))).data;
  const owed = async () => (await world.owed(id)).map(({ purpose }) => purpose);

  it("says with the receipt what is to be paid", async () => {
    const body = { service: "noise", answers: sampleAnswers };
    const started = await world.ask("POST", "/processes", { as: world.key, json: body });
    expect(await json(started)).toMatchObject({
      payment: { status: "new", amountPence: 6500, title: "Noise visit" },
    });
    expect(world.payNews).toContain("exampleshire");
  });

  it("shows before it is started what a service costs", async () => {
    expect(await json(await world.ask("GET", "/services/noise"))).toMatchObject({
      charges: [{ title: "Noise visit", amount: { pence: { home: 6500, pub: 0 } } }],
    });
  });

  it("sends the citizen to the provider, and from there back to the portal", async () => {
    const response = await pay();
    expect(response.status).toBe(201);
    const { reference } = await json(await world.ask("GET", `/processes/${id}`, { as: world.key }));
    expect(await json(response)).toMatchObject({
      process: id,
      status: "created",
      nextUrl: "https://card.example/GP-1",
    });
    expect(world.pay.orders).toMatchObject([
      { returnUrl: `https://guildhall.test/c/exampleshire/track/${reference}/payment` },
    ]);
  });

  it("sends a partner's citizens back to where the partner says", async () => {
    const returnUrl = "https://partner.example/back";
    await pay({ as: world.key, json: { returnUrl } });
    expect(world.pay.orders).toMatchObject([{ returnUrl }]);
    for (const wrong of ["http://partner.example/", "javascript:alert(1)", "/back"])
      expect((await pay({ json: { returnUrl: wrong } })).status).toBe(422);
  });

  it("lets no citizen's token lead a payment to another site", async () => {
    const response = await pay({ json: { returnUrl: "https://elsewhere.example/" } });
    expect(response.status).toBe(403);
    expect(await json(response)).toMatchObject({ code: "scope-missing" });
    expect(world.pay.orders).toEqual([]);
  });

  it("takes no amount from anyone", async () => {
    expect((await pay({ json: { amountPence: 1 } })).status).toBe(422);
  });

  it("has one payment open, however often it is asked", async () => {
    const asked = await Promise.all([pay(), pay(), pay()]);
    const answers = await Promise.all(asked.map(json));
    expect(new Set(answers.map(({ reference }) => reference))).toEqual(new Set(["GP-1"]));
    expect(await payments()).toHaveLength(1);
    expect(new Set(world.pay.orders.map(({ key }) => key)).size).toBe(1);
  });

  it("gives the same answer to the same request, and happens once", async () => {
    const headers = { "Idempotency-Key": "the-same-press-of-a-button" };
    const first = await pay({ headers });
    world.pay.become("GP-1", "failed");
    const second = await pay({ headers });
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(world.pay.orders).toHaveLength(1);
  });

  it("asks for the same payment again after an answer that was lost", async () => {
    world.pay.instead.push({ outcome: "retry", code: "connection-lost" });
    const lost = await pay();
    expect([lost.status, lost.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await json(lost)).toMatchObject({ code: "payment-unavailable" });
    const { reference } = await json(await pay());
    expect(reference).toBe("GP-1");
    expect(world.pay.orders[0]).toEqual(world.pay.orders[1]);
  });

  it("keeps the process where the provider cannot be reached, and creates what was to be created later", async () => {
    const create = world.pay.create.bind(world.pay);
    world.pay.create = async () => ({ outcome: "retry", code: "connection-refused" });
    expect((await pay()).status).toBe(503);
    expect(await payments()).toMatchObject([{ status: "new" }]);
    world.pay.create = create;
    expect((await pay()).status).toBe(201);
    expect(await payments()).toMatchObject([{ status: "created", reference: "GP-1" }]);
  });

  it("begins a new payment when its key turns out to be used", async () => {
    world.pay.instead.push({ outcome: "conflict", code: "P0191" });
    expect(await json(await pay())).toMatchObject({ status: "created", reference: "GP-2" });
    expect(await payments()).toMatchObject([{ status: "failed" }, { status: "created" }]);
  });

  it("tells what became of it to whoever comes back, and begins the work then and there", async () => {
    await pay();
    world.pay.become("GP-1", "paid");
    expect(await owed()).toEqual([]);
    expect(await payments()).toMatchObject([{ status: "paid", reference: "GP-1" }]);
    expect(await owed()).toEqual(["case", "paid"]);
    expect((await pay()).status).toBe(409);
  });

  it("shows what it knows while the provider does not answer", async () => {
    await pay();
    world.pay.instead.push({ outcome: "retry", code: "timeout" });
    expect(await payments()).toMatchObject([{ status: "created" }]);
  });

  it("tries again with another payment after one that came to nothing", async () => {
    await pay();
    world.pay.become("GP-1", "cancelled");
    expect(await json(await pay())).toMatchObject({ status: "created", reference: "GP-2" });
    expect(await payments()).toMatchObject([{ status: "cancelled" }, { status: "created" }]);
  });

  it("finds out that it was paid where somebody tries to pay again", async () => {
    await pay();
    world.pay.become("GP-1", "paid");
    const again = await json(await pay());
    expect(again).toMatchObject({ status: "paid", reference: "GP-1" });
    expect(await owed()).toEqual(["case", "paid"]);
  });

  it.each<[string, (asking: ApiWorld) => Promise<string | undefined>, number]>([
    ["nobody", async () => undefined, 401],
    ["a key that may only read", (api) => api.keyFor("processes:read"), 403],
    ["a back office", async (api) => api.grantFor(id), 403],
  ])("are not started by %s", async (_, who, status) => {
    expect((await pay({ as: await who(world) })).status).toBe(status);
    expect(world.pay.orders).toEqual([]);
  });

  it("are unknown to another process's citizen", async () => {
    const draft = await json(await world.ask("POST", "/drafts", { json: { service: "noise" } }));
    expect((await pay({ as: `${draft.token}` })).status).toBe(404);
  });

  describe("webhook", () => {
    const hear = (body: string, signature: string | undefined, connector = "pay") =>
      world.ask("POST", `/payments/${connector}/webhook`, {
        body,
        headers: signature === undefined ? {} : { "Pay-Signature": signature },
      });

    it("has the payment looked at, and is believed in nothing else", async () => {
      await pay();
      world.payNews.length = 0;
      expect((await hear("GP-1", "good")).status).toBe(204);
      expect(world.payNews).toEqual(["exampleshire"]);
      expect(await owed()).toEqual([]);
    });

    it("may come twice, and speak of what is not known here", async () => {
      await pay();
      for (const body of ["GP-1", "GP-1", "GP-77", "{}"])
        expect((await hear(body, "good")).status).toBe(204);
    });

    it.each([
      ["without a signature", undefined, "pay"],
      ["with a wrong one", "bad", "pay"],
      ["for a connector that is not there", "good", "other"],
    ])("is refused %s", async (_, signature, connector) => {
      expect((await hear("GP-1", signature, connector)).status).toBe(401);
      expect(world.payNews).toEqual(["exampleshire"]);
    });

    it("is refused when it is longer than any", async () => {
      expect((await hear("x".repeat(64 * 1024 + 1), "good")).status).toBe(413);
    });
  });
});
