import { Id, Task, TaskCompletion, TaskUpdate } from "@guildhall/contract";
import { completeTask, recall, updateTask } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { exampleCompletion } from "../examples.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const params = z.object({ id: Id });
const tags = ["Tasks"];

const update = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "updateTask",
  summary: "Say how far a task is; the citizen is told when the stage changes",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(TaskUpdate, { state: "in-progress" }) } },
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
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(TaskCompletion, exampleCompletion) } },
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
