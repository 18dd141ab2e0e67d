import { recorded } from "@guildhall/connectors";
import { ConnectorDefinition, type Exchange, type Outcome, type Ticket } from "@guildhall/contract";
import { claimOwed, leaseMs, setCredential, takeOverOwed } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import {
  findBreaker,
  findOutbox,
  listAllEvents,
  listAttempts,
  putConnector,
  transact,
} from "@guildhall/store";
import type { CallOutcome } from "./outcome.ts";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

const down: Outcome = { outcome: "retry", code: "unavailable" };
const hourMs = 3_600_000;
const exampleConnector = ConnectorDefinition.parse({
  id: "back-office",
  kind: "alloy",
  name: "environmental health",
  address: "simulator:alloy/exampleshire",
});

describe("a delivery to a back office that fails", () => {
  let world: World;
  let deps: DeliveryDeps;
  let counted: CallOutcome[];
  beforeEach(async () => {
    world = await createWorld();
    counted = [];
    deps = {
      write: async () => ({ text: "<case/>" }),
      connectorFor: async () => ({
        connector: world.backOffice,
        timeoutMs: 30_000,
        withPlace: (call) => call(),
      }),
      readEvidence: async () => new Uint8Array(),
      onFault: () => undefined,
      onOutcome: (outcome) => counted.push(outcome),
    };
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<Ticket> {
    await world.start();
    return world.handover.given.findLast(({ kind }) => kind === "delivery") ?? missing();
  }
  const deliver = (ticket: Ticket) => runDelivery(world.ctx, ticket, deps);
  const row = async ({ id }: Pick<Ticket, "id">) =>
    (await findOutbox(world.ctx.db, id)) ?? missing();
  const breaker = () => findBreaker(world.ctx.db, "back-office");
  const due = async () =>
    (await claimOwed(world.ctx, 100)).filter(({ kind }) => kind === "delivery");
  const told = async () =>
    (await listAllEvents(world.ctx.db, { limit: 100 })).rows
      .filter(({ type }) => type.startsWith("connector.s") || type.startsWith("connector.r"))
      .map(({ type, subject }) => `${type} ${subject}`)
      .reverse();
  /** Let it fail five times in a row, with a delivery each. */
  async function stop(answer: Outcome = down): Promise<Ticket[]> {
    world.backOffice.answer = answer;
    const tickets = [];
    for (let n = 0; n < 5; n += 1) tickets.push(await begin());
    for (const ticket of tickets) await deliver(ticket);
    return tickets;
  }

  async function deliverAll(answer: Outcome): Promise<void> {
    world.backOffice.answer = answer;
    await deliver(await begin());
  }

  it("is not called any more after five failures, and is kept for later without an attempt", async () => {
    await stop();
    const ticket = await begin();
    const ran = await deliver(ticket);
    expect(world.backOffice.sent).toHaveLength(5);
    expect(ran).toEqual({ dueAgainAt: world.clock.now(), restUntil: (await breaker())?.openUntil });
    expect(await row(ticket)).toMatchObject({ state: "pending", attempts: 0, crashes: 0 });
    expect(await due()).toEqual([]);
    expect(await told()).toEqual(["connector.stopped back-office"]);
  });

  it("is probed by one row once the rest is over, and resumes when that one is taken", async () => {
    const tickets = await stop();
    world.clock.move(hourMs);
    const [probe = missing(), ...others] = await due();
    expect(others).toEqual([]);
    expect(await breaker()).toMatchObject({ state: "half-open" });
    world.backOffice.answer = undefined;
    expect(await deliver(probe)).toEqual({ dueAgainAt: world.clock.now() });
    expect(await breaker()).toMatchObject({ state: "closed", failures: 0 });
    expect(await told()).toEqual([
      "connector.stopped back-office",
      "connector.resumed back-office",
    ]);
    expect(await due()).toHaveLength(tickets.length - 1);
  });

  it("rests for longer when its probe fails, and the trail tells of it once", async () => {
    await stop();
    world.clock.move(hourMs);
    await deliver((await due())[0] ?? missing());
    const { openUntil } = (await breaker()) ?? missing();
    expect((openUntil ?? 0) - world.clock.now()).toBeGreaterThanOrEqual(48_000);
    expect(await told()).toEqual(["connector.stopped back-office"]);
  });

  it("gives its turn as a probe to the next row where it cannot be sent as it is", async () => {
    await stop();
    world.clock.move(hourMs);
    const [probe = missing()] = await due();
    const connectorFor = deps.connectorFor;
    deps = { ...deps, connectorFor: async () => undefined };
    expect(await deliver(probe)).toMatchObject({ dueAgainAt: world.clock.now() });
    expect(await row(probe)).toMatchObject({ state: "held", lastCode: "connector-not-ready" });
    expect(await breaker()).toMatchObject({ state: "open", openUntil: world.clock.now() });
    deps = { ...deps, connectorFor };
    expect(await due()).toHaveLength(1);
  });

  it("is tried at once by a successor, whatever the rest", async () => {
    await stop();
    await takeOverOwed(world.ctx);
    expect(await due()).toHaveLength(1);
  });

  it("stops at the first credential that is refused, and the row uses up nothing by it", async () => {
    const refused: Outcome = { outcome: "retry", code: "credential-refused" };
    world.backOffice.answer = refused;
    let ticket = await begin();
    for (let days = 0; days < 9; days += 1) {
      await deliver(ticket);
      expect(await breaker()).toMatchObject({ state: "open", code: "credential-refused" });
      expect(await row(ticket)).toMatchObject({ state: "pending", lastCode: "credential-refused" });
      world.clock.move(24 * hourMs);
      [ticket = missing()] = await due();
    }
    world.backOffice.answer = down;
    const { dueAgainAt = 0 } = await deliver(ticket);
    expect(await row(ticket)).toMatchObject({ state: "pending", attempts: 10 });
    expect(dueAgainAt - world.clock.now()).toBeLessThanOrEqual(5_000);
  });

  it("is tried at once when the credential is set anew", async () => {
    await deliverAll({ outcome: "retry", code: "credential-refused" });
    expect(await due()).toEqual([]);
    await transact(world.ctx.db, (tx) => putConnector(tx, exampleConnector));
    await setCredential(world.ctx, "back-office", { apiKey: "a-key-that-is-good" });
    expect(await due()).toHaveLength(1);
    expect(world.handover.woken).toContain("exampleshire");
  });

  it("is slowed by a receiver that asks for fewer calls, and not stopped", async () => {
    await stop({ outcome: "retry", code: "rate-limited", afterMs: 60_000 });
    expect(await breaker()).toMatchObject({ state: "closed" });
    expect(await told()).toEqual([]);
  });

  it("leaves nothing behind of a back office that is well", async () => {
    await deliver(await begin());
    expect(await breaker()).toBeUndefined();
  });

  it("keeps each attempt, with the calls that it was made of", async () => {
    world.backOffice.answer = async () => {
      const body = Buffer.from("Out of order");
      const headers = { "content-type": "text/plain" };
      await recorded({ method: "POST", url: "https://vendor.test/cases?key=canary" }, async () => ({
        status: 503,
        headers,
        cookies: [],
        body,
      }));
      return down;
    };
    const ticket = await begin();
    const begunAt = world.clock.now();
    await deliver(ticket);
    const exchange: Exchange = {
      method: "POST",
      url: "https://vendor.test/cases",
      status: 503,
      ms: expect.any(Number),
      response: "Out of order",
    };
    expect(await listAttempts(world.ctx.db, ticket.id)).toEqual([
      {
        delivery: ticket.id,
        attempt: 1,
        begunAt,
        endedAt: world.clock.now(),
        outcome: "retry",
        code: "unavailable",
        exchanges: [exchange],
      },
    ]);
    const told = { tenant: "exampleshire", connector: "back-office", kind: "delivery" };
    expect(counted).toMatchObject([{ ...told, outcome: "retry", code: "unavailable" }]);
  });

  it("is given up when it has killed five processes, and others go on", async () => {
    const ticket = await begin();
    world.backOffice.tells = true;
    world.backOffice.answer = () => new Promise(() => undefined);
    let held = ticket;
    for (let deaths = 0; deaths < 5; deaths += 1) {
      // A process that dies in the call: nothing after it is ever done.
      void deliver(held);
      await vi.waitFor(async () => expect((await row(ticket)).crashes).toBe(deaths + 1));
      world.clock.move(leaseMs);
      held = (await due()).find(({ id }) => id === ticket.id) ?? missing();
    }
    world.backOffice.answer = undefined;
    await deliver(held);
    expect(await row(ticket)).toMatchObject({ state: "dead", lastCode: "poison", attempts: 5 });
    expect(await told()).toEqual([]);
    expect(world.backOffice.sent).toHaveLength(5);
    const other = await begin();
    await deliver(other);
    expect(await row(other)).toMatchObject({ state: "accepted" });
  });

  it("is given up when writing its document has killed processes again and again", async () => {
    const ticket = await begin();
    deps = { ...deps, write: () => new Promise(() => undefined) };
    let held = ticket;
    for (let deaths = 0; deaths < 6; deaths += 1) {
      void deliver(held);
      await vi.waitFor(async () => expect((await row(ticket)).crashes).toBe(deaths));
      world.clock.move(leaseMs);
      held = (await due()).find(({ id }) => id === ticket.id) ?? missing();
    }
    await deliver(held);
    expect(await row(ticket)).toMatchObject({ state: "dead", lastCode: "poison", attempts: 0 });
  });
});

function missing(): never {
  throw new Error("there is nothing to deliver");
}
