import { insertOutbox, type OutboxState, settleAttempt, transact } from "@guildhall/store";
import type { Context } from "../context.ts";
import { retryDelivery } from "../delivery/retry.ts";
import { addNote } from "../note/add.ts";
import { createWorld, noise, type World } from "../testing.ts";
import { completeTask } from "./complete.ts";
import { getTask, listTasks } from "./list.ts";
import { updateTask } from "./update.ts";

/** What can be done to a task, and the state that it then is in. */
const actions = {
  reopen: [(ctx: Context, id: string) => updateTask(ctx, id, { state: "open" }), "open"],
  begin: [
    (ctx: Context, id: string) => updateTask(ctx, id, { state: "in-progress" }),
    "in-progress",
  ],
  complete: [
    (ctx: Context, id: string) => completeTask(ctx, id, { outcome: "completed", fields: {} }),
    "completed",
  ],
} as const;

/** How a task comes to each state. The other task of its process is the second. */
const ways = {
  open: async () => {},
  "in-progress": (ctx: Context, id: string) => updateTask(ctx, id, { state: "in-progress" }),
  completed: actions.complete[0],
  cancelled: (ctx: Context, _: string, other: string) =>
    updateTask(ctx, other, { externalStatus: "CLOSED" }),
} as const;

type State = keyof typeof ways;
type Action = keyof typeof actions;
const pairs = (Object.keys(ways) as State[]).flatMap((state) =>
  (Object.keys(actions) as Action[]).map((action) => [state, action] as const),
);

describe("the states of work", () => {
  let world: World;
  let process: string;
  let id: string;
  let other: string;
  beforeEach(async () => {
    world = await createWorld();
    const second = { id: "call", kind: "task", title: "Call back" } as const;
    await world.publish({ steps: [...noise.steps, second] });
    process = (await world.start()).id;
    const { data } = await listTasks(world.ctx, process);
    [id = "", other = ""] = data.map((task) => task.id);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it.each(pairs)(
    "are left by a task that is %s, when it is to %s, where there is a way",
    async (state, action) => {
      await ways[state](world.ctx, id, other);
      const [act, becomes] = actions[action];
      if (state === "open" || state === "in-progress") {
        expect(await act(world.ctx, id)).toMatchObject({ state: becomes });
        return;
      }
      await expect(act(world.ctx, id)).rejects.toMatchObject({ code: "invalid-transition" });
      expect(await getTask(world.ctx, id)).toMatchObject({ state });
    },
  );

  it.each(["completed", "closed", "referred"] as const)(
    "take no note once the process is %s",
    async (outcome) => {
      for (const task of [id, other]) await completeTask(world.ctx, task, { outcome, fields: {} });
      const note = { contents: "Late", visibleToCitizen: true };
      await expect(addNote(world.ctx, process, note)).rejects.toMatchObject({
        code: "process-closed",
      });
    },
  );

  it.each<[OutboxState, boolean]>([
    ["pending", true],
    ["queued", false],
    ["accepted", false],
    ["refused", true],
    ["held", true],
    ["dead", true],
    ["handled", false],
  ])("of a delivery that is %s let it be sent again: %s", async (state, may) => {
    const delivery = "out_01kb3zq8w5v0t6m2h9r4c7d1xe";
    const row = { id: delivery, process, kind: "delivery", purpose: "case", event: 1 } as const;
    await transact(world.ctx.db, async (tx) => {
      const due = { nextAt: 0, giveUpAt: 1, leaseUntil: 1 };
      await insertOutbox(tx, { ...row, destination: "back-office", ...due });
      if (state !== "queued")
        await settleAttempt(tx, { id: delivery, generation: 1 }, { state, nextAt: 0 });
    });
    const retried = retryDelivery(world.ctx, delivery);
    if (may) expect(await retried).toMatchObject({ id: delivery, state: "pending" });
    else await expect(retried).rejects.toMatchObject({ code: "invalid-transition" });
  });
});
