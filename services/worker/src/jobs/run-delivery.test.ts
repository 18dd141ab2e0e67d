import { recorded } from "@guildhall/connectors";
import type { Outcome, Ticket } from "@guildhall/contract";
import { attachFile, beginDraft, claimOwed, leaseMs, startProcess } from "@guildhall/domain";
import { createWorld, sampleAnswers, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import { createDocumentWriter } from "../write-document.ts";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

const hourMs = 3_600_000;
const taken = { status: 200, headers: {}, cookies: [], body: new Uint8Array() };

describe("runDelivery", () => {
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
      readEvidence: async (storage, key) => Buffer.from(`${storage} ${key}`),
      onFault: (error) => faults.push(error),
    };
    await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(answers = {}): Promise<void> {
    process = (await world.start(answers)).id;
    ticket = world.handover.given.findLast(({ kind }) => kind === "delivery") ?? missing();
  }
  const deliver = (given = ticket) => runDelivery(world.ctx, given, deps);
  const row = async () => (await findOutbox(world.ctx.db, ticket.id)) ?? missing();
  async function deliverAgain(): Promise<void> {
    world.clock.move(4 * hourMs);
    const due = await claimOwed(world.ctx, 10);
    await deliver(due.find(({ id }) => id === ticket.id) ?? missing());
  }
  const retry: Outcome = { outcome: "retry", code: "unavailable" };

  it("sends the document under the row's own key, and keeps their reference", async () => {
    expect(await deliver()).toEqual({});
    const [sent] = world.backOffice.sent;
    expect(sent).toMatchObject({
      key: ticket.id,
      operation: "create-item",
      attempt: 1,
      evidence: [],
      reference: expect.stringMatching(/^EXM-/),
    });
    expect(JSON.parse(sent?.body ?? "")).toMatchObject({
      title: "A home",
      nights: [{ date: "2025-05-21" }],
      reference: sent?.reference,
      callback: `https://guildhall.test/t/exampleshire/v1/processes/${process}`,
      grant: expect.stringMatching(/^ey/),
    });
    expect(await row()).toMatchObject({ state: "accepted", reference: "CASE-1", attempts: 1 });
  });

  it("sends once when the job runs twice", async () => {
    await deliver();
    await deliver();
    expect(world.backOffice.sent).toHaveLength(1);
  });

  it("does nothing on a ticket that is stale", async () => {
    world.clock.move(leaseMs);
    await claimOwed(world.ctx, 10);
    expect(await deliver()).toEqual({});
    expect(world.backOffice.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "queued", generation: 2, attempts: 0 });
  });

  it("sends the same bytes at every attempt, though the service is published anew", async () => {
    world.backOffice.answer = retry;
    await deliver();
    await world.publish({ title: "Noise", mappings: [] });
    await deliverAgain();
    await deliverAgain();
    const { sent } = world.backOffice;
    expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it("sends what was written at first, though it could not be written any more", async () => {
    world.backOffice.answer = retry;
    await deliver();
    deps = { ...deps, write: async () => missing() };
    await deliverAgain();
    expect(world.backOffice.sent).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it("says when a row is due again that is to be retried", async () => {
    world.backOffice.answer = retry;
    const { dueAgainAt } = await deliver();
    expect(await row()).toMatchObject({
      state: "pending",
      nextAt: dueAgainAt,
      lastCode: "unavailable",
    });
  });

  it("waits as long as the back office asks", async () => {
    world.backOffice.answer = { ...retry, afterMs: hourMs };
    expect(await deliver()).toEqual({ dueAgainAt: world.clock.now() + hourMs });
  });

  it("holds the delivery when nobody knows whether it was taken and nobody can ask", async () => {
    world.backOffice.answer = { outcome: "ambiguous", code: "reply-lost" };
    expect(await deliver()).toEqual({});
    expect(await row()).toMatchObject({ state: "held", lastCode: "reply-lost" });
    expect(await world.told(process)).toEqual(["process.started", "delivery.held"]);
  });

  it("tries again when nobody knows whether it was taken but the back office can be asked", async () => {
    world.backOffice.tells = true;
    world.backOffice.answer = { outcome: "ambiguous", code: "reply-lost" };
    await deliver();
    world.backOffice.answer = undefined;
    await deliverAgain();
    expect(world.backOffice.sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(await row()).toMatchObject({ state: "accepted" });
  });

  it("leaves a refusal to a person", async () => {
    world.backOffice.answer = { outcome: "refused", code: "rejected" };
    expect(await deliver()).toEqual({});
    expect(await row()).toMatchObject({ state: "refused", lastCode: "rejected" });
    expect(await world.told(process)).toEqual(["process.started", "delivery.refused"]);
  });

  it("holds a delivery to an address that may not be called, since waiting does not help", async () => {
    world.backOffice.answer = { outcome: "retry", code: "egress-blocked" };
    await deliver();
    expect(await row()).toMatchObject({ state: "held", lastCode: "egress-blocked" });
  });

  it("gives up after three days, and tells of it", async () => {
    world.backOffice.answer = retry;
    for (let tries = 0; (await row()).state !== "dead"; tries += 1) {
      if (tries === 0) await deliver();
      else await deliverAgain();
      expect(tries).toBeLessThan(30);
    }
    expect(world.clock.now()).toBeGreaterThan(Date.UTC(2025, 4, 25));
    expect(await world.told(process)).toEqual(["process.started", "delivery.held"]);
  });

  it("gives a claim back that waited too long for its turn, so that no other makes the same call beside it", async () => {
    world.clock.move(leaseMs - 29_999);
    expect(await deliver()).toEqual({ dueAgainAt: world.clock.now() });
    expect(world.backOffice.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "pending", attempts: 0 });
    await deliverAgain();
    expect(world.backOffice.sent).toHaveLength(1);
  });

  it("counts an attempt and keeps the document before the call, so that one that kills the process counts", async () => {
    const seen: unknown[] = [];
    world.backOffice.answer = async () => {
      seen.push(await row());
      return retry;
    };
    await deliver();
    expect(seen).toMatchObject([{ state: "queued", attempts: 1, frozen: true }]);
  });

  it("is in doubt after a fault of ours once something was sent, and reports it", async () => {
    world.backOffice.answer = async () => {
      await recorded({ method: "POST", url: "https://vendor.test/" }, async () => taken);
      missing();
    };
    expect(await deliver()).toEqual({});
    expect(await row()).toMatchObject({ state: "held", lastCode: "unexpected" });
    expect(faults).toHaveLength(1);
  });

  it("is tried again after a fault of ours before anything was sent, and reports it", async () => {
    world.backOffice.answer = () => missing();
    expect(await deliver()).toEqual({ dueAgainAt: expect.any(Number) });
    expect(await row()).toMatchObject({ state: "pending", lastCode: "unexpected" });
    expect(faults).toHaveLength(1);
  });

  it("waits for a place among the calls that the back office may get at once", async () => {
    const order: string[] = [];
    const ready = (await deps.connectorFor(world.ctx, "back-office")) ?? missing();
    deps = {
      ...deps,
      connectorFor: async () => ({
        ...ready,
        withPlace: async (call) => {
          order.push(`waits, ${(await row()).attempts} attempts`);
          return call();
        },
      }),
    };
    await deliver();
    expect(order).toEqual(["waits, 0 attempts"]);
  });

  it("takes the evidence along, and reads it only when it is asked for", async () => {
    const { id: draft, token = "" } = await beginDraft(world.ctx, { service: "noise" });
    const citizen = (await world.bearing(token)) ?? missing();
    const file = {
      name: "night.mp3",
      contentType: "audio/mpeg",
      key: "k",
      storage: "s/1",
      bytes: 3,
      sha256: "aa",
    };
    const { id: document } = (await attachFile(citizen, draft, file)).document;
    const answers = { ...sampleAnswers, evidence: [document] };
    await startProcess(citizen, { service: "noise", answers });
    await deliver(world.handover.given.findLast(({ kind }) => kind === "delivery"));
    const [evidence] = world.backOffice.sent[0]?.evidence ?? [];
    expect(evidence).toMatchObject({ name: "night.mp3", contentType: "audio/mpeg" });
    expect(String(await evidence?.read())).toBe("s/1 k");
  });
});

function missing(): never {
  throw new Error("there is nothing to deliver");
}
