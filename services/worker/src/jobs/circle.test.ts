import type { CaseUpdate, Ticket } from "@guildhall/contract";
import { claimOwed, listAlarms, retryDelivery } from "@guildhall/domain";
import { createWorld, oweFollowUp, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

const hourMs = 3_600_000;
const mostUpdates = 20;
const note: CaseUpdate = {
  operation: "note",
  note: {
    id: "not_1",
    text: "It is worse",
    author: "Ada",
    byCitizen: true,
    at: "2025-05-22T09:00:00.000Z",
  },
};

describe("two systems that answer each other", () => {
  let world: World;
  let deps: DeliveryDeps;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    deps = {
      write: async () => ({ text: "<case/>" }),
      connectorFor: async () => ({
        connector: world.backOffice,
        timeoutMs: 30_000,
        withPlace: (call) => call(),
      }),
      readEvidence: () => Promise.reject(new Error("there is no evidence")),
      onFault: () => undefined,
    };
    process = await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const deliver = (ticket: Ticket) => runDelivery(world.ctx, ticket, deps);
  const row = (id: string) => findOutbox(world.ctx.db, id);
  const alarms = async () => (await listAlarms(world.ctx, { limit: 9, ended: false })).data;

  async function begin(): Promise<string> {
    const { id } = await world.start();
    const created = world.handover.given.findLast(({ kind }) => kind === "delivery");
    if (!created) throw new Error("There is a delivery");
    await deliver(created);
    return id;
  }
  /** Tell the back office of something, as what follows a case; gives the row. */
  async function tell(update: CaseUpdate = changed(), of = process): Promise<string> {
    const { id, generation } = await oweFollowUp(world.ctx, of, update);
    await deliver({ tenant: "exampleshire", kind: "delivery", id, generation });
    return id;
  }
  const changed = (): CaseUpdate => ({
    operation: "update",
    stage: "looking",
    status: "in-progress",
    container: {},
    at: new Date(world.clock.now()).toISOString(),
  });
  async function circle(rounds = mostUpdates): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      const id = await tell();
      expect(await row(id)).toMatchObject({ state: "accepted" });
    }
  }

  it("are stopped when one was told of twenty changes of a case within an hour, and somebody is called", async () => {
    await circle();
    const id = await tell();
    expect(await row(id)).toMatchObject({
      state: "held",
      lastCode: "updates-endless",
      attempts: 0,
    });
    expect(await alarms()).toMatchObject([
      { kind: "delivery-stuck", subject: "back-office/updates-endless" },
    ]);
  });

  it("stay stopped: what comes behind waits", async () => {
    await circle();
    await tell();
    const { id } = await oweFollowUp(world.ctx, process, changed());
    world.clock.move(hourMs);
    const due = await claimOwed(world.ctx, 100);
    expect(due.filter(({ kind }) => kind === "delivery")).toEqual([]);
    expect(await row(id)).toMatchObject({ state: "pending" });
  });

  it("go on when a person sends it again after an hour", async () => {
    await circle();
    const id = await tell();
    world.clock.move(hourMs);
    await retryDelivery(world.ctx, id);
    const ticket = (await claimOwed(world.ctx, 100)).find((one) => one.id === id);
    if (!ticket) throw new Error("It is due");
    await deliver(ticket);
    expect(await row(id)).toMatchObject({ state: "accepted" });
    expect(await alarms()).toEqual([]);
  });

  it("are not what a busy day is: changes over more than an hour, a note, another case", async () => {
    await circle(mostUpdates / 2);
    world.clock.move(hourMs);
    await circle();
    expect(await row(await tell(note))).toMatchObject({ state: "accepted" });
    expect(await row(await tell(changed(), await begin()))).toMatchObject({ state: "accepted" });
  });
});
