import type { NewSubscription } from "@guildhall/contract";
import { findEvent, verifyChain } from "@guildhall/store";
import type { Context } from "../context.ts";
import { createWorld, exampleSubscription, someVendor, type World } from "../testing.ts";
import { addSubscription } from "./add.ts";
import { changeSubscription } from "./change.ts";
import { listSubscriptionDeliveries } from "./deliveries.ts";
import { getSubscription, listSubscriptions } from "./list.ts";
import { pingSubscription } from "./ping.ts";
import { removeSubscription } from "./remove.ts";
import { rotateSubscription } from "./rotate.ts";

const anywhere = () => true;
const hourMs = 3_600_000;

describe("a subscription", () => {
  let world: World;
  let vendor: Context;
  beforeEach(async () => {
    world = await createWorld();
    vendor = await someVendor(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (changed: Partial<NewSubscription> = {}, ctx: Context = vendor) =>
    addSubscription(ctx, { ...exampleSubscription, ...changed }, anywhere);

  it("shows its public key, or its secret once", async () => {
    const byKey = await add();
    expect(byKey.publicKeys).toEqual([expect.stringMatching(/^whpk_[\w+/]{43}=$/)]);
    expect(byKey.secret).toBeUndefined();
    const bySecret = await add({ signature: "hmac" });
    expect(bySecret.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const seen = await getSubscription(vendor, bySecret.id);
    expect(seen).toMatchObject({ signature: "hmac", publicKeys: [] });
    expect(JSON.stringify(seen)).not.toContain("whsec_");
  });

  it("does not show a secret again to a request that comes again", async () => {
    const again = { ...vendor, request: { id: "request", digest: "digest" } };
    const first = await add({ signature: "hmac" }, again);
    const second = await add({ signature: "hmac" }, again);
    expect(first.secret).toBeDefined();
    expect(second).toEqual({ ...first, secret: undefined });
    expect((await listSubscriptions(vendor, { limit: 10 })).data).toHaveLength(1);
  });

  it("belongs to whoever asked for it: to another vendor it is not there", async () => {
    const { id } = await add();
    const stranger = await someVendor(world);
    const there = { code: "not-found" };
    await expect(getSubscription(stranger, id)).rejects.toMatchObject(there);
    const input = { description: "mine" };
    const change = changeSubscription(stranger, id, { input, mayCall: anywhere });
    await expect(change).rejects.toMatchObject(there);
    await expect(removeSubscription(stranger, id)).rejects.toMatchObject(there);
    await expect(rotateSubscription(stranger, id, { keepHours: 1 })).rejects.toMatchObject(there);
    await expect(pingSubscription(stranger, id)).rejects.toMatchObject(there);
    const deliveries = listSubscriptionDeliveries(stranger, id, { limit: 1 });
    await expect(deliveries).rejects.toMatchObject(there);
    expect((await listSubscriptions(stranger, { limit: 10 })).data).toEqual([]);
    expect((await listSubscriptions(world.ctx, { limit: 10 })).data).toMatchObject([{ id }]);
    expect(await getSubscription(world.as({ actor: staff }), id)).toMatchObject({ id });
  });

  it("is listed a part at a time", async () => {
    for (let n = 0; n < 3; n += 1) await add();
    const { data, nextCursor } = await listSubscriptions(vendor, { limit: 2 });
    const rest = await listSubscriptions(vendor, { limit: 2, cursor: nextCursor });
    expect([data.length, rest.data.length, rest.nextCursor]).toEqual([2, 1, undefined]);
  });

  it("cannot be asked for without the scopes to do so and to hear of events", async () => {
    const missing = { code: "scope-missing" };
    const deaf = await someVendor(world, { scopes: ["subscriptions:write"] });
    await expect(add({}, deaf)).rejects.toMatchObject(missing);
    const mute = await someVendor(world, { scopes: ["events:read", "subscriptions:read"] });
    await expect(add({}, mute)).rejects.toMatchObject(missing);
    const { id } = await add();
    const input = { state: "active" } as const;
    for (const refused of [
      listSubscriptions(deaf, { limit: 1 }),
      getSubscription(deaf, id),
      listSubscriptionDeliveries(deaf, id, { limit: 1 }),
      changeSubscription(mute, id, { input, mayCall: anywhere }),
      removeSubscription(mute, id),
      rotateSubscription(mute, id, { keepHours: 1 }),
      pingSubscription(mute, id),
    ])
      await expect(refused).rejects.toMatchObject(missing);
  });

  it("leads nowhere that the installation does not call, at first or later", async () => {
    const nowhere = () => false;
    const refused = { code: "url-not-allowed", faults: [{ pointer: "/url", code: "not-allowed" }] };
    await expect(addSubscription(vendor, exampleSubscription, nowhere)).rejects.toMatchObject(
      refused,
    );
    const { id } = await add();
    const input = { url: "https://10.0.0.1/" };
    const change = changeSubscription(vendor, id, { input, mayCall: nowhere });
    await expect(change).rejects.toMatchObject(refused);
    expect(await getSubscription(vendor, id)).toMatchObject({ url: exampleSubscription.url });
  });

  it("is one of twenty of an owner at most", async () => {
    for (let n = 0; n < 20; n += 1) await add();
    await expect(add()).rejects.toMatchObject({ code: "invalid-transition" });
    await add({}, await someVendor(world));
  });

  it("is one of two hundred of a tenant at most", async () => {
    for (let owner = 0; owner < 10; owner += 1) {
      const own = await someVendor(world);
      for (let n = 0; n < 20; n += 1) await add({}, own);
    }
    await expect(add()).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("does not change when it is not as it was read", async () => {
    const { id } = await add();
    const precondition = () => {
      throw new Error("stale");
    };
    const input = { description: "later" };
    const change = changeSubscription(vendor, id, { input, mayCall: anywhere, precondition });
    await expect(change).rejects.toThrow("stale");
    expect(await getSubscription(vendor, id)).not.toHaveProperty("description");
  });

  it("has two keys for as long as was said after a rotation, the newest first", async () => {
    const { id, publicKeys } = await add();
    const rotated = await rotateSubscription(vendor, id, { keepHours: 2 });
    expect(rotated.publicKeys).toEqual([expect.any(String), publicKeys[0]]);
    const end = new Date(world.clock.now() + 2 * hourMs).toISOString();
    expect(rotated.olderSignerEndsAt).toBe(end);
    world.clock.move(2 * hourMs);
    const after = await getSubscription(vendor, id);
    expect(after.publicKeys).toEqual(rotated.publicKeys.slice(0, 1));
    expect(after.olderSignerEndsAt).toBeUndefined();
  });

  it("has never more than two keys, and none of before where that was said", async () => {
    const { id } = await add();
    await rotateSubscription(vendor, id, { keepHours: 24 });
    expect((await rotateSubscription(vendor, id, { keepHours: 24 })).publicKeys).toHaveLength(2);
    expect((await rotateSubscription(vendor, id, { keepHours: 0 })).publicKeys).toHaveLength(1);
  });

  it("rotates once when two ask at the same moment", async () => {
    const { id } = await add({ signature: "hmac" });
    const both = [1, 2].map((keepHours) => rotateSubscription(vendor, id, { keepHours }));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const reason = settled.find((one) => one.status === "rejected")?.reason;
    expect(reason).toMatchObject({ code: "precondition-failed" });
  });

  it("leaves its trail, without its address, which may hold a secret", async () => {
    const { id } = await add({ signature: "hmac" });
    await rotateSubscription(vendor, id, { keepHours: 1 });
    await removeSubscription(vendor, id);
    const trail = await eventsOf(id);
    expect(trail.map(({ type }) => type)).toEqual([
      "subscription.added",
      "subscription.changed",
      "subscription.removed",
    ]);
    expect(trail[0]?.data).toContain("cases.example.com");
    expect(JSON.stringify(trail)).not.toMatch(/token=abc|whsec_/);
    expect((await verifyChain(world.ctx.db)).brokenAt).toBeUndefined();
  });

  async function eventsOf(subject: string) {
    const found = [];
    for (let seq = 1; ; seq += 1) {
      const event = await findEvent(world.ctx.db, seq);
      if (!event) return found;
      if (event.subject === subject) found.push(event);
    }
  }
});

const staff = { kind: "staff", id: "per_1", name: "Ada" } as const;
