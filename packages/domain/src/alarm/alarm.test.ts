import { insertApiKey, listOpenAlarms, putBreaker, transact } from "@guildhall/store";
import { closedBreaker } from "../breaker/step.ts";
import { change, type Unit } from "../change.ts";
import { handleDelivery } from "../delivery/handle.ts";
import { loadDelivery } from "../delivery/load.ts";
import { holdDelivery } from "../delivery/settle.ts";
import { loadMessage } from "../message/load.ts";
import { addStaff, createWorld, type World } from "../testing.ts";
import { acknowledgeAlarm } from "./get.ts";
import { endAlarm, raiseAlarm } from "./raise.ts";
import { seeToBreaker } from "./stopped.ts";
import { watchAlarms, whenNextWatch } from "./watch.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const watching = { canBeAsked: async () => false, endings: async () => [] };
const stuck = { kind: "delivery-stuck", subject: "back-office/outcome-unknown" } as const;
const about = { connector: "back-office", name: "environmental health", code: "outcome-unknown" };

describe("an alarm", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await addStaff(world.ctx, ["tenant-admin"], "Grace Hopper");
    await addStaff(world.ctx, ["caseworker"], "Ada Byron");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const inChange = (work: (unit: Unit) => Promise<unknown>) => change(world.ctx, work);
  const raise = () => inChange((unit) => raiseAlarm(unit, { ...stuck, data: about }));
  const open = () => listOpenAlarms(world.ctx.db);
  const watch = () => watchAlarms(world.ground, watching);

  it("is one for each kind and subject, and counts how often it is raised", async () => {
    await raise();
    world.clock.move(1000);
    await raise();
    expect(await open()).toMatchObject([{ ...stuck, count: 2, lastAt: world.clock.now() }]);
    expect(await letters()).toHaveLength(1);
  });

  it("is written to those whose task it is, and says what to do", async () => {
    await raise();
    expect(await letters()).toMatchObject([
      {
        to: "grace.hopper@exampleshire.test",
        subject: expect.stringMatching(/wait to be sent to environmental health/),
        text: expect.stringMatching(/Look in the back office/),
      },
    ]);
  });

  it("is the task of whoever looks after its connector", async () => {
    const role = "caseworker" as const;
    await inChange((unit) => raiseAlarm(unit, { ...stuck, role, data: about }));
    expect((await letters()).map(({ to }) => to)).toEqual(["ada.byron@exampleshire.test"]);
  });

  it("is written of again each day, until somebody looks after it", async () => {
    await raise();
    world.clock.move(dayMs - 1);
    await watch();
    expect(await raisedLetters()).toHaveLength(1);
    world.clock.move(1);
    await watch();
    await watch();
    expect(await raisedLetters()).toHaveLength(2);
    const [alarm] = await open();
    await acknowledgeAlarm(world.ctx, alarm?.id ?? "", {});
    world.clock.move(dayMs);
    await watch();
    expect(await raisedLetters()).toHaveLength(2);
  });

  it("of many that say the same is written of once, and once again each day", async () => {
    const data = { connector: "back-office", name: "environmental health" };
    await inChange(async (unit) => {
      for (const status of ["A", "B", "C"])
        await raiseAlarm(unit, { kind: "status-unmapped", subject: `back-office/${status}`, data });
    });
    expect(await open()).toHaveLength(3);
    expect(await letters()).toHaveLength(1);
    world.clock.move(dayMs);
    await watch();
    const about = (await letters()).filter(({ subject }) => subject.startsWith("A status of"));
    expect(about).toHaveLength(2);
  });

  it("that comes back within the hour is the same one, and nobody is written to", async () => {
    await raise();
    await inChange((unit) => endAlarm(unit, stuck.kind, stuck.subject));
    expect(await open()).toEqual([]);
    world.clock.move(hourMs - 1);
    await raise();
    expect(await open()).toMatchObject([{ count: 2, endedAt: null }]);
    expect(await letters()).toHaveLength(1);
    await inChange((unit) => endAlarm(unit, stuck.kind, stuck.subject));
    world.clock.move(hourMs);
    await raise();
    expect(await open()).toMatchObject([{ count: 1 }]);
    expect(await letters()).toHaveLength(2);
  });

  it("of deliveries ends by itself when none waits any more", async () => {
    const ids = [await held(), await held()];
    expect(await open()).toMatchObject([{ subject: "back-office/mapping-failed", count: 2 }]);
    await handleDelivery(world.ctx, ids[0] ?? "", { reason: "It was typed in" });
    expect(await open()).toHaveLength(1);
    await handleDelivery(world.ctx, ids[1] ?? "", { reason: "It was typed in" });
    expect(await open()).toEqual([]);
  });

  describe("of a connector that is not spoken to", () => {
    const breaker = (changed: object) => ({
      ...closedBreaker,
      connector: "back-office",
      state: "open" as const,
      openSince: world.clock.now(),
      openUntil: world.clock.now() + 1000,
      code: "unavailable",
      ...changed,
    });
    const see = (changed = {}) => inChange((unit) => seeToBreaker(unit, breaker(changed)));

    it("is raised after a quarter of an hour, also where nothing is sent meanwhile", async () => {
      const row = breaker({});
      await transact(world.ctx.db, (tx) => putBreaker(tx, row));
      await watch();
      expect(await open()).toEqual([]);
      expect(await whenNextWatch(world.ground)).toBe(world.clock.now() + hourMs / 4);
      world.clock.move(hourMs / 4);
      await watch();
      expect(await open()).toMatchObject([{ kind: "connector-stopped", subject: "back-office" }]);
    });

    it("is raised at once where our credential is refused, and ends when it resumes", async () => {
      await see({ code: "credential-refused" });
      await see({ code: "credential-refused" });
      expect(await open()).toMatchObject([{ kind: "connector-stopped", count: 1 }]);
      await see({ state: "closed", openSince: null });
      expect(await open()).toEqual([]);
    });
  });

  describe("in the morning", () => {
    // Clocks in London go forward on 29 March 2026 and back on 25 October 2026.
    it.each([
      ["in winter", "2026-01-15T07:29:59.999Z"],
      ["in summer", "2026-07-15T06:29:59.999Z"],
      ["when clocks go forward", "2026-03-29T06:29:59.999Z"],
      ["when clocks go back", "2026-10-25T07:29:59.999Z"],
    ])("is in one letter at half past seven %s", async (_, before) => {
      world.clock.move(Date.parse(before) - world.clock.now());
      await held();
      await transact(world.ctx.db, async () => undefined);
      await watch();
      expect(await digests()).toHaveLength(0);
      expect(await whenNextWatch(world.ground)).toBe(world.clock.now() + 1);
      world.clock.move(1);
      await watch();
      await watch();
      expect(await digests()).toMatchObject([
        {
          to: "grace.hopper@exampleshire.test",
          text: expect.stringMatching(/1 delivery waits at environmental health/),
        },
      ]);
      expect(await whenNextWatch(world.ground)).toBeGreaterThan(world.clock.now() + 20 * hourMs);
      world.clock.move(dayMs + 2 * hourMs);
      await watch();
      expect(await digests()).toHaveLength(2);
    });

    it("is not written of where nothing waits", async () => {
      world.clock.move(dayMs);
      await watch();
      expect(await letters()).toEqual([]);
    });

    it("tells of a key that ends soon, each time anew, until it is renewed", async () => {
      await insertKey(30.5);
      world.clock.move(dayMs);
      await watch();
      expect(await open()).toMatchObject([{ kind: "key-expiring", subject: "acme/30" }]);
      world.clock.move(23 * dayMs);
      await watch();
      expect(await open()).toMatchObject([{ kind: "key-expiring", subject: "acme/7" }]);
      world.clock.move(8 * dayMs);
      await watch();
      expect(await open()).toEqual([]);
    });
  });

  async function held(): Promise<string> {
    const { id: process } = await world.start();
    const id = (await world.owed(process)).find(({ kind }) => kind === "delivery")?.id ?? "";
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(world.ctx, ticket);
    if (!loaded) throw new Error("There is a delivery");
    await holdDelivery(world.ctx, loaded, { code: "mapping-failed" });
    return id;
  }

  /** The letters to staff that are owed, as they would be written. */
  async function letters() {
    const loaded = [];
    for (const ticket of world.handover.given) {
      const message = ticket.kind === "message" ? await loadMessage(world.ctx, ticket) : undefined;
      if (message?.action && message.row.purpose === "letter")
        loaded.push({ to: message.to, ...message.facts });
    }
    return loaded as { to: string; subject: string; text: string }[];
  }

  const raisedLetters = async () =>
    (await letters()).filter(({ subject }) => !/this morning/.test(subject));
  const digests = async () =>
    (await letters()).filter(({ subject }) => /this morning/.test(subject));

  async function insertKey(days: number): Promise<void> {
    const createdAt = world.clock.now();
    await transact(world.ctx.db, (tx) =>
      insertApiKey(tx, {
        id: "acme",
        name: "Acme",
        kind: "vendor",
        environment: "live",
        scopes: "notes:read",
        createdAt,
        expiresAt: createdAt + days * dayMs,
        addresses: "",
      } as never),
    );
  }
});
