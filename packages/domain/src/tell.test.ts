import { EventType, type MessageKind, PublicEventType } from "@guildhall/contract";
import { findEvent, findProcess, verifyChain } from "@guildhall/store";
import { change } from "./change.ts";
import { talkedOf } from "./process/talked-of.ts";
import { messageFor, subscriptions } from "./subscriptions.ts";
import { tell } from "./tell.ts";
import type { Telling } from "./telling.ts";
import { createWorld, noise, type World } from "./testing.ts";

describe("tell", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function telling(one: Pick<Telling, "type"> & Partial<Telling>): Promise<number> {
    const row = await findProcess(world.ctx.db, process);
    if (!row) throw new Error("no process");
    const about = await talkedOf(world.ctx, row);
    return change(world.ctx, (unit) => tell(unit, { process: about, subject: process, ...one }));
  }
  const owedSince = async () =>
    (await world.owed(process)).slice(2).map(({ kind, purpose }) => `${kind} ${purpose}`);

  it.each(EventType.options)("sets in motion what the table says of %s", async (type) => {
    const deliveries = noise.steps.filter((step) => step.kind === "deliver");
    await telling({ type, deliveries });
    const expected = {
      delivery: ["delivery case"],
      message: messageFor[type] ? [`message ${messageFor[type]}`] : [],
      webhook: [],
    };
    expect(await owedSince()).toEqual(
      (subscriptions[type] ?? []).flatMap((kind) => expected[kind]),
    );
  });

  it("has words of the council for every event that writes to the citizen", () => {
    const kinds = Object.values(messageFor);
    expect(kinds.toSorted()).toEqual<MessageKind[]>([
      "completed",
      "information-asked",
      "information-due",
      "information-over",
      "note-added",
      "paid",
      "payment-due",
      "reopened",
      "stage-changed",
      "started",
    ]);
    for (const type of EventType.options)
      expect(subscriptions[type]?.includes("message") ?? false).toBe(type in messageFor);
  });

  it("owes webhooks for every event of the catalogue, and for no other", () => {
    const owing = EventType.options.filter((type) => subscriptions[type]?.includes("webhook"));
    expect(owing.toSorted()).toEqual(PublicEventType.options.toSorted());
  });

  it("writes to nobody when it is quiet", async () => {
    await telling({ type: "note.added", quiet: true });
    expect(await owedSince()).toEqual([]);
    expect(await world.told(process)).toEqual(["process.started", "note.added"]);
  });

  it("writes to nobody where the council has no words for it", async () => {
    await world.publish({ messages: {} });
    process = (await world.start()).id;
    await telling({ type: "note.added" });
    expect((await world.owed(process)).map(({ kind }) => kind)).toEqual(["delivery"]);
  });

  it("tells of money in words of ours where the council has none", async () => {
    await world.publish({ messages: {} });
    process = (await world.start()).id;
    await telling({ type: "payment.paid" });
    expect((await world.owed(process)).map(({ purpose }) => purpose)).toEqual(["case", "paid"]);
  });

  it("owes no delivery that does not begin with it", async () => {
    await telling({ type: "payment.paid", quiet: true });
    expect(await owedSince()).toEqual([]);
  });

  it("keeps who did it and when, in a chain that can be followed", async () => {
    const seq = await telling({ type: "stage.changed", data: { stage: "visit" } });
    expect(await findEvent(world.ctx.db, seq)).toMatchObject({
      type: "stage.changed",
      process,
      actorKind: "platform",
      actorName: "Guildhall",
      at: world.clock.now(),
      data: '{"stage":"visit"}',
    });
    expect((await verifyChain(world.ctx.db)).brokenAt).toBeUndefined();
  });

  it("owes from the moment it happened, and no longer than three days", async () => {
    const [delivery] = await world.owed(process);
    expect(delivery).toMatchObject({
      nextAt: world.clock.now(),
      giveUpAt: world.clock.now() + 72 * 3_600_000,
      attempts: 0,
    });
  });
});
