import { Id, Problem, type Task } from "@guildhall/contract";
import { type Context, completeTask, listTasks, recall } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered } from "../once.ts";
import { readJson } from "../read-json.ts";
import { byKey, byName } from "../repeat.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";
import { CompletedStep, CurrentStep, type GivenField, StepCompletion } from "./schemas.ts";

const tags = ["Steps"];
const security = bearer;

const current = createRoute({
  method: "get",
  path: "/processes/{id}/current-step",
  operationId: "getCurrentStep",
  summary: "See what has to be done next",
  description:
    "The first task that is open. Where there is none, `id` and `name` are null. Needs `tasks:read`.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: "The step", ...json(CurrentStep) },
    ...refusals(...readRefusals),
  },
});

const complete = createRoute({
  method: "post",
  path: "/processes/{id}/steps/{stepId}/complete",
  operationId: "completeStep",
  summary: "Complete a step; the citizen is told how it ended",
  description:
    "The field `outcome` says how: `completed`, `closed` or `referred`. The field `externalStatus` is looked up in the connector's table. The same completion may be sent again. Needs `tasks:read` and `tasks:write`.",
  tags,
  security,
  middleware: [requireCredential, readJson] as const,
  request: {
    params: z.object({ id: Id, stepId: Id }),
    body: {
      required: true,
      ...json(StepCompletion, {
        fields: [
          { code: "outcome", value: "completed" },
          { code: "externalStatus", value: "CLOSED" },
        ],
      }),
    },
  },
  responses: {
    200: { description: "The step", ...json(CompletedStep) },
    ...refusals(...writeRefusals, "invalid-transition", "idempotency-mismatch"),
  },
});

/** A process's tasks as the steps of a workflow. */
export const steps = createRouter()
  .openapi(current, async (c) => {
    const { data } = await listTasks(c.var.ctx, c.req.valid("param").id);
    return c.json(present(data.find(isOpen)), 200);
  })
  .openapi(complete, async (c) => {
    const { id, stepId } = c.req.valid("param");
    await findStep(c.var.ctx, id, stepId);
    // A step ends once, and nobody means it twice.
    const ctx = (await byKey(c)) ?? byName(c, c.var.bodyDigest);
    const before = await recall<Task>(ctx);
    const { fields } = c.req.valid("json");
    const task = before?.answer ?? (await completeTask(ctx, stepId, completionOf(fields)));
    const { title: name, completedAt } = task;
    const step = { id: stepId, name, ...(completedAt === undefined ? {} : { completedAt }) };
    return c.json(step, 200, answered(before));
  });

/** A step of another process is as one that does not exist. */
async function findStep(ctx: Context, process: string, step: string): Promise<void> {
  const { data } = await listTasks(ctx, process);
  if (!data.some(({ id }) => id === step)) throw new Problem("not-found");
}

function isOpen({ state }: Task): boolean {
  return state === "open" || state === "in-progress";
}

function present(task: Task | undefined): CurrentStep {
  if (!task) return { id: null, name: null, fields: [] };
  return {
    id: task.id,
    name: task.title,
    fields: [
      { code: "outcome", label: "How it ended: completed, closed or referred", value: null },
      { code: "externalStatus", label: "Status", value: task.externalStatus ?? null },
    ],
  };
}

const Outcome = z.enum(["completed", "closed", "referred"]).default("completed");

/** The outcome where it is among the fields, and every other field in the back office's own words. */
function completionOf(given: readonly GivenField[]): Parameters<typeof completeTask>[2] {
  const { outcome, ...fields } = Object.fromEntries(
    given.flatMap(({ code, value }) => (value === null ? [] : [[code, String(value)]])),
  );
  const parsed = Outcome.safeParse(outcome);
  if (!parsed.success) {
    const at = given.findLastIndex(({ code }) => code === "outcome");
    throw new Problem("request-invalid", {
      faults: [{ pointer: `/fields/${at}/value`, code: "not-an-option" }],
    });
  }
  return { outcome: parsed.data, fields };
}
