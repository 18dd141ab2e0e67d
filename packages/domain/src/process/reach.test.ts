import { Problem } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { loadDelivery } from "../delivery/load.ts";
import { openDocument } from "../document/get.ts";
import { formDocumentId, listDocuments } from "../document/list.ts";
import { beginDraft } from "../draft/begin.ts";
import { addNote } from "../note/add.ts";
import { listNotes } from "../note/list.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, type World } from "../testing.ts";
import { listEvents } from "./events.ts";
import { getProcess } from "./get.ts";
import { revokeGrants } from "./revoke-grants.ts";

/** A process and its task, by their ids. */
interface Target {
  readonly process: string;
  readonly task: string;
}

const note = { contents: "Hello", visibleToCitizen: false };
const verbs: [string, (ctx: Context, target: Target) => Promise<unknown>][] = [
  ["getProcess", (ctx, { process }) => getProcess(ctx, process)],
  ["listEvents", (ctx, { process }) => listEvents(ctx, process)],
  ["listNotes", (ctx, { process }) => listNotes(ctx, process)],
  ["addNote", (ctx, { process }) => addNote(ctx, process, note)],
  ["listDocuments", (ctx, { process }) => listDocuments(ctx, process)],
  ["openDocument", (ctx, { process }) => openDocument(ctx, formDocumentId(process))],
  ["listTasks", (ctx, { process }) => listTasks(ctx, process)],
  ["updateTask", (ctx, { task }) => updateTask(ctx, task, { state: "in-progress" })],
  [
    "completeTask",
    (ctx, { task }) => completeTask(ctx, task, { outcome: "completed", fields: {} }),
  ],
  ["revokeGrants", (ctx, { process }) => revokeGrants(ctx, process)],
];
const unknown: Target = {
  process: "prc_01zzzzzzzzzzzzzzzzzzzzzzzz",
  task: "tsk_01zzzzzzzzzzzzzzzzzzzzzzzz",
};

describe("what an actor may reach", () => {
  let world: World;
  let mine: Target;
  let others: Target;
  beforeEach(async () => {
    world = await createWorld();
    [mine, others] = [await begin(), await begin()];
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<Target> {
    const { id: process } = await world.start();
    return { process, task: (await listTasks(world.ctx, process)).data[0]?.id ?? "" };
  }

  /** The refusal as a caller could tell it from another: all of it. */
  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => "done",
      (problem: unknown) =>
        problem instanceof Problem
          ? JSON.stringify({ ...problem, says: problem.message })
          : problem,
    );

  describe.each(verbs)("by %s", (_, verb) => {
    it("is nothing under an id that was never given", async () => {
      await expect(verb(world.ctx, unknown)).rejects.toMatchObject({ code: "not-found" });
    });

    it("is, with a token for another process, the same as under an id that was never given", async () => {
      const ctx = world.as({ only: { process: mine.process } });
      expect(await refusal(verb(ctx, others))).toBe(await refusal(verb(ctx, unknown)));
      expect(await refusal(verb(ctx, mine))).toBe("done");
    });

    it("is nothing with a draft's token", async () => {
      const { id: draft } = await beginDraft(world.ctx, { service: "noise" });
      const ctx = world.as({ only: { draft } });
      await expect(verb(ctx, mine)).rejects.toMatchObject({ code: "not-found" });
    });
  });

  describe("with the grant that went with a delivery", () => {
    async function granted(): Promise<Context> {
      const ticket = world.handover.given.find(({ kind }) => kind === "delivery");
      const loaded = ticket && (await loadDelivery(world.ctx, ticket));
      const ctx = await world.bearing(loaded?.input.facts.grant ?? "");
      if (!ctx) throw new Error("the grant is no good");
      return ctx;
    }

    it("is its own process, in the name of the back office", async () => {
      const ctx = await granted();
      expect(await addNote(ctx, mine.process, note)).toMatchObject({
        author: "environmental health",
      });
      await expect(getProcess(ctx, others.process)).rejects.toMatchObject({ code: "not-found" });
    });

    it("is not the right to submit, to issue keys, or to revoke grants", async () => {
      const { scopes } = await granted();
      for (const scope of [
        "processes:write",
        "drafts:write",
        "keys:write",
        "services:write",
      ] as const)
        expect(scopes.has(scope)).toBe(false);
    });

    it("ends at once when the grants are revoked, and the trail says so", async () => {
      const ctx = await granted();
      await revokeGrants(world.ctx, mine.process);
      await expect(addNote(ctx, mine.process, note)).rejects.toMatchObject({
        code: "unauthenticated",
      });
      expect(await world.told(mine.process)).toEqual(["process.started", "grants.revoked"]);
      expect(await getProcess(world.ctx, others.process)).toBeDefined();
    });

    it("comes anew with what is handed over after", async () => {
      await revokeGrants(world.ctx, mine.process);
      expect(await addNote(await granted(), mine.process, note)).toBeDefined();
    });

    it("outlives the end of the process by a week", async () => {
      const ctx = await granted();
      await updateTask(ctx, mine.task, { externalStatus: "CLOSED" });
      world.clock.move(7 * 86_400_000);
      expect(await getProcess(ctx, mine.process)).toMatchObject({ status: "completed" });
      world.clock.move(1);
      await expect(getProcess(ctx, mine.process)).rejects.toMatchObject({
        code: "unauthenticated",
      });
    });
  });
});
