import { BulkOutcome, BulkTasks, Colleague, Id, Task, TaskAssignment } from "@guildhall/contract";
import { assignTask, bulkTasks, listColleagues, listTeams, recall } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { changed, etagOf, ifMatch, ifMatchHeader } from "../etag.ts";
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
} from "../router.ts";
import { followedCases } from "./followed-cases.ts";
import { workload } from "./workload.ts";

const common = { tags: ["Tasks"], security: bearer };
const exampleTask = "tsk_01kb3zq8w5v0t6m2h9r4c7d1xe";

const assign = createRoute({
  ...common,
  method: "post",
  path: "/tasks/{id}/assignment",
  operationId: "assignTask",
  summary: "Give a task to a colleague, or to nobody",
  description:
    "For members of staff alone: whose work is whose is told to no key. Whoever is given it is active here and may do tasks. `words` become a note that the citizen does not see.",
  parameters: [idempotencyKey, ifMatchHeader],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: z.object({ id: Id }),
    body: {
      required: true,
      ...json(TaskAssignment, { assignee: null, words: "I am away from Monday." }),
    },
  },
  responses: {
    ...changed("The task", Task),
    ...refusals(...postRefusals, "invalid-transition", "precondition-failed"),
  },
});

const bulk = createRoute({
  ...common,
  method: "post",
  path: "/tasks/bulk",
  operationId: "bulkTasks",
  summary: "Do one thing to many tasks",
  description:
    "Each in its own change: a task that it cannot be done to has the code of its problem beside it, and keeps none of the others back. A note goes to the process of each task.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    body: {
      required: true,
      ...json(BulkTasks, {
        tasks: [exampleTask],
        act: { kind: "note", contents: "Held until the thaw.", visibleToCitizen: false },
      }),
    },
  },
  responses: {
    200: { description: "What became of each", ...json(BulkOutcome) },
    ...refusals(...postRefusals),
  },
});

const teams = createRoute({
  ...common,
  method: "get",
  path: "/teams",
  operationId: "listTeams",
  summary: "List the names of teams that are in use",
  description: "Those of live services, of tasks that are still to do, and of people, by name.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Names", ...json(z.object({ data: z.array(z.string()) })) },
    ...refusals(...readRefusals),
  },
});

const colleagues = createRoute({
  ...common,
  method: "get",
  path: "/colleagues",
  operationId: "listColleagues",
  summary: "List those who can be given a task",
  description: "For members of staff alone: who works at a council is told to no key. By name.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "People", ...json(z.object({ data: z.array(Colleague) })) },
    ...refusals(...readRefusals),
  },
});

/** The work of a council's teams: whose tasks are, what is done to many, and how much there is of it. */
export const taskWork = createRouter()
  .openapi(bulk, async (c) => {
    const { ctx } = c.var;
    const before = await recall<BulkOutcome>(ctx);
    const done = before?.answer ?? (await bulkTasks(ctx, c.req.valid("json")));
    return c.json(done, 200, answered(before));
  })
  .openapi(assign, async (c) => {
    const { ctx } = c.var;
    const { id } = c.req.valid("param");
    const before = await recall<Task>(ctx);
    const task = before?.answer ?? (await assignTask(ctx, id, c.req.valid("json"), ifMatch(c)));
    return c.json(task, 200, { ...answered(before), ETag: etagOf(task) });
  })
  .openapi(teams, async (c) => c.json(await listTeams(c.var.ctx), 200))
  .openapi(colleagues, async (c) => c.json(await listColleagues(c.var.ctx), 200))
  .route("/", workload)
  .route("/", followedCases);
