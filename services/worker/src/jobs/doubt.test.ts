import { type Connector, notThereYet, type Operation, type Outcome } from "@guildhall/contract";
import {
  beginDelivery,
  claimOwed,
  leaseMs,
  retryDelivery,
  settleDelivery,
} from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

/** A back office whose search finds a case so long after it was made. */
const behindMs = 8000;
const settleMs = 10_000;
const hourMs = 3_600_000;

describe("a delivery that may have arrived", () => {
  let world: World;
  let id: string;
  let office: LateOffice;
  beforeEach(async () => {
    world = await createWorld();
    office = lateOffice(() => world.clock.now());
    await world.start();
    id = (world.handover.given.find(({ kind }) => kind === "delivery") ?? missing()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const deps = (): DeliveryDeps => ({
    write: async () => ({ text: "<case/>" }),
    connectorFor: async () => ({
      connector: office.connector,
      timeoutMs: 30_000,
      withPlace: (call) => call(),
    }),
    readEvidence: missing,
    onFault: missing,
  });
  const row = async () => (await findOutbox(world.ctx.db, id)) ?? missing();
  const first = () => world.handover.given.find(({ kind }) => kind === "delivery") ?? missing();
  async function again(afterMs?: number): Promise<void> {
    const { nextAt } = await row();
    if (afterMs === undefined) world.clock.move(Math.max(0, nextAt - world.clock.now()));
    else world.clock.move(afterMs);
    const due = await claimOwed(world.ctx, 10);
    await runDelivery(world.ctx, due.find((one) => one.id === id) ?? missing(), deps());
  }
  async function untilSettled(): Promise<void> {
    for (let tries = 0; (await row()).state === "pending"; tries += 1) {
      if (tries > 20) throw new Error("It comes to no end");
      await again();
    }
  }

  it("is made once, though the search is behind and the reply was lost", async () => {
    office.replies = [lost];
    await runDelivery(world.ctx, first(), deps());
    expect((await row()).nextAt).toBeGreaterThanOrEqual(world.clock.now() + settleMs);
    await untilSettled();
    expect(office.made).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "accepted", reference: "CASE-1" });
  });

  it("is made again where it was not found twice, some time apart", async () => {
    office.replies = [dropped];
    await runDelivery(world.ctx, first(), deps());
    await again();
    expect(await row()).toMatchObject({ state: "pending", lastCode: notThereYet });
    expect((await row()).nextAt).toBeGreaterThanOrEqual(world.clock.now() + settleMs);
    expect(office.made).toEqual([]);
    await again();
    expect(office.made).toHaveLength(1);
    expect(office.asked).toBe(2);
    expect(await row()).toMatchObject({ state: "accepted" });
  });

  it("is tried as soon as ever, however often it was asked for", async () => {
    office.replies = [dropped, { outcome: "retry", code: "unavailable" }];
    await runDelivery(world.ctx, first(), deps());
    await again();
    await again();
    expect(await row()).toMatchObject({ attempts: 3, lastCode: "unavailable" });
    expect((await row()).nextAt).toBeLessThanOrEqual(world.clock.now() + 30_000);
  });

  it("is not made again sooner where somebody has it sent at once", async () => {
    office.replies = [lost];
    await runDelivery(world.ctx, first(), deps());
    for (const _ of [1, 2, 3]) {
      await retryDelivery(world.ctx, id);
      await again(1000);
    }
    await untilSettled();
    expect(office.made).toHaveLength(1);
  });

  it("is looked for, and not sent, where an earlier attempt was told that it arrived after its claim had ended", async () => {
    const late = { row: await row(), process: undefined };
    const begun = (await beginDelivery(world.ctx, first(), "<case/>")) ?? missing();
    world.clock.move(leaseMs);
    await again(0);
    expect(await row()).toMatchObject({ lastCode: notThereYet });
    const outcome = { outcome: "accepted", reference: "CASE-1" } as const;
    const call = { begunAt: world.clock.now(), outcome };
    // As far behind as a search may be that is asked for the first time now.
    office.made.push({ at: world.clock.now() + settleMs - 1 });
    await settleDelivery(world.ctx, late, { outcome, attempt: begun.attempt, call });
    await again();
    expect(office.made).toHaveLength(1);
    await untilSettled();
    expect(office.made).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "accepted", reference: "CASE-1" });
  });

  it("is looked for, and not sent, after a process ended over it", async () => {
    await beginDelivery(world.ctx, first(), "<case/>");
    world.clock.move(leaseMs);
    await again(0);
    expect(await row()).toMatchObject({ state: "pending", lastCode: notThereYet });
    expect(office.made).toEqual([]);
    await untilSettled();
    expect(office.made).toHaveLength(1);
  });

  it("is asked for as late as the connector says", async () => {
    office.replies = [dropped];
    const slow = deps();
    const late = {
      ...slow,
      connectorFor: async () => ({ ...(await ready(slow)), ...quarterHour }),
    };
    await runDelivery(world.ctx, first(), late);
    expect((await row()).nextAt).toBe(world.clock.now() + quarterHour.findableAfterMs);
  });

  it("is not refused where the refusal may say that it is there", async () => {
    office.replies = [dropped, { outcome: "refused", code: "rejected" }];
    await runDelivery(world.ctx, first(), deps());
    office.made.push({ at: world.clock.now() + hourMs });
    await again();
    await again();
    expect(await row()).toMatchObject({ state: "pending", lastCode: "refused-in-doubt" });
    world.clock.move(2 * hourMs);
    await again(0);
    expect(await row()).toMatchObject({ state: "accepted", reference: "CASE-1" });
  });

  it("is left to a person where it was refused and is not found, who may have it sent again", async () => {
    office.replies = [dropped, { outcome: "refused", code: "rejected" }];
    await runDelivery(world.ctx, first(), deps());
    await untilSettled();
    expect(await row()).toMatchObject({ state: "held", lastCode: "refused-in-doubt" });
    expect(office.made).toEqual([]);
    await retryDelivery(world.ctx, id);
    await again(0);
    expect(await row()).toMatchObject({ state: "accepted" });
  });

  it("is left to a person where it was refused and nobody can be asked", async () => {
    office.replies = [dropped, { outcome: "refused", code: "rejected" }];
    office.connector = { ...office.connector, looksUp: false };
    await runDelivery(world.ctx, first(), deps());
    await untilSettled();
    expect(await row()).toMatchObject({ state: "held", lastCode: "refused-in-doubt" });
  });

  it("is refused where nothing was in doubt", async () => {
    office.replies = [
      { outcome: "retry", code: "unavailable" },
      { outcome: "refused", code: "rejected" },
    ];
    await runDelivery(world.ctx, first(), deps());
    await untilSettled();
    expect(await row()).toMatchObject({ state: "refused", lastCode: "rejected" });
  });
});

const quarterHour = { findableAfterMs: 900_000 };

async function ready(deps: DeliveryDeps) {
  return (await deps.connectorFor({} as never, "")) ?? missing();
}

/** The case was made and the reply lost; or nothing was made. */
const lost = "lost";
const dropped = "dropped";

interface LateOffice {
  connector: Connector;
  replies: (Outcome | typeof lost | typeof dropped)[];
  readonly made: { readonly at: number }[];
  asked: number;
}

function lateOffice(now: () => number): LateOffice {
  const find = () => office.made.findIndex(({ at }) => now() >= at + behindMs);
  const found = (at: number): Outcome => ({ outcome: "accepted", reference: `CASE-${at + 1}` });
  const office: LateOffice = {
    replies: [],
    made: [],
    asked: 0,
    connector: {
      does: new Set<Operation>(["create"]),
      canBeAsked: () => true,
      looksUp: true,
      async send({ attempt, looksOnly }): Promise<Outcome> {
        if (attempt > 1) {
          office.asked += 1;
          const known = find();
          if (known >= 0) return found(known);
        }
        if (looksOnly) return { outcome: "retry", code: notThereYet };
        const reply = office.replies.shift();
        const isMade = reply === undefined || reply === lost;
        if (isMade) office.made.push({ at: now() });
        if (reply === undefined) return found(office.made.length - 1);
        return typeof reply === "string"
          ? { outcome: "ambiguous", code: "connection-lost" }
          : reply;
      },
    },
  };
  return office;
}

function missing(): never {
  throw new Error("It is not there");
}
