import { Task, TaskCompletion, TaskUpdate } from "@guildhall/contract";
import { completeTask, recall, updateTask } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { once, readJson } from "../body.ts";
import { answered } from "../replay.ts";
import {
  bearer,
  createRouter,
  idempotent,
  json,
  postRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const params = z.object({ id: z.string().max(64) });
const tags = ["Tasks"];

const update = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "updateTask",
  summary: "Say how far a task is; the citizen is told when the stage changes",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(TaskUpdate) } },
  responses: {
    200: { description: "The task", ...json(Task) },
    ...refusals(...writeRefusals, "invalid-transition"),
  },
});

const complete = createRoute({
  method: "post",
  path: "/{id}/complete",
  operationId: "completeTask",
  summary: "Complete a task; the citizen is told how it ended",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson, once] as const,
  request: { params, headers: idempotent, body: { required: true, ...json(TaskCompletion) } },
  responses: {
    200: { description: "The task", ...json(Task) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

export const tasks = createRouter()
  .openapi(update, async (c) =>
    c.json(await updateTask(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
  )
  .openapi(complete, async (c) => {
    const before = await recall<Task>(c.var.ctx);
    const task =
      before?.answer ??
      (await completeTask(c.var.ctx, c.req.valid("param").id, c.req.valid("json")));
    return c.json(task, 200, answered(before));
  });
