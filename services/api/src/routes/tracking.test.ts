import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("tracking over the API", () => {
  let world: ApiWorld;
  let started: Awaited<ReturnType<ApiWorld["start"]>>;
  beforeEach(async () => {
    world = await createApiWorld();
    started = await world.start();
    const json = { contents: "We will visit on Tuesday", visibleToCitizen: true };
    await world.ask("POST", `/processes/${started.id}/notes`, { as: world.key, json });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("shows whoever has the reference how far it has got, and nothing of the citizen", async () => {
    const response = await track();
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ complete: false, documents: [], status: "open" });
    expect(text).not.toMatch(/Tuesday|Acme|Ada|ada@example/);
  });

  it("shows its citizen everything, for the token that the tracking link's key gets", async () => {
    const { token, expiresInS } = await (await open(started.trackingKey)).json();
    expect(expiresInS).toBe(86_400);
    const complete = await (await track(token)).json();
    expect(complete).toMatchObject({
      complete: true,
      documents: [{ kind: "form" }],
      timeline: expect.arrayContaining([
        expect.objectContaining({ text: "We will visit on Tuesday" }),
      ]),
    });
    const form = complete.documents[0].href.split("/v1")[1];
    expect((await world.ask("GET", form, { as: token })).status).toBe(200);
  });

  it("shows no more than the reference does to a back office, and to another process's citizen", async () => {
    const other = await world.start();
    const theirs = await world.ask("POST", `/tracking/${other.reference}/token`, {
      json: { key: other.trackingKey },
    });
    const { token } = await theirs.json();
    expect(await (await track(token)).json()).toMatchObject({ complete: false });
    expect(await (await track(world.grantFor(started.id))).json()).toMatchObject({
      complete: false,
    });
  });

  it("gives no token for a key that is not the process's own, nor says whether the process is", async () => {
    const other = await world.start();
    const wrong = await open(other.trackingKey);
    const unknown = await world.ask("POST", "/tracking/EXM-2222-2222/token", {
      json: { key: started.trackingKey },
    });
    expect(wrong.status).toBe(404);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it.each([
    "EXM-2222-2222",
    "exm",
    "EXM-2222-222%00",
    "%2e%2e",
    "EXM-2222-2222' OR 1=1",
    "ЕXM-2222-2222",
  ])("does not know the reference %s", async (reference) => {
    const response = await world.ask("GET", `/tracking/${reference}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(await (await world.ask("GET", "/nothing")).text());
  });

  it.each([{}, { key: 7 }, { key: "x".repeat(61) }, { key: "k", scope: "all" }])(
    "gives no token for %j",
    async (json) => {
      const response = await world.ask("POST", `/tracking/${started.reference}/token`, { json });
      expect(response.status).toBe(422);
    },
  );

  function track(as?: string): Promise<Response> {
    return world.ask("GET", `/tracking/${started.reference}`, { as });
  }

  function open(key: string): Promise<Response> {
    return world.ask("POST", `/tracking/${started.reference}/token`, { json: { key } });
  }
});
