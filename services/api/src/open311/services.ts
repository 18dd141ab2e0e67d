import { Problem, type Service, type ServiceSummary } from "@guildhall/contract";
import { type Context, getService, listServices } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { createRouter } from "../router.ts";
import { attributesOf } from "./attributes.ts";
import { errors, Jurisdiction, open, said } from "./documented.ts";
import { say } from "./format.ts";
import { isOffered } from "./questions.ts";
import { Service311, ServiceDefinition311 } from "./schemas.ts";

const tags = ["Services"];

const list = createRoute({
  method: "get",
  path: "/services",
  operationId: "open311Services",
  summary: "See which services a report can be made to",
  tags,
  security: open,
  request: { query: Jurisdiction },
  responses: { 200: said("Services", z.array(Service311)), ...errors },
});

const definition = createRoute({
  method: "get",
  path: "/services/{service_code}",
  operationId: "open311Definition",
  summary: "See what a service asks",
  tags,
  security: open,
  request: { params: z.object({ service_code: z.string() }), query: Jurisdiction },
  responses: { 200: said("What it asks", ServiceDefinition311), ...errors },
});

export const services = createRouter()
  .openapi(list, async (c) => {
    const offered = (await everyService(c.var.ctx)).filter(isOffered);
    return say(c, "services", offered.map(present));
  })
  .openapi(definition, async (c) => {
    const service = await offeredService(c.var.ctx, c.req.valid("param").service_code);
    const attributes = attributesOf(service);
    return say(c, "service_definition", { service_code: service.id, attributes });
  });

/**
 * Find a service that is offered here.
 *
 * @throws Problem `not-found`
 */
export async function offeredService(ctx: Context, code: string): Promise<Service> {
  const service = await getService(ctx, code);
  if (!isOffered(service)) throw new Problem("not-found");
  return service;
}

const fullPage = 100;

async function everyService(ctx: Context): Promise<Service[]> {
  const found: ServiceSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await listServices(ctx, { limit: fullPage, ...(cursor ? { cursor } : {}) });
    found.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return Promise.all(found.map(({ id }) => getService(ctx, id)));
}

/**
 * A service as Open311 lists it.
 *
 * `private` is FixMyStreet's word for reports that only their sender and the council see. What a citizen tells a
 * council in a form, and what the council writes back, is for nobody else.
 */
function present({ id, title, summary, category }: Service) {
  return {
    service_code: id,
    service_name: title,
    description: summary,
    metadata: true,
    type: "realtime",
    keywords: "private",
    group: category,
  };
}
