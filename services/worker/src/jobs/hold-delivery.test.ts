import type { Ticket } from "@guildhall/contract";
import { listEvents } from "@guildhall/domain";
import { createWorld, noise, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import { createDocumentWriter } from "../write-document.ts";
import { type DeliveryDeps, runDelivery } from "./run-delivery.ts";

describe("a delivery that cannot be sent as it is", () => {
  let world: World;
  let deps: DeliveryDeps;
  let ticket: Ticket;
  let process: string;
  let faults: unknown[];

  beforeEach(async () => {
    world = await createWorld();
    faults = [];
    deps = {
      write: createDocumentWriter({
        checker: { check: async () => [] },
        onFault: (error) => faults.push(error),
      }),
      connectorFor: async () => ({
        connector: world.backOffice,
        timeoutMs: 30_000,
        withPlace: (call) => call(),
      }),
      readEvidence: () => Promise.reject(new Error("there is no evidence")),
      onFault: (error) => faults.push(error),
    };
    await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<void> {
    process = (await world.start()).id;
    ticket = world.handover.given.findLast(({ kind }) => kind === "delivery") ?? missing();
  }
  const deliver = () => runDelivery(world.ctx, ticket, deps);
  const row = async () => (await findOutbox(world.ctx.db, ticket.id)) ?? missing();

  it("is held where it cannot be written, which is reported, and nobody is called", async () => {
    const [mapping] = noise.mappings;
    if (!mapping) missing();
    const rows = [{ target: "pub", from: { answer: "pubName" }, required: true }];
    await world.publish({ mappings: [{ ...mapping, rows }] });
    await begin();
    expect(await deliver()).toEqual({});
    expect(world.backOffice.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", lastCode: "mapping-failed", attempts: 0 });
    expect(faults).toMatchObject([{ name: "MappingFault" }]);
  });

  it("is held where its receiver would refuse it, with the rows at fault for staff to see, and nobody is called", async () => {
    const objection = {
      code: "document-invalid",
      faults: [{ target: "case/pub", sentence: "It is too long." }],
    };
    deps = { ...deps, write: async () => objection };
    expect(await deliver()).toEqual({});
    expect(world.backOffice.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", frozen: false, attempts: 0 });
    const { data } = await listEvents(world.ctx, process);
    expect(data.at(-1)).toMatchObject({ type: "delivery.held", data: objection });
  });

  it("stays claimed, untouched, when the document could not be looked into", async () => {
    deps = { ...deps, write: () => Promise.reject(new Error("The checker is closed.")) };
    await expect(deliver()).rejects.toThrow("closed");
    expect(await row()).toMatchObject({ state: "queued", attempts: 0 });
  });

  it("is held where its connector is not there", async () => {
    deps = { ...deps, connectorFor: async () => undefined };
    expect(await deliver()).toEqual({});
    expect(await row()).toMatchObject({ state: "held", lastCode: "connector-not-ready" });
    expect(await world.told(process)).toEqual(["process.started", "delivery.held"]);
  });
});

function missing(): never {
  throw new Error("there is nothing to deliver");
}
