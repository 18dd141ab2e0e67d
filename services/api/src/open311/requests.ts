import { Reference } from "@guildhall/contract";
import {
  type Context,
  type FollowedProcess,
  getProcessByReference,
  getService,
  listDocuments,
  openDocument,
  searchProcesses,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { createRouter } from "../router.ts";
import { errors, Jurisdiction, keyed, said } from "./documented.ts";
import { refusal } from "./errors.ts";
import { say } from "./format.ts";
import { Request311, TokenAnswer } from "./schemas.ts";
import { inSeconds, readWindow } from "./window.ts";

const tags = ["Requests"];
const security = keyed;

const dayMs = 86_400_000;
const mostRows = 1000;

const list = createRoute({
  method: "get",
  path: "/requests",
  operationId: "open311Requests",
  summary: "Follow requests",
  description:
    "Those of the last 90 days, or of the time that is asked for, newest first and at most 1,000. `service_request_id` counts before everything else. Needs `processes:read`.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: {
    query: Jurisdiction.extend({
      service_request_id: z.string().optional(),
      service_code: z.string().optional(),
      start_date: z.string().optional(),
      end_date: z.string().optional(),
      status: z.string().optional(),
    }),
  },
  responses: { 200: said("Requests", z.array(Request311)), ...errors },
});

const read = createRoute({
  method: "get",
  path: "/requests/{service_request_id}",
  operationId: "open311Request",
  summary: "Follow one request",
  description:
    "Needs `processes:read`. The address is there for a key that may read documents too, and reading it is recorded.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params: z.object({ service_request_id: Reference }), query: Jurisdiction },
  responses: { 200: said("The request, in a list of one", z.array(Request311)), ...errors },
});

const token = createRoute({
  method: "get",
  path: "/tokens/{token}",
  operationId: "open311Token",
  summary: "Find the request of a token",
  description:
    "Requests are known by their own id at once, so no token is ever given out: an id is its own token.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params: z.object({ token: Reference }), query: Jurisdiction },
  responses: { 200: said("The request", z.array(TokenAnswer)), ...errors },
});

export const requests = createRouter()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    const query = c.req.valid("query");
    const references = listed(query.service_request_id);
    if (references && references.length > mostRows)
      throw refusal("service_request_id", `Ask for at most ${mostRows} requests at once`);
    const found = await searchProcesses(ctx, {
      references,
      services: listed(query.service_code),
      statuses: statusesIn(query.status),
      ...readWindow(query, { now: ctx.now(), usualMs: 90 * dayMs }),
      limit: mostRows,
    });
    return say(
      c,
      "service_requests",
      found.map((process) => present(ctx, process)),
    );
  })
  .openapi(read, async (c) => {
    const { ctx } = c.var;
    const process = await getProcessByReference(ctx, c.req.valid("param").service_request_id);
    const request = { ...present(ctx, process), ...(await placeOf(ctx, process)) };
    return say(c, "service_requests", [request]);
  })
  .openapi(token, async (c) => {
    const { reference } = await getProcessByReference(c.var.ctx, c.req.valid("param").token);
    return say(c, "service_requests", [{ service_request_id: reference, token: reference }]);
  });

function listed(text = ""): string[] | undefined {
  const values = text.split(",").map((value) => value.trim());
  const given = values.filter((value) => value !== "");
  return given.length === 0 ? undefined : given;
}

const ended = ["completed", "closed", "referred"] as const;

function statusesIn(text: string | undefined) {
  const given = listed(text);
  if (given?.some((status) => status !== "open" && status !== "closed"))
    throw refusal("status", "status must be open, closed, or both apart by a comma");
  return given?.flatMap((status) => (status === "open" ? (["open"] as const) : ended));
}

function present({ tenant }: Context, process: FollowedProcess): Request311 {
  const { reference, status, stage, serviceTitle, service, respondBy } = process;
  const isOpen = status === "open";
  return {
    service_request_id: reference,
    status: isOpen ? "open" : "closed",
    status_notes: stage.text === undefined ? stage.title : `${stage.title}: ${stage.text}`,
    service_name: serviceTitle,
    service_code: service,
    description: null,
    agency_responsible: tenant.name,
    service_notice: null,
    requested_datetime: inSeconds(process.receivedAt),
    updated_datetime: inSeconds(process.endedAt ?? process.lastToldAt),
    expected_datetime: isOpen && respondBy !== undefined ? inSeconds(respondBy) : null,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}

const Place = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  town: z.string(),
  postcode: z.string().optional(),
  uprn: z.string().optional(),
});

/** Where a request is, for who may read the form that says so. */
async function placeOf(
  ctx: Context,
  { id, service, serviceVersion }: FollowedProcess,
): Promise<Partial<Request311>> {
  if (!ctx.scopes.has("documents:read")) return {};
  const { location } = await getService(ctx, service, serviceVersion);
  if (location === undefined) return {};
  const [form] = (await listDocuments(ctx, id)).data;
  const document = form && (await openDocument(ctx, form.id));
  if (!document || !("form" in document)) return {};
  const place = Place.safeParse(document.form.answers[location]);
  if (!place.success) return {};
  const { line1, line2, town, postcode, uprn } = place.data;
  return {
    address: [line1, line2, town, postcode].filter((part) => part !== undefined).join(", "),
    zipcode: postcode ?? null,
    address_id: uprn ?? null,
  };
}
