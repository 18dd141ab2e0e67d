import { type BulkOutcome, type BulkTasks, Problem } from "@guildhall/contract";
import { keepAnswer, recall } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { addNote } from "../note/add.ts";
import { assignTask } from "./assign.ts";
import { completeTask } from "./complete.ts";
import { reachTask } from "./list.ts";

/**
 * Do one thing to many tasks, each in its own change, and say of each what became of it.
 *
 * What came to nothing with one keeps none of the others back. Where the request comes again, what was done is not done
 * again. A token for one process does nothing to many.
 */
export async function bulkTasks(ctx: Context, { tasks, act }: BulkTasks): Promise<BulkOutcome> {
  requireScope(ctx, "tasks:write");
  if (ctx.only) throw new Problem("scope-missing");
  const data: BulkOutcome["data"] = [];
  for (const task of tasks) {
    const code = await attempt(() => doTo(ofTask(ctx, task), task, act));
    data.push(code === undefined ? { task } : { task, code });
  }
  return keepAnswer(ctx, { data });
}

/** A context in which what is answered is remembered for this task alone. */
function ofTask(ctx: Context, task: string): Context {
  const { request } = ctx;
  return request ? { ...ctx, request: { ...request, id: `${request.id}/${task}` } } : ctx;
}

async function attempt(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function doTo(ctx: Context, id: string, act: BulkTasks["act"]): Promise<unknown> {
  if (await recall(ctx)) return undefined;
  switch (act.kind) {
    case "assign":
      return assignTask(ctx, id, act);
    case "complete":
      return completeTask(ctx, id, act);
    case "note":
      return addNote(ctx, (await reachTask(ctx, id)).process.id, act);
  }
}
