import { listSubscriptionDeliveries } from "@guildhall/domain";
import { silence } from "../testing/receiver.ts";
import { createWebhookWorld, type WebhookWorld } from "../testing/webhook-world.ts";

describe("sendWebhook", () => {
  let here: WebhookWorld;
  beforeEach(async () => {
    here = await createWebhookWorld();
  });
  afterEach(() => here[Symbol.asyncDispose]());

  it("lets a receiver that hangs stop nobody but itself", async () => {
    const hanging = await here.subscribe({ url: `http://${here.receiver.host}/hangs` });
    here.receiver.answer = silence;
    for (let n = 0; n < 10; n += 1) await here.world.start();
    const stuck = here.tickets().map((ticket) => here.send(ticket));
    await here.receiver.reached(4);
    const putOff = await Promise.all(stuck.slice(4));
    expect(here.receiver.heard).toHaveLength(4);
    expect(putOff.every(({ dueAgainAt = 0 }) => dueAgainAt > here.world.clock.now())).toBe(true);

    here.receiver.answer = undefined;
    const { id: other } = await here.subscribe();
    await here.world.start();
    const [, ticket] = here.tickets();
    if (!ticket) throw new Error("Nothing was owed");
    await here.send(ticket);
    expect((await here.rowOf(ticket)).destination).toBe(other);
    expect(await here.rowOf(ticket)).toMatchObject({ state: "accepted" });
    expect(hanging.id).not.toBe(other);

    here.receiver.hangUp();
    await Promise.all(stuck);
    const { data } = await listSubscriptionDeliveries(here.vendor, hanging.id, { limit: 20 });
    const tried = data.flatMap(({ lastCode }) => lastCode ?? []);
    expect([data.length, tried]).toEqual([11, Array(4).fill("connection-lost")]);
    expect(data.filter(({ state }) => state === "pending")).toHaveLength(10);
    expect(here.faults).toEqual([]);
  });
});
