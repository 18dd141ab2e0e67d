import type { Ticket } from "@guildhall/contract";
import {
  changeSubscription,
  getSubscription,
  listSubscriptionDeliveries,
  pingSubscription,
  replayFailed,
  replayWebhook,
  revokeKey,
} from "@guildhall/domain";
import { findEvent } from "@guildhall/store";
import { answering } from "../testing/receiver.ts";
import { createWebhookWorld, type WebhookWorld } from "../testing/webhook-world.ts";

const hourMs = 3_600_000;

describe("how a webhook ends", () => {
  let here: WebhookWorld;
  let id: string;
  beforeEach(async () => {
    here = await createWebhookWorld();
    id = (await here.subscribe()).id;
  });
  afterEach(() => here[Symbol.asyncDispose]());

  const subscription = () => getSubscription(here.vendor, id);
  const deliveries = async () =>
    (await listSubscriptionDeliveries(here.vendor, id, { limit: 10 })).data;
  /** Try until it is due no more. */
  const exhaust = async (ticket: Ticket) => {
    for (;;) {
      if ((await here.rowOf(ticket)).state !== "pending") return;
      await here.send(await here.dueAgain(ticket));
    }
  };
  const enable = () =>
    changeSubscription(here.vendor, id, { input: { state: "active" }, mayCall: () => true });
  const lastTold = async () => {
    for (let seq = 1, last: Awaited<ReturnType<typeof findEvent>>; ; seq += 1) {
      const event = await findEvent(here.world.ctx.db, seq);
      if (!event) return last;
      last = event;
    }
  };

  it("disables a subscription that is answered 410, and tells of it", async () => {
    here.world.handover.full = true;
    await here.world.start();
    here.world.handover.full = false;
    here.receiver.answer = answering(410);
    const ticket = await here.startAndSend();

    expect(await subscription()).toMatchObject({ state: "disabled", disabledReason: "gone" });
    expect(await here.rowOf(ticket)).toMatchObject({ state: "refused", lastCode: "gone" });
    expect(await lastTold()).toMatchObject({ type: "subscription.disabled", subject: id });
    expect((await deliveries()).map(({ state }) => state)).toEqual(["refused", "refused"]);
    await here.world.start();
    expect(here.tickets()).toEqual([]);
  });

  it("disables a subscription that took nothing for three days", async () => {
    here.receiver.answer = answering(500);
    const ticket = await here.startAndSend();
    const begun = here.world.clock.now();
    await exhaust(ticket);

    expect(here.world.clock.now() - begun).toBeGreaterThan(48 * hourMs);
    expect(here.world.clock.now() - begun).toBeLessThanOrEqual(72 * hourMs);
    expect(await here.rowOf(ticket)).toMatchObject({ state: "dead", lastCode: "answered-500" });
    expect(await subscription()).toMatchObject({ state: "disabled", disabledReason: "failing" });
  });

  it("leaves a subscription on that took something else in those three days", async () => {
    here.receiver.answer = answering(500);
    const ticket = await here.startAndSend();
    here.world.clock.move(1);
    here.receiver.answer = undefined;
    await here.startAndSend();
    here.receiver.answer = answering(500);
    await exhaust(ticket);

    expect(await here.rowOf(ticket)).toMatchObject({ state: "dead" });
    expect(await subscription()).toMatchObject({ state: "active" });
  });

  it("tries a ping for a minute, and disables nothing for it", async () => {
    here.receiver.answer = answering(500);
    await pingSubscription(here.vendor, id);
    const [ticket] = here.tickets();
    if (!ticket) throw new Error("Nothing was owed");
    await here.send(ticket);
    await exhaust(ticket);
    expect(await here.rowOf(ticket)).toMatchObject({ state: "dead" });
    expect(await subscription()).toMatchObject({ state: "active" });
  });

  it("is sent to nobody whose key was revoked while it waited", async () => {
    here.receiver.answer = answering(500);
    const ticket = await here.startAndSend();
    await revokeKey(here.world.ctx, here.vendor.actor.id);
    await exhaust(ticket);
    expect(await here.rowOf(ticket)).toMatchObject({
      state: "refused",
      lastCode: "owner-not-allowed",
    });
    expect(here.receiver.heard).toHaveLength(1);
  });

  it("can be sent again by hand, under its id and with its bytes, though it was taken", async () => {
    const ticket = await here.startAndSend();
    const replayed = await replayWebhook(here.vendor, id, ticket.id);
    expect(replayed).toMatchObject({ id: ticket.id, state: "pending", attempts: 0 });
    expect(here.world.handover.woken).toContain("exampleshire");
    await here.send(await here.dueAgain(ticket));

    const [first, second] = here.receiver.heard;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["webhook-id"]).toBe(ticket.id);
    expect(await here.rowOf(ticket)).toMatchObject({ state: "accepted" });
  });

  it("can be sent again with all that came to nothing since a time, and nothing else", async () => {
    here.receiver.answer = answering(410);
    const old = await here.startAndSend();
    here.world.clock.move(hourMs);
    const since = new Date(here.world.clock.now()).toISOString();
    await enable();
    const failed = await here.startAndSend();
    await enable();
    here.receiver.answer = undefined;
    const taken = await here.startAndSend();

    expect(await replayFailed(here.vendor, id, { since })).toEqual({ replayed: 1, more: false });
    await here.send(await here.dueAgain(failed));
    const states = [old, failed, taken].map(async (one) => (await here.rowOf(one)).state);
    expect(await Promise.all(states)).toEqual(["refused", "accepted", "accepted"]);
    expect(here.receiver.heard).toHaveLength(4);
  });

  it("is not sent again while it is being sent, to a subscription that is off, or under another's id", async () => {
    await here.world.start();
    const [ticket] = here.tickets();
    if (!ticket) throw new Error("Nothing was owed");
    const under = { code: "invalid-transition" };
    await expect(replayWebhook(here.vendor, id, ticket.id)).rejects.toMatchObject(under);
    const other = await here.subscribe();
    const astray = replayWebhook(here.vendor, other.id, ticket.id);
    await expect(astray).rejects.toMatchObject({ code: "not-found" });
    here.receiver.answer = answering(410);
    await here.send(ticket);
    await expect(replayWebhook(here.vendor, id, ticket.id)).rejects.toMatchObject(under);
    const since = new Date(0).toISOString();
    await expect(replayFailed(here.vendor, id, { since })).rejects.toMatchObject(under);
  });

  it("is shown with what became of it, newest first", async () => {
    here.receiver.answer = answering(500);
    const first = await here.startAndSend();
    here.receiver.answer = undefined;
    here.world.clock.move(1);
    const second = await here.startAndSend();
    const at = new Date(here.world.clock.now()).toISOString();
    expect(await deliveries()).toMatchObject([
      { id: second.id, type: "process.started", state: "accepted", createdAt: at, settledAt: at },
      { id: first.id, state: "pending", lastCode: "answered-500", nextAt: expect.any(String) },
    ]);
  });
});
