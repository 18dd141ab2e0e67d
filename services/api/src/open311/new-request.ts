import { Problem, type Service, type StartedProcess } from "@guildhall/contract";
import { addNote, type Context, recall, requireScope, startProcess } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import { requireCredential } from "../authenticate.ts";
import type { ApiEnv } from "../environment.ts";
import { answered } from "../once.ts";
import { byKey, byName, type MaybeRepeat, withinADay } from "../repeat.ts";
import { createRouter } from "../router.ts";
import { inWords } from "./answer-faults.ts";
import { errors, formOf, keyed, said } from "./documented.ts";
import { refusal } from "./errors.ts";
import { Form } from "./form-fields.ts";
import { say } from "./format.ts";
import { fixMyStreetId, remarksOn } from "./remarks.ts";
import { readAnswers } from "./report.ts";
import { Received } from "./schemas.ts";
import { offeredService } from "./services.ts";

const Sent = z
  .object({
    api_key: z.string().optional(),
    jurisdiction_id: z.string().optional(),
    service_code: z.string(),
    lat: z.string().optional(),
    long: z.string().optional(),
    address_string: z.string().optional(),
    address_id: z.string().optional(),
    email: z.string().optional(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    phone: z.string().optional(),
    title: z.string().optional(),
    description: z.string().max(4000).optional(),
    media_url: z.string().optional(),
  })
  .catchall(z.string());

const create = createRoute({
  method: "post",
  path: "/requests",
  operationId: "open311Report",
  summary: "Report something",
  description:
    "Answers are sent as `attribute[code]`. What the form of the service has no question for is kept as a note for staff. The same report comes once: one with a `fixmystreet_id` for good, one that says exactly the same within a day, and any with the same `Idempotency-Key`. Needs `processes:write`, and `notes:write` where something is left for a note.",
  tags: ["Requests"],
  security: keyed,
  middleware: [requireCredential] as const,
  requestBody: formOf(Sent, {
    service_code: "noise-nuisance",
    address_string: "12 High Street, Cambridge, CB1 1AA",
    email: "ada@example.com",
    first_name: "Ada",
    last_name: "Byron",
    description: "A generator runs all night.",
    "attribute[noiseSource]": "business",
  }),
  responses: { 200: said("Received, in a list of one", z.array(Received)), ...errors },
});

export const newRequest = createRouter().openapi(create, async (c) => {
  const form = c.var.form ?? new Form(new Map());
  const code = form.text("service_code");
  if (code === undefined) throw refusal("service_code", "service_code is missing");
  const service = await offeredService(c.var.ctx, code);
  const remarks = remarksOn(service, form);
  // Before anything is stored, so that a report is not taken in halves.
  if (remarks.length > 0) requireScope(c.var.ctx, "notes:write");

  const { ctx, before } = await knownBy(c, form, service);
  const started = before?.answer ?? (await start(ctx, service, form));
  for (const [at, contents] of remarks.entries())
    await remark(byName(c, "remark", started.id, String(at)), started.id, contents);
  const received = {
    service_request_id: started.reference,
    service_notice: service.target.text,
    account_id: null,
  };
  return say(c, "service_requests", [received], { headers: answered(before) });
});

/** Tell a report that comes again: by its Idempotency-Key, else by FixMyStreet's number, else by all it says. */
async function knownBy(
  c: HonoContext<ApiEnv>,
  form: Form,
  service: Service,
): Promise<MaybeRepeat<StartedProcess>> {
  const digest = form.digest();
  c.set("bodyDigest", digest);
  const id = fixMyStreetId(form);
  const ctx =
    (await byKey(c)) ?? (id === undefined ? undefined : byName(c, "fixmystreet", id, service.id));
  return ctx ? { ctx, before: await recall<StartedProcess>(ctx) } : withinADay(c, digest);
}

async function start(ctx: Context, service: Service, form: Form): Promise<StartedProcess> {
  const { id, version } = service;
  try {
    return await startProcess(ctx, { service: id, version, answers: readAnswers(service, form) });
  } catch (error) {
    throw error instanceof Problem && error.code === "answers-invalid"
      ? inWords(error, service)
      : error;
  }
}

/** Add what was left, once; a process that has ended meanwhile takes nothing more, and its report still counts. */
async function remark(ctx: Context, process: string, contents: string): Promise<void> {
  if (await recall(ctx)) return;
  try {
    await addNote(ctx, process, { contents, visibleToCitizen: false });
  } catch (error) {
    if (!(error instanceof Problem && error.code === "process-closed")) throw error;
  }
}
