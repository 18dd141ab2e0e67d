import type { ConnectorDefinition, NotFixed } from "@guildhall/contract";
import { listOutbox, putConnector, transact } from "@guildhall/store";
import { takeInChange } from "../back-office/take-in.ts";
import type { Context } from "../context.ts";
import { listNotes } from "../note/list.ts";
import { getProcess } from "../process/get.ts";
import { startProcess } from "../process/start.ts";
import { openTracking, trackProcess } from "../process/track.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { acceptCase, createWorld, exampleshire, sampleAnswers, type World } from "../testing.ts";
import { sayNotFixed } from "./not-fixed.ts";

const dayMs = 86_400_000;
const reopens: NotFixed = { rule: "reopen", withinDays: 28, times: 1 };
const anew: NotFixed = { rule: "start-anew", withinDays: 28, times: 1 };

describe("sayNotFixed", () => {
  let world: World;
  let started: Awaited<ReturnType<World["start"]>>;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(notFixed?: NotFixed): Promise<void> {
    await world.publish(notFixed ? { notFixed } : {});
    started = await world.start();
  }
  async function citizen(of = started): Promise<Context> {
    const { token } = await openTracking(world.as({ scopes: [] }), of.reference, of.trackingKey);
    const ctx = await world.bearing(token);
    if (!ctx) throw new Error("the citizen's own token is no good");
    return ctx;
  }
  async function end(outcome: "completed" | "closed" | "referred" = "completed"): Promise<void> {
    const { data } = await listTasks(world.ctx, started.id);
    const open = data.find(({ state }) => state === "open");
    await completeTask(world.ctx, open?.id ?? "", { outcome, fields: {} });
  }
  const say = async (words?: string) =>
    sayNotFixed(await citizen(), started.reference, words === undefined ? {} : { words });
  const stands = async () => {
    const { status, stage, endedAt } = await getProcess(world.ctx, started.id);
    return [status, stage.id, endedAt];
  };

  describe("where it is opened again", () => {
    beforeEach(async () => {
      await begin(reopens);
      await end();
    });

    it("goes on at its first stage, with what was said as a note and a task for the team", async () => {
      expect(await say("It is still loud")).toEqual({ rule: "reopen" });
      expect(await stands()).toEqual(["open", "received", undefined]);
      const { data: notes } = await listNotes(world.ctx, started.id);
      expect(notes).toMatchObject([
        { contents: "It is still loud", author: "You", visibleToCitizen: true },
      ]);
      const { data: tasks } = await listTasks(world.ctx, started.id);
      expect(tasks.at(-1)).toMatchObject({
        step: "not-fixed",
        title: "The citizen says that it is not fixed. Tell environmental health",
        team: "Noise team",
        state: "open",
      });
      expect((await world.told(started.id)).slice(-2)).toEqual(["process.reopened", "note.added"]);
      const last = (await world.owed(started.id)).filter(({ kind }) => kind === "message").at(-1);
      expect(last?.purpose).toBe("reopened");
    });

    it("goes on at the stage that its service names", async () => {
      await begin({ ...reopens, stage: "looking" });
      await end();
      await say("It is still loud");
      expect(await stands()).toEqual(["open", "looking", undefined]);
    });

    it("ends again when the task is done", async () => {
      await say("It is still loud");
      await end("closed");
      expect((await stands()).slice(0, 2)).toEqual(["closed", "done"]);
    });

    it("lets the back office's grant work again", async () => {
      const grant = { generation: 1, connector: "back-office" };
      const office = world.as({ only: { process: started.id, grant } });
      world.clock.move(8 * dayMs);
      await expect(getProcess(office, started.id)).rejects.toMatchObject({
        code: "unauthenticated",
      });
      await say("It is still loud");
      expect(await getProcess(office, started.id)).toMatchObject({ status: "open" });
    });

    it("is refused once it is open again, and as often as the service says", async () => {
      await say("It is still loud");
      await expect(say("Again")).rejects.toMatchObject({ code: "process-open" });
      await end();
      await expect(say("Again")).rejects.toMatchObject({ code: "not-fixed-too-often" });
    });

    it("lets one of two win", async () => {
      const both = await Promise.allSettled([say("One"), say("Two")]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect((await listNotes(world.ctx, started.id)).data).toHaveLength(1);
    });

    it("is refused after its time", async () => {
      world.clock.move(28 * dayMs + 1);
      await expect(say("Late")).rejects.toMatchObject({ code: "not-fixed-too-late" });
    });

    it("is refused without words", async () => {
      await expect(say()).rejects.toMatchObject({
        code: "request-invalid",
        faults: [{ pointer: "/words", code: "missing" }],
      });
    });

    it("is offered to its citizen alone, until its last day", async () => {
      const { ending } = await trackProcess(await citizen(), started.reference);
      expect(ending?.notFixed).toEqual({ rule: "reopen", until: "2025-06-19T09:00:01.000Z" });
      const seen = await trackProcess(world.as({ scopes: [] }), started.reference);
      expect(seen.ending).toEqual({
        outcome: "completed",
        title: "Done",
        text: "We have finished with your request.",
      });
    });

    it("is not there for whoever is not its citizen", async () => {
      const other = await world.start();
      const grant = { generation: 1, connector: "back-office" };
      const strangers = [
        world.ctx,
        await citizen(other),
        world.as({ only: { process: started.id, grant } }),
      ];
      for (const stranger of strangers)
        await expect(
          sayNotFixed(stranger, started.reference, { words: "It is" }),
        ).rejects.toMatchObject({ code: "not-found" });
    });
  });

  it("is refused while it is open", async () => {
    await begin(reopens);
    await expect(say("It is loud")).rejects.toMatchObject({ code: "process-open" });
  });

  it("is refused where the service does not offer it, and of what is not the council's own", async () => {
    await begin();
    await end();
    await expect(say("It is loud")).rejects.toMatchObject({ code: "not-fixed-not-offered" });
    await begin(reopens);
    await end("referred");
    await expect(say("It is loud")).rejects.toMatchObject({ code: "not-fixed-not-offered" });
  });

  describe("with a back office that has its case", () => {
    const lastTask = async () => (await listTasks(world.ctx, started.id)).data.at(-1)?.title;
    async function follows(...changed: ConnectorDefinition["follows"]): Promise<void> {
      await begin(reopens);
      const [office] = exampleshire.connectors;
      if (!office) throw new Error("Exampleshire has a back office");
      await transact(world.ctx.db, (tx) => putConnector(tx, { ...office, follows: changed }));
      await acceptCase(world, "CASE-1");
      await end();
      await say("It is still loud");
    }

    it("tells one that takes notes and updates both", async () => {
      await follows("note", "update");
      const owed = await listOutbox(world.ctx.db, [started.id]);
      const told = owed.filter(({ kind }) => kind === "delivery").slice(-2);
      expect(told.map(({ operation }) => operation)).toEqual(["update", "note"]);
      expect(await lastTask()).toBe("The citizen says that it is not fixed");
    });

    it("calls a person where it takes none", async () => {
      await follows("update");
      expect(await lastTask()).toBe(
        "The citizen says that it is not fixed. Tell environmental health",
      );
    });

    it("ends again when the back office says so", async () => {
      await follows("note");
      const at = new Date(world.clock.now());
      const change = { reference: "CASE-1", changeKey: "9", status: "CLOSED/NO-ACTION", at };
      await takeInChange(world.ctx, "back-office", change);
      expect((await stands()).slice(0, 2)).toEqual(["closed", "done"]);
      const { data } = await listTasks(world.ctx, started.id);
      expect(data.every(({ state }) => state !== "open")).toBe(true);
    });
  });

  describe("where a new request is begun", () => {
    beforeEach(async () => {
      await begin(anew);
      await end();
    });

    async function send(said: Awaited<ReturnType<typeof say>>) {
      const ctx = await world.bearing(said.draft?.token ?? "");
      if (!ctx) throw new Error("the draft's token is no good");
      return startProcess(ctx, { service: "noise", answers: said.draft?.answers ?? {} });
    }

    it("begins a form with the same answers, which becomes a process that continues the first", async () => {
      const said = await say();
      expect(said).toMatchObject({ rule: "start-anew", draft: { answers: sampleAnswers } });
      const next = await send(said);
      expect(await getProcess(world.ctx, next.id)).toMatchObject({ continues: started.id });
      expect((await stands())[0]).toBe("completed");
    });

    it("goes on with the form that was begun before", async () => {
      const [first, second] = [await say(), await say()];
      expect(second.draft?.id).toBe(first.draft?.id);
    });

    it("begins one form where it is said several times at once", async () => {
      const all = await Promise.all(Array.from({ length: 5 }, () => say()));
      expect(new Set(all.map(({ draft }) => draft?.id)).size).toBe(1);
    });

    it("is refused of what was begun anew, as often as the service says", async () => {
      const next = await send(await say());
      await expect(say()).rejects.toMatchObject({ code: "not-fixed-too-often" });
      started = next;
      await end();
      await expect(say()).rejects.toMatchObject({ code: "not-fixed-too-often" });
    });

    it("is refused with words, which nobody would read", async () => {
      await expect(say("It is loud")).rejects.toMatchObject({
        code: "request-invalid",
        faults: [{ pointer: "/words", code: "unexpected" }],
      });
    });
  });
});
