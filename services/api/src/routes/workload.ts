import { Allocation, Workload } from "@guildhall/contract";
import { allocateTeam, getWorkload, recall } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered, once } from "../once.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const common = { tags: ["Tasks"], security: bearer };

const see = createRoute({
  ...common,
  method: "get",
  path: "/workload",
  operationId: "getWorkload",
  summary: "See what is late, stuck, held and unowned, and what each team has to do",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Counts, as they are now", ...json(Workload) },
    ...refusals(...readRefusals),
  },
});

const allocate = createRoute({
  ...common,
  method: "post",
  path: "/teams/{team}/allocation",
  operationId: "allocateTeam",
  summary: "Share a team's unowned tasks out among its people",
  description:
    "The soonest due first, each to whoever has fewest tasks to do. At most 200 at once: `left` says how many are nobody's still.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, once] as const,
  request: { params: z.object({ team: z.string().min(1).max(120) }) },
  responses: {
    200: { description: "How many each was given", ...json(Allocation) },
    ...refusals(...postRefusals),
  },
});

/** The work of a council's teams, for whoever looks after it. */
export const workload = createRouter()
  .openapi(see, async (c) => c.json(await getWorkload(c.var.ctx), 200))
  .openapi(allocate, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Allocation>(ctx);
    const shared = before?.answer ?? (await allocateTeam(ctx, c.req.valid("param").team));
    return c.json(shared, 200, answered(before));
  });
