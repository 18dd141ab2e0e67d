import type { SendOutcome, Ticket } from "@guildhall/contract";
import { isTrackingKey } from "@guildhall/keys";
import { findOutbox } from "@guildhall/store";
import { addNote } from "../note/add.ts";
import { claimOwed } from "../outbox/claim.ts";
import { pagesUrl } from "../pages-url.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, type World } from "../testing.ts";
import { type LoadedMessage, loadMessage } from "./load.ts";
import { beginMessage, refuseMessage, settleMessage } from "./settle.ts";

const hourMs = 3_600_000;

describe("a message", () => {
  let world: World;
  let started: Awaited<ReturnType<World["start"]>>;
  beforeEach(async () => {
    world = await createWorld();
    started = await world.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const latest = () => world.handover.given.findLast(({ kind }) => kind === "message") ?? missing();
  const load = async () => (await loadMessage(world.ctx, latest())) ?? missing();
  async function update(externalStatus: string): Promise<void> {
    const [task] = (await listTasks(world.ctx, started.id)).data;
    await updateTask(world.ctx, task?.id ?? "", { externalStatus });
  }

  describe("when it is loaded", () => {
    it("has the council's words, whom it is to, and the way to the process", async () => {
      const { track, ...message } = await load();
      expect(message).toMatchObject({
        to: "ada@example.com",
        councilName: "Exampleshire District Council",
        brand: { id: "exampleshire" },
        words: { subject: "We have your request ((reference))" },
        facts: {
          reference: started.reference,
          serviceTitle: "Report a noise nuisance",
          name: "Ada Byron",
          whatHappensNext: "An officer will read your request.",
          target: "We will contact you within 3 working days.",
        },
      });
      expect(track?.pages).toBe(pagesUrl(world.ctx));
      expect(track).toMatchObject({ reference: started.reference });
      expect(isTrackingKey(world.ctx.keys.trackingSecret, started.id, track?.key ?? "")).toBe(true);
    });

    it("has the note's words and author", async () => {
      await addNote(world.as({}), started.id, { contents: "I called", visibleToCitizen: true });
      expect(await load()).toMatchObject({
        words: { subject: "A note on ((reference))" },
        facts: { note: "I called", author: "Acme Case Systems" },
      });
    });

    it("says what was true when it arose, though more has happened since", async () => {
      await update("VISIT");
      const visit = latest();
      await update("LOOKING");
      expect(await loadMessage(world.ctx, visit)).toMatchObject({
        facts: { stage: "A visit is arranged", status: "An officer will visit this week." },
      });
      expect(await load()).toMatchObject({ facts: { stage: "An officer is looking at it" } });
    });

    it("says how the process ended", async () => {
      await update("CLOSED");
      expect(await load()).toMatchObject({
        words: { subject: "((reference)) has ended" },
        facts: { stage: "Finished", status: "The noise has stopped." },
      });
    });

    it("is nothing for a ticket that is not the row's latest", async () => {
      const stale = { ...latest(), generation: 9 };
      expect(await loadMessage(world.ctx, stale)).toBeUndefined();
    });
  });

  describe("when it is settled", () => {
    let ticket: Ticket;
    let loaded: LoadedMessage;
    beforeEach(async () => {
      ticket = latest();
      loaded = await load();
    });
    const settle = (outcome: SendOutcome, attempt = 1) =>
      settleMessage(world.ctx, loaded, { outcome, attempt, message: { subject: "one" } });
    const row = () => findOutbox(world.ctx.db, ticket.id);

    it("is frozen when its first attempt fails, and the same at the next", async () => {
      expect(await beginMessage(world.ctx, ticket)).toEqual({ attempt: 1, frozen: undefined });
      await settle({ outcome: "retry", code: "unavailable" });
      world.clock.move(hourMs);
      const again = (await claimOwed(world.ctx, 10)).find(({ id }) => id === ticket.id);
      const frozen = { subject: "one" };
      expect(await beginMessage(world.ctx, again ?? missing())).toEqual({ attempt: 2, frozen });
    });

    it("is not kept once it is sent", async () => {
      await beginMessage(world.ctx, ticket);
      await settle({ outcome: "sent" });
      expect(await row()).toMatchObject({ state: "accepted", frozen: false });
    });

    it("is done once it is sent, and nobody is told of that", async () => {
      expect(await settle({ outcome: "sent" })).toBeUndefined();
      expect(await row()).toMatchObject({ state: "accepted", settledAt: world.clock.now() });
      expect(await world.told(started.id)).toEqual(["process.started"]);
    });

    it("is due again after a failure that will pass", async () => {
      const dueAt = await settle({ outcome: "retry", code: "unavailable" });
      expect(dueAt).toBeGreaterThanOrEqual(world.clock.now() + 1000);
      expect(await row()).toMatchObject({ state: "pending", nextAt: dueAt });
    });

    it.each([
      [{ outcome: "ambiguous", code: "reply-lost" }, "held"],
      [{ outcome: "refused", code: "no-such-mailbox" }, "refused"],
    ] as const)("that met %o is %s for a person, and the trail says so", async (outcome, state) => {
      expect(await settle(outcome)).toBeUndefined();
      expect(await row()).toMatchObject({ state, lastCode: outcome.code });
      expect(await world.told(started.id)).toEqual(["process.started", "message.held"]);
    });

    it("is held for a person where it cannot be written", async () => {
      await refuseMessage(world.ctx, loaded, "wording-unusable");
      expect(await row()).toMatchObject({ state: "held", lastCode: "wording-unusable" });
      expect(await world.told(started.id)).toEqual(["process.started", "message.held"]);
    });

    it("is given up after three days, for a person, and the trail says so", async () => {
      world.clock.move(72 * hourMs - 999);
      expect(await settle({ outcome: "retry", code: "unavailable" }, 20)).toBeUndefined();
      expect(await row()).toMatchObject({ state: "dead", lastCode: "unavailable" });
      expect(await world.told(started.id)).toEqual(["process.started", "message.held"]);
    });

    it("is settled by nobody whose claim has passed to another", async () => {
      world.clock.move(hourMs);
      await claimOwed(world.ctx, 10);
      await settle({ outcome: "ambiguous", code: "reply-lost" });
      expect(await row()).toMatchObject({ state: "queued", generation: 2 });
      expect(await world.told(started.id)).toEqual(["process.started"]);
    });
  });
});

function missing(): never {
  throw new Error("there is nothing to send");
}
