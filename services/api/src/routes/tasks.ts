import {
  Id,
  Instant,
  PageQuery,
  Slug,
  Task,
  TaskCompletion,
  TaskState,
  TaskUpdate,
} from "@guildhall/contract";
import { completeTask, getTask, listAllTasks, recall, updateTask } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed, sheetOf } from "../csv.ts";
import {
  changed,
  edited,
  etagOf,
  found,
  ifMatch,
  ifMatchHeader,
  ifNoneMatchHeader,
  withEtag,
} from "../etag.ts";
import { exampleCompletion } from "../examples.ts";
import { several } from "../filters.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";
import { taskSheet } from "../sheets.ts";

const params = z.object({ id: Id });
const common = { tags: ["Tasks"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listAllTasks",
  summary: "List the tasks of all processes, newest first or soonest due first",
  description:
    "A part may be short, or empty, and not be the last: that has no `nextCursor`. Whose a task is, members of staff are told and no key.",
  middleware: [requireCredential] as const,
  request: {
    query: PageQuery.extend({
      state: several(TaskState),
      service: several(Slug),
      team: z.string().max(120).optional(),
      assignee: z
        .union([z.enum(["me", "nobody"]), Id])
        .optional()
        .meta({
          description:
            "Whose they are: `me`, `nobody` or a person's id. For members of staff alone",
        }),
      overdue: z
        .literal("true")
        .transform(() => true)
        .optional()
        .meta({
          description: "Those that are still to do and should have been done",
        }),
      order: z.literal("due").optional().meta({
        description: "Soonest due first, those without a day last; of those that are still to do",
      }),
      process: Id.optional(),
      dueBefore: Instant.optional(),
      updatedSince: Instant.optional(),
    }),
  },
  responses: {
    ...sheetOf("Tasks", Task),
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{id}",
  operationId: "getTask",
  summary: "Read a task",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The task", Task), ...refusals(...readRefusals) },
});

const update = createRoute({
  ...common,
  method: "patch",
  path: "/{id}",
  operationId: "updateTask",
  summary: "Update a task",
  description: "Say how far it is. The citizen is told when the stage changes.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(TaskUpdate, { state: "in-progress" }) } },
  responses: {
    ...changed("The task", Task),
    ...refusals(...writeRefusals, "invalid-transition", "precondition-failed"),
  },
});

const complete = createRoute({
  ...common,
  method: "post",
  path: "/{id}/complete",
  operationId: "completeTask",
  summary: "Complete a task",
  description:
    "`outcome` is `completed`, `closed` (without action) or `referred` (to somebody else). The citizen is told how the process ended.",
  parameters: [idempotencyKey, ifMatchHeader],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(TaskCompletion, exampleCompletion) } },
  responses: {
    ...changed("The task", Task),
    ...refusals(...postRefusals, "invalid-transition", "precondition-failed"),
  },
});

export const tasks = createRouter()
  .openapi(list, (c) => {
    const { ctx } = c.var;
    return listed(c, taskSheet, c.req.valid("query"), (query) => listAllTasks(ctx, query));
  })
  .openapi(read, async (c) => withEtag(c, await getTask(c.var.ctx, c.req.valid("param").id)))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    return edited(c, await updateTask(c.var.ctx, id, c.req.valid("json"), ifMatch(c)));
  })
  .openapi(complete, async (c) => {
    const { ctx } = c.var;
    const { id } = c.req.valid("param");
    const before = await recall<Task>(ctx);
    const task = before?.answer ?? (await completeTask(ctx, id, c.req.valid("json"), ifMatch(c)));
    return c.json(task, 200, { ...answered(before), ETag: etagOf(task) });
  });
