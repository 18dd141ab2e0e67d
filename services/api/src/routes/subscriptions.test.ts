import { findOutbox } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const url = "https://cases.example.com/hook";
const events = ["process.started", "process.ended"];

describe("subscriptions over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("events:read", "subscriptions:read", "subscriptions:write");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (more: object = {}, headers: Record<string, string> = {}) =>
    world.ask("POST", "/subscriptions", { as: key, json: { url, events, ...more }, headers });
  const added = async (more: object = {}) => (await add(more)).json();
  const at = (id: string, rest = "") => `/subscriptions/${id}${rest}`;

  it("are added, read, listed, changed and removed", async () => {
    const response = await add({ description: "ours" });
    expect(response.status).toBe(201);
    const { id, ...subscription } = await response.json();
    expect(response.headers.get("location")).toMatch(new RegExp(`/v1/subscriptions/${id}$`));
    expect(subscription).toMatchObject({ url, events, state: "active", signature: "ed25519" });

    const read = await world.ask("GET", at(id), { as: key });
    expect(await read.json()).toEqual({ id, ...subscription });
    const list = await world.ask("GET", "/subscriptions", { as: key });
    expect(await list.json()).toEqual({ data: [{ id, ...subscription }] });
    const change = { as: key, json: { state: "disabled" } };
    const changed = await world.ask("PATCH", at(id), change);
    expect(await changed.json()).toMatchObject({ disabledReason: "by-hand" });
    expect((await world.ask("DELETE", at(id), { as: key })).status).toBe(204);
    expect((await world.ask("GET", at(id), { as: key })).status).toBe(404);
  });

  it("are added once when the request comes again, their secret shown once", async () => {
    const once = { "Idempotency-Key": "the-same-key-again" };
    const first = await add({ signature: "hmac" }, once);
    const second = await add({ signature: "hmac" }, once);
    const { secret, ...shown } = await first.json();
    expect(secret).toMatch(/^whsec_/);
    expect(await second.json()).toEqual(shown);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  it("are rotated: the new secret is shown once, and both sign for a while", async () => {
    const { id, secret } = await added({ signature: "hmac" });
    const rotated = await world.ask("POST", at(id, "/rotate"), { as: key, json: { keepHours: 1 } });
    const answer = await rotated.json();
    expect(answer.secret).toMatch(/^whsec_/);
    expect(answer.secret).not.toBe(secret);
    expect(answer.olderSignerEndsAt).toBe(new Date(world.clock.now() + 3_600_000).toISOString());
  });

  it("are changed only as they were read, where that is demanded", async () => {
    const { id } = await added();
    const read = await world.ask("GET", at(id), { as: key });
    const etag = read.headers.get("etag") ?? "";
    const change = (description: string) =>
      world.ask("PATCH", at(id), {
        as: key,
        json: { description },
        headers: { "If-Match": etag },
      });
    expect((await change("first")).status).toBe(200);
    const late = await change("second");
    expect([late.status, (await late.json()).code]).toEqual([412, "precondition-failed"]);
  });

  it("ping, and show what was sent", async () => {
    const { id } = await added();
    const pinged = await world.ask("POST", at(id, "/ping"), { as: key });
    expect(pinged.status).toBe(202);
    const ping = await pinged.json();
    expect(ping).toMatchObject({ type: "ping", attempts: 0 });
    await world.start();
    const list = await world.ask("GET", at(id, "/deliveries"), { as: key });
    const { data } = await list.json();
    expect(data.map(({ type }: { type: string }) => type)).toEqual(["process.started", "ping"]);
    expect(await findOutbox(world.ctx.db, ping.id)).toMatchObject({ destination: id });
  });

  it("send again by hand what was sent, and what came to nothing since a time", async () => {
    const { id } = await added();
    world.handover.full = true;
    await world.start();
    const list = await world.ask("GET", at(id, "/deliveries"), { as: key });
    const [delivery] = (await list.json()).data;
    const replay = at(id, `/deliveries/${delivery.id}/replay`);
    const replayed = await world.ask("POST", replay, { as: key });
    expect(replayed.status).toBe(202);
    expect(await replayed.json()).toMatchObject({ id: delivery.id, state: "pending" });
    const since = "2025-01-01T00:00:00Z";
    const all = await world.ask("POST", at(id, "/replay"), { as: key, json: { since } });
    expect([all.status, await all.json()]).toEqual([202, { replayed: 0, more: false }]);
  });

  it.each([["http://cases.example.com/hook"], ["ftp://cases.example.com/"], ["nowhere"]])(
    "do not lead to %s",
    async (where) => {
      const refused = await add({ url: where });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        code: "url-not-allowed",
        errors: [{ pointer: "/url", code: "not-allowed" }],
      });
    },
  );

  it.each([
    [{ events: [] }, "/events"],
    [{ events: ["document.read"] }, "/events/0"],
    [{ signature: "rsa" }, "/signature"],
    [{ description: "x".repeat(201) }, "/description"],
    [{ owner: "me" }, "/owner"],
  ])("are not added with %j", async (more, pointer) => {
    const refused = await add(more);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "request-invalid", errors: [{ pointer }] });
  });

  it("are to another vendor as if they were not there, byte for byte", async () => {
    const { id } = await added();
    const other = await world.keyFor("events:read", "subscriptions:read", "subscriptions:write");
    const never = `${id.slice(0, -4)}0000`;
    const asks = [
      ["GET", ""],
      ["PATCH", "", {}],
      ["DELETE", ""],
      ["POST", "/ping"],
      ["POST", "/rotate", {}],
      ["GET", "/deliveries"],
      ["POST", "/replay", { since: "2025-01-01T00:00:00Z" }],
    ] as const;
    for (const [method, rest, json] of asks) {
      const theirs = await world.ask(method, at(id, rest), { as: other, json });
      const nobodys = await world.ask(method, at(never, rest), { as: other, json });
      expect([method, rest, theirs.status]).toEqual([method, rest, 404]);
      expect(await theirs.text()).toBe(await nobodys.text());
    }
  });

  it("are for nobody without a credential, or without the scope", async () => {
    expect((await world.ask("GET", "/subscriptions")).status).toBe(401);
    expect((await world.ask("GET", "/subscriptions", { as: world.key })).status).toBe(403);
    const reader = await world.keyFor("subscriptions:read");
    const refused = await world.ask("POST", "/subscriptions", {
      as: reader,
      json: { url, events },
    });
    expect(refused.status).toBe(403);
  });
});
