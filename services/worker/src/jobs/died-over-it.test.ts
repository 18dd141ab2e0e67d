import { beginDelivery, claimOwed, leaseMs } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

describe("a delivery that a process died over", () => {
  let world: World;
  let deps: DeliveryDeps;
  beforeEach(async () => {
    world = await createWorld();
    const ready = {
      connector: world.backOffice,
      timeoutMs: 30_000,
      withPlace: <T>(call: () => Promise<T>) => call(),
    };
    deps = {
      write: async () => ({ text: "<case/>" }),
      connectorFor: async () => ready,
      readEvidence: async () => new Uint8Array(),
      onFault: () => undefined,
    };
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is held where nobody can ask whether it arrived", async () => {
    const id = await dieOverIt();
    expect(world.backOffice.sent).toEqual([]);
    expect(await findOutbox(world.ctx.db, id)).toMatchObject({
      state: "held",
      lastCode: "outcome-unknown",
    });
  });

  it("is sent again, as a later attempt, where the back office can be asked", async () => {
    world.backOffice.tells = true;
    const id = await dieOverIt();
    expect(world.backOffice.sent.map(({ attempt }) => attempt)).toEqual([2]);
    expect(await findOutbox(world.ctx.db, id)).toMatchObject({ state: "accepted" });
  });

  it("is asked for under what it was taken under before, though nobody can ask for it otherwise", async () => {
    const pending = { outcome: "retry", code: "id-pending", reference: "token/T1" } as const;
    await world.start();
    const ticket = world.handover.given.find(({ kind }) => kind === "delivery") ?? missing();
    world.backOffice.answer = pending;
    await runDelivery(world.ctx, ticket, deps);
    world.clock.move(leaseMs);
    const next = (await claimOwed(world.ctx, 10)).find(({ id }) => id === ticket.id) ?? missing();
    await beginDelivery(world.ctx, next, undefined);
    world.clock.move(leaseMs);
    world.backOffice.answer = undefined;
    const last = (await claimOwed(world.ctx, 10)).find(({ id }) => id === ticket.id) ?? missing();
    await runDelivery(world.ctx, last, deps);
    expect(world.backOffice.sent.map(({ theirReference }) => theirReference)).toEqual([
      undefined,
      "token/T1",
    ]);
    expect(await findOutbox(world.ctx.db, ticket.id)).toMatchObject({
      state: "accepted",
      reference: "CASE-2",
    });
  });

  /** Begin an attempt as a process does that ends before the answer; then let its successor run. */
  async function dieOverIt(): Promise<string> {
    await world.start();
    const ticket = world.handover.given.find(({ kind }) => kind === "delivery");
    if (!ticket) throw new Error("Nothing was handed over");
    await beginDelivery(world.ctx, ticket, "<case/>");
    world.clock.move(leaseMs);
    const due = await claimOwed(world.ctx, 10);
    const again = due.find(({ id }) => id === ticket.id);
    if (!again) throw new Error("The row is not due again");
    await runDelivery(world.ctx, again, deps);
    return ticket.id;
  }
});

function missing(): never {
  throw new Error("There is nothing to deliver");
}
