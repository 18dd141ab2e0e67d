import { Tracking } from "@guildhall/contract";
import { findOutbox } from "@guildhall/store";
import { beginDelivery } from "../delivery/begin.ts";
import { loadDelivery } from "../delivery/load.ts";
import { settleDelivery } from "../delivery/settle.ts";
import { addNote } from "../note/add.ts";
import { claimOwed } from "../outbox/claim.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, type World } from "../testing.ts";
import { revokeGrants } from "./revoke-grants.ts";
import { openTracking, trackProcess } from "./track.ts";

describe("tracking", () => {
  let world: World;
  let started: Awaited<ReturnType<World["start"]>>;
  beforeEach(async () => {
    world = await createWorld();
    started = await world.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const anyone = () => trackProcess(world.as({ scopes: [] }), started.reference);
  async function citizen(key = started.trackingKey) {
    const { token } = await openTracking(world.as({ scopes: [] }), started.reference, key);
    const ctx = await world.bearing(token);
    if (!ctx) throw new Error("the citizen's own token is no good");
    return trackProcess(ctx, started.reference);
  }
  const titles = (tracking: Tracking) => tracking.timeline.map(({ title }) => title);

  /** Let the back office answer the delivery so. */
  async function answer(
    outcome: Parameters<typeof settleDelivery>[2]["outcome"],
    attempt = 1,
  ): Promise<void> {
    const ticket =
      world.handover.given.find(({ kind }) => kind === "delivery") ?? missing("no delivery");
    const loaded = (await loadDelivery(world.ctx, ticket)) ?? missing("nothing to deliver");
    await beginDelivery(world.ctx, ticket, "{}");
    await settleDelivery(world.ctx, loaded, { outcome, attempt });
  }

  describe("by the reference alone", () => {
    it("shows the stage, the target and what the council does", async () => {
      expect(Tracking.parse(await anyone())).toEqual({
        reference: started.reference,
        service: "noise",
        serviceTitle: "Report a noise nuisance",
        languages: ["en"],
        status: "open",
        stage: { id: "received", title: "Received", text: "We have your request." },
        receivedAt: "2025-05-22T09:00:00.000Z",
        respondBy: "2025-05-28T09:00:00.000Z",
        targetText: "We will contact you within 3 working days.",
        delivery: { state: "received", text: "We have your request." },
        timeline: [{ at: "2025-05-22T09:00:00.000Z", title: "We received your request" }],
        documents: [],
        destinations: [expect.objectContaining({ state: "waiting" })],
        stages: expect.any(Array),
        next: expect.objectContaining({ workingDays: 3 }),
        stageSince: "2025-05-22T09:00:00.000Z",
        version: expect.stringMatching(/^[\w-]{16}$/),
        complete: false,
      });
    });

    it("shows nothing that a person said or gave", async () => {
      await answer({ outcome: "accepted", reference: "THEIRS-77" });
      await addNote(world.as({}), started.id, {
        contents: "I met Mrs Byron",
        visibleToCitizen: true,
      });
      const shown = JSON.stringify(await anyone());
      for (const secret of ["THEIRS-77", "Byron", "Acme", "ada@example.com", started.id])
        expect(shown).not.toContain(secret);
      expect(shown).toContain("A note was added");
      expect(shown).toContain("Passed to environmental health");
    });

    it("shows no more to a token for another process", async () => {
      const other = world.as({ only: { process: (await world.start()).id } });
      expect(await trackProcess(other, started.reference)).toEqual(await anyone());
    });

    it("shows no more to a back office's grant, revoked or not", async () => {
      const grant = { generation: 1, connector: "back-office" };
      const ctx = world.as({ only: { process: started.id, grant } });
      expect(await trackProcess(ctx, started.reference)).toEqual(await anyone());
      await revokeGrants(world.ctx, started.id);
      expect(await trackProcess(ctx, started.reference)).toEqual(await anyone());
    });

    it("finds nothing by a reference that was never given", async () => {
      await expect(trackProcess(world.ctx, "EXM-2222-2222")).rejects.toMatchObject({
        code: "not-found",
      });
    });
  });

  describe("with the citizen's token", () => {
    it("shows the form, their reference, and notes with their author", async () => {
      await answer({ outcome: "accepted", reference: "THEIRS-77" });
      await addNote(world.as({}), started.id, { contents: "I called", visibleToCitizen: true });
      const tracking = await citizen();
      expect(tracking).toMatchObject({
        complete: true,
        documents: [{ kind: "form", name: `${started.reference}.html` }],
        timeline: [
          { title: "A note was added", text: "I called", author: "Acme Case Systems" },
          { title: "Passed to environmental health", text: "Their reference is THEIRS-77" },
          { title: "We received your request" },
        ],
      });
      expect(tracking.delivery.text).toContain("THEIRS-77");
    });

    it("shows nothing of a note that is not for them", async () => {
      await addNote(world.as({}), started.id, { contents: "Beware", visibleToCitizen: false });
      expect(titles(await citizen())).toEqual(["We received your request"]);
    });

    it("takes the key as a person types it", async () => {
      expect(await citizen(started.trackingKey.toUpperCase())).toMatchObject({ complete: true });
    });

    it("gives the token for a day", async () => {
      const { token, expiresInS } = await openTracking(
        world.ctx,
        started.reference,
        started.trackingKey,
      );
      expect(expiresInS).toBe(86_400);
      world.clock.move(86_400_000 - 1);
      expect(await world.bearing(token)).toBeDefined();
      world.clock.move(1);
      expect(await world.bearing(token)).toBeUndefined();
    });

    it("is not given for the key of another, nor for a reference that was never given", async () => {
      const { trackingKey } = await world.start();
      const refused = { code: "not-found" };
      await expect(openTracking(world.ctx, started.reference, trackingKey)).rejects.toMatchObject(
        refused,
      );
      await expect(
        openTracking(world.ctx, "EXM-2222-2222", started.trackingKey),
      ).rejects.toMatchObject(refused);
    });
  });

  describe("of the delivery", () => {
    const inHand = { state: "in-hand", text: expect.stringContaining("a person is looking at it") };
    const delayed = { state: "delayed", text: expect.stringContaining("delayed on our side") };

    it("says that we have the report while it waits for its first try", async () => {
      world.handover.full = true;
      started = await world.start();
      expect((await anyone()).delivery).toMatchObject({ state: "received" });
    });

    it("says to whom it was passed, and when, by the clock in London", async () => {
      world.clock.move(3 * 3_600_000 + 2 * 60_000);
      await answer({ outcome: "accepted", reference: "THEIRS-77" });
      expect((await anyone()).delivery).toEqual({
        state: "passed-on",
        text: "Passed to environmental health at 13:02 on 22 May 2025.",
      });
      expect((await citizen()).delivery.text).toBe(
        "Passed to environmental health at 13:02 on 22 May 2025, their reference is THEIRS-77.",
      );
    });

    it("says that it is delayed after a try that failed, and while the next is under way", async () => {
      await answer({ outcome: "retry", code: "unavailable" });
      expect((await anyone()).delivery).toMatchObject(delayed);
      world.clock.move(5000);
      const [ticket] = await claimOwed(world.ctx, 10);
      await beginDelivery(world.ctx, ticket ?? missing("nothing is due"), undefined);
      expect((await anyone()).delivery).toMatchObject(delayed);
    });

    it.each([
      ["held", { outcome: "ambiguous", code: "reply-lost" }],
      ["refused", { outcome: "refused", code: "rejected" }],
    ] as const)("says that a person looks at one that is %s", async (state, outcome) => {
      await answer(outcome);
      const [delivery] = await world.owed(started.id);
      expect(delivery?.state).toBe(state);
      expect((await anyone()).delivery).toMatchObject(inHand);
      expect(titles(await anyone())).toEqual([
        "A person is looking at your request",
        "We received your request",
      ]);
    });

    it("says that a person looks at one that was given up", async () => {
      await answer({ outcome: "retry", code: "unavailable", afterMs: 73 * 3_600_000 }, 20);
      const { given } = world.handover;
      expect(await findOutbox(world.ctx.db, given[0]?.id ?? "")).toMatchObject({ state: "dead" });
      expect((await anyone()).delivery).toMatchObject(inHand);
    });

    it("says that we have the report where there is nobody to pass it to", async () => {
      await world.publish({ steps: [], mappings: [] });
      started = await world.start();
      expect((await anyone()).delivery).toEqual({
        state: "received",
        text: "We have your request.",
      });
    });
  });

  describe("of the stage", () => {
    const task = async () => (await listTasks(world.ctx, started.id)).data[0]?.id ?? "";

    it("writes a change in the words of the back office's table, else in the stage's own", async () => {
      await updateTask(world.ctx, await task(), { externalStatus: "LOOKING" });
      await updateTask(world.ctx, await task(), { externalStatus: "VISIT" });
      expect((await anyone()).timeline.slice(0, 2)).toMatchObject([
        { title: "A visit is arranged", text: "An officer will visit this week." },
        { title: "An officer is looking at it" },
      ]);
    });

    it("leaves out what means nothing to a citizen", async () => {
      await updateTask(world.ctx, await task(), { externalStatus: "X-99" });
      expect(titles(await citizen())).toEqual(["We received your request"]);
    });

    it("says how it ended", async () => {
      await completeTask(world.ctx, await task(), { outcome: "completed", fields: {} });
      expect(await anyone()).toMatchObject({
        status: "completed",
        stage: { id: "done" },
        timeline: [
          { title: "Finished", text: "We have finished with your request." },
          { title: "We received your request" },
        ],
      });
    });
  });
});

function missing(what: string): never {
  throw new Error(what);
}
