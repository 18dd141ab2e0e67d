import type { Outcome, Ticket } from "@guildhall/contract";
import { findOutbox } from "@guildhall/store";
import { claimOwed } from "../outbox/claim.ts";
import { listEvents } from "../process/events.ts";
import { createWorld, type World } from "../testing.ts";
import { beginDelivery } from "./begin.ts";
import { type LoadedDelivery, loadDelivery } from "./load.ts";
import { holdDelivery, settleDelivery } from "./settle.ts";

const hourMs = 3_600_000;

describe("a delivery", () => {
  let world: World;
  let process: string;
  let ticket: Ticket;
  let loaded: LoadedDelivery;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    ticket = world.handover.given.find(({ kind }) => kind === "delivery") ?? missing();
    loaded = (await loadDelivery(world.ctx, ticket)) ?? missing();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const settle = (outcome: Outcome, attempt = 1) =>
    settleDelivery(world.ctx, loaded, { outcome, attempt });
  const row = () => findOutbox(world.ctx.db, ticket.id);
  async function claimAgain(): Promise<Ticket> {
    world.clock.move(4 * hourMs);
    return (await claimOwed(world.ctx, 10)).find(({ id }) => id === ticket.id) ?? missing();
  }

  it("counts an attempt and freezes the document before it is sent", async () => {
    expect(await beginDelivery(world.ctx, ticket, "first")).toEqual({ attempt: 1, body: "first" });
    expect(await row()).toMatchObject({ attempts: 1, frozen: true, state: "queued" });
  });

  it("sends at later attempts what it sent at the first", async () => {
    await beginDelivery(world.ctx, ticket, "first");
    await settle({ outcome: "retry", code: "unavailable" });
    const next = await claimAgain();
    expect(await beginDelivery(world.ctx, next, "second")).toEqual({ attempt: 2, body: "first" });
  });

  it("is not begun on a claim that is no longer the row's", async () => {
    await beginDelivery(world.ctx, ticket, "first");
    await claimAgain();
    expect(await beginDelivery(world.ctx, ticket, "first")).toBeUndefined();
    expect(await row()).toMatchObject({ attempts: 1 });
  });

  it("is accepted with their reference, and the trail says so", async () => {
    expect(await settle({ outcome: "accepted", reference: "CASE-1" })).toEqual({});
    expect(await row()).toMatchObject({
      state: "accepted",
      reference: "CASE-1",
      settledAt: world.clock.now(),
    });
    expect(await world.told(process)).toEqual(["process.started", "delivery.accepted"]);
  });

  it.each([
    [{ outcome: "refused", code: "rejected" }, "refused", "delivery.refused"],
    [{ outcome: "ambiguous", code: "reply-lost" }, "held", "delivery.held"],
  ] as const)(
    "that met %o is %s, for a person, and the trail says so",
    async (answer, state, type) => {
      expect(await settle(answer)).toEqual({});
      expect(await row()).toMatchObject({ state, lastCode: answer.code });
      expect(await world.told(process)).toEqual(["process.started", type]);
    },
  );

  it("is held for a person where nothing can be sent, with the code of what is wrong", async () => {
    await holdDelivery(world.ctx, loaded, { code: "mapping-failed" });
    expect(await row()).toMatchObject({ state: "held", lastCode: "mapping-failed", attempts: 0 });
    expect(await world.told(process)).toEqual(["process.started", "delivery.held"]);
  });

  it("is held with the rows that are at fault, for staff to see, and no more of them than they would read", async () => {
    const faults = Array.from({ length: 25 }, (_, index) => ({
      target: `case/part${index}`,
      sentence: "It is too long.",
    }));
    await holdDelivery(world.ctx, loaded, { code: "document-invalid", faults });
    const { data } = await listEvents(world.ctx, process);
    expect(data.at(-1)).toMatchObject({
      type: "delivery.held",
      data: {
        connector: "back-office",
        code: "document-invalid",
        faults: faults.slice(0, 20),
      },
    });
  });

  it("that is to be sent again is due within the first step, and nobody is told", async () => {
    const { dueAgainAt: dueAt = 0 } = await settle({ outcome: "retry", code: "unavailable" });
    expect(dueAt - world.clock.now()).toBeGreaterThanOrEqual(1000);
    expect(dueAt - world.clock.now()).toBeLessThanOrEqual(5000);
    expect(await row()).toMatchObject({ state: "pending", nextAt: dueAt, lastCode: "unavailable" });
    expect(await world.told(process)).toEqual(["process.started"]);
  });

  it("waits as long as the back office asks", async () => {
    const afterMs = 20 * 60_000;
    const settled = await settle({ outcome: "retry", code: "busy", afterMs });
    expect(settled).toEqual({ dueAgainAt: world.clock.now() + afterMs });
  });

  it("is given up after three days, for a person, and the trail says so", async () => {
    world.clock.move(72 * hourMs - 999);
    expect(await settle({ outcome: "retry", code: "unavailable" }, 20)).toEqual({});
    expect(await row()).toMatchObject({ state: "dead", lastCode: "unavailable" });
    expect(await world.told(process)).toEqual(["process.started", "delivery.held"]);
  });

  it("is settled by nobody whose claim has passed to another", async () => {
    const next = await claimAgain();
    await settle({ outcome: "accepted", reference: "LATE" });
    expect(await row()).toMatchObject({ state: "queued", generation: next.generation });
    expect(await world.told(process)).toEqual(["process.started"]);
  });
});

function missing(): never {
  throw new Error("there is nothing to deliver");
}
