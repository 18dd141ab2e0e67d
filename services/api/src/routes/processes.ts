import {
  Document,
  Event,
  Id,
  Instant,
  NewNote,
  NewProcess,
  Note,
  PageQuery,
  Process,
  ProcessStatus,
  pageOf,
  Slug,
  StartedProcess,
  Task,
  text,
} from "@guildhall/contract";
import {
  addNote,
  getProcess,
  listDocuments,
  listEvents,
  listNotes,
  listProcesses,
  listTasks,
  type PaymentDesk,
  recall,
  startProcess,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed, sheetOf } from "../csv.ts";
import { found, ifNoneMatchHeader, withEtag } from "../etag.ts";
import { exampleNote, exampleProcess } from "../examples.ts";
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
} from "../router.ts";
import { processSheet } from "../sheets.ts";

const params = z.object({ id: Id });
const security = bearer;
const tags = ["Processes"];

const start = createRoute({
  method: "post",
  path: "/",
  operationId: "startProcess",
  summary: "Start a process: submit a completed form",
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewProcess, exampleProcess) } },
  responses: {
    202: { description: "Received, and will be sent on", ...json(StartedProcess) },
    ...refusals(
      ...postRefusals,
      "answers-invalid",
      "draft-replaced",
      "invalid-transition",
      "service-withdrawn",
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listProcesses",
  summary: "List processes, newest first",
  tags,
  security,
  middleware: [requireCredential] as const,
  description:
    "With `updatedSince` they come by the last thing that happened to them, oldest first: the next time, ask since the last `updatedAt` that you saw. A part may be short, or empty, and not be the last: that has no `nextCursor`.",
  request: {
    query: PageQuery.extend({
      service: several(Slug),
      status: ProcessStatus.optional(),
      /** One of those that a form's question `ward` offers. */
      ward: text(120, 1).optional(),
      late: z
        .literal("true")
        .transform(() => true)
        .optional()
        .meta({
          description: "Only those that are open and past the day an answer was promised by",
        }),
      receivedSince: Instant.optional(),
      receivedUntil: Instant.meta({ description: "Received before this" }).optional(),
      updatedSince: Instant.optional(),
    }),
  },
  responses: {
    ...sheetOf("Processes", Process),
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getProcess",
  summary: "Read a process and how far it has got",
  tags,
  security,
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The process", Process), ...refusals(...readRefusals) },
});

const documents = createRoute({
  method: "get",
  path: "/{id}/documents",
  operationId: "listDocuments",
  summary: "List the documents of a process: the form and the evidence",
  tags: ["Documents"],
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "Documents", ...json(pageOf(Document)) },
    ...refusals(...readRefusals),
  },
});

const note = createRoute({
  method: "post",
  path: "/{id}/notes",
  operationId: "addNote",
  summary: "Add a note to a process",
  description: "Where it is visible to the citizen, they are told of it, in exactly these words.",
  tags: ["Notes"],
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(NewNote, exampleNote) } },
  responses: {
    201: { description: "The note", ...json(Note) },
    ...refusals(...postRefusals, "process-closed"),
  },
});

const notes = createRoute({
  method: "get",
  path: "/{id}/notes",
  operationId: "listNotes",
  summary: "List the notes of a process",
  tags: ["Notes"],
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 200: { description: "Notes", ...json(pageOf(Note)) }, ...refusals(...readRefusals) },
});

const tasks = createRoute({
  method: "get",
  path: "/{id}/tasks",
  operationId: "listTasks",
  summary: "List the tasks of a process",
  tags: ["Tasks"],
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 200: { description: "Tasks", ...json(pageOf(Task)) }, ...refusals(...readRefusals) },
});

const events = createRoute({
  method: "get",
  path: "/{id}/events",
  operationId: "listEvents",
  summary: "List the events of a process",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "Events", ...json(pageOf(Event)) },
    ...refusals(...readRefusals),
  },
});

/** Processes: submitted, followed, and added to. */
export function createProcesses(payments: Pick<PaymentDesk, "expect">) {
  return reading().openapi(start, async (c) => {
    const { ctx } = c.var;
    const before = await recall<StartedProcess>(ctx);
    const started = before?.answer ?? (await startProcess(ctx, c.req.valid("json")));
    if (started.payment) payments.expect(ctx.tenant.id);
    return c.json(started, 202, answered(before, `${ctx.issuer}/v1/processes/${started.id}`));
  });
}

const reading = () =>
  createRouter()
    .openapi(list, (c) => {
      const { ctx } = c.var;
      return listed(c, processSheet, c.req.valid("query"), (query) => listProcesses(ctx, query));
    })
    .openapi(read, async (c) => withEtag(c, await getProcess(c.var.ctx, c.req.valid("param").id)))
    .openapi(documents, async (c) =>
      c.json(await listDocuments(c.var.ctx, c.req.valid("param").id), 200),
    )
    .openapi(note, async (c) => {
      const before = await recall<Note>(c.var.ctx);
      const added =
        before?.answer ?? (await addNote(c.var.ctx, c.req.valid("param").id, c.req.valid("json")));
      return c.json(added, 201, answered(before));
    })
    .openapi(notes, async (c) => c.json(await listNotes(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(tasks, async (c) => c.json(await listTasks(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(events, async (c) =>
      c.json(await listEvents(c.var.ctx, c.req.valid("param").id), 200),
    );
