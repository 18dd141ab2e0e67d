import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("receipts over the API", () => {
  let world: ApiWorld;
  let message: string;
  let carrier: string;
  beforeEach(async () => {
    world = await createApiWorld();
    const { id } = await world.start();
    message = (await world.owed(id)).find(({ kind }) => kind === "message")?.id ?? "";
    carrier = await world.keyFor("messages:write", "messages:read");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const say = (json: object, path = `/messages/${message}/receipts`, as = carrier) =>
    world.ask("POST", path, { as, json });

  it("are taken in, also twice and before the message counts as sent", async () => {
    for (const _ of [1, 2]) expect((await say({ fate: "received" })).status).toBe(204);
    const read = await world.ask("GET", `/messages/${message}`, { as: carrier });
    expect(await read.json()).toMatchObject({ state: "queued" });
  });

  it("of GOV.UK Notify are taken with the key as its bearer token", async () => {
    const path = "/receipts/govuk-notify";
    const said = { id: "x", reference: message, to: "ada@example.com", status: "delivered" };
    expect((await say(said, path)).status).toBe(204);
    expect((await say({ ...said, status: "sending" }, path)).status).toBe(204);
    expect((await say({ ...said, reference: null }, path)).status).toBe(404);
    expect((await say(said, path, "")).status).toBe(401);
  });

  it.each([
    ["of a message that there is not", { fate: "received" }, 404, "not-found"],
    ["with a fate that there is not", { fate: "lost" }, 422, "request-invalid"],
    [
      "with a code that could be anything",
      { fate: "bounced", code: "Ada <b>" },
      422,
      "request-invalid",
    ],
  ])("are refused %s", async (_, said, status, code) => {
    const path = status === 404 ? "/messages/out_01kb3zq8w5v0t6m2h9r4c7d1xe/receipts" : undefined;
    const refused = await say(said, path);
    expect({ status: refused.status, code: (await refused.json()).code }).toEqual({ status, code });
  });

  it("are refused without the scope for them", async () => {
    const reader = await world.keyFor("messages:read");
    expect((await say({ fate: "received" }, undefined, reader)).status).toBe(403);
  });
});
