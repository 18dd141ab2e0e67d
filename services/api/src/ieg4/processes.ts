import {
  Id,
  type Note,
  Problem,
  type Process,
  type Question,
  type StartedProcess,
} from "@guildhall/contract";
import { addNote, getProcess, getService, recall, startProcess } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered } from "../once.ts";
import { Form } from "../open311/form-fields.ts";
import { readAnswers } from "../open311/report.ts";
import { readJson } from "../read-json.ts";
import { byKey, withinADay } from "../repeat.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";
import {
  AddedNote,
  type GivenField,
  GivenNote,
  GivenStart,
  ProcessSummary,
  Started,
} from "./schemas.ts";

const tags = ["Processes"];
const security = bearer;
const params = z.object({ id: Id });

const read = createRoute({
  method: "get",
  path: "/processes/{id}",
  operationId: "readProcess",
  summary: "See how far a process has got",
  description: "Needs `processes:read`.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The process", ...json(ProcessSummary) },
    ...refusals(...readRefusals),
  },
});

const start = createRoute({
  method: "post",
  path: "/processes",
  operationId: "startByFields",
  summary: "Start a process",
  description:
    "A field's `code` is the question's id in the service's form; each item of a group is `group_question`, sent as often as there are items. The same service with the same fields within a day is the same process. Needs `processes:write`.",
  tags,
  security,
  middleware: [requireCredential, readJson] as const,
  request: {
    body: {
      required: true,
      ...json(GivenStart, {
        service: "noise-nuisance",
        fields: [{ code: "noiseSource", value: "business" }],
      }),
    },
  },
  responses: {
    201: { description: "The process", ...json(Started) },
    ...refusals(...writeRefusals, "answers-invalid", "invalid-transition", "idempotency-mismatch"),
  },
});

const note = createRoute({
  method: "post",
  path: "/processes/{id}/notes",
  operationId: "addNoteToProcess",
  summary: "Add a note; the citizen is told when it is visible to accounts",
  description:
    "Each call adds one, for the same words may be meant twice; send an `Idempotency-Key` to be able to try again. Needs `notes:write`.",
  tags: ["Notes"],
  security,
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(GivenNote, { contents: "An officer will visit today.", visibleToAccounts: true }),
    },
  },
  responses: {
    201: { description: "The note", ...json(AddedNote) },
    ...refusals(
      ...writeRefusals,
      "process-closed",
      "idempotency-key-missing",
      "idempotency-mismatch",
    ),
  },
});

/** Processes: started, read, and added to. */
export const processes = createRouter()
  .openapi(read, async (c) =>
    c.json(present(await getProcess(c.var.ctx, c.req.valid("param").id)), 200),
  )
  .openapi(start, async (c) => {
    const { service: id, fields } = c.req.valid("json");
    const named = await byKey(c);
    const { ctx, before } = named
      ? { ctx: named, before: await recall<StartedProcess>(named) }
      : await withinADay<StartedProcess>(c, c.var.bodyDigest);
    const service = await getService(ctx, id);
    refuseUnknown(
      fields,
      service.form.pages.flatMap(({ questions }) => questions),
    );
    const answers = readAnswers(service, formOf(fields));
    const started =
      before?.answer ??
      (await startProcess(ctx, { service: id, version: service.version, answers }));
    return c.json({ id: started.id, reference: started.reference }, 201, answered(before));
  })
  .openapi(note, async (c) => {
    const { contents, visibleToAccounts } = c.req.valid("json");
    const ctx = (await byKey(c)) ?? c.var.ctx;
    const before = await recall<Note>(ctx);
    const added =
      before?.answer ??
      (await addNote(ctx, c.req.valid("param").id, {
        contents,
        visibleToCitizen: visibleToAccounts,
      }));
    return c.json(presentNote(added), 201, answered(before));
  });

/** Fields are read as Open311's attributes are, for both are texts under the names of questions. */
function formOf(fields: readonly GivenField[]): Form {
  const values = new Map<string, string[]>();
  for (const { code, value } of fields) {
    const name = `attribute[${code}]`;
    values.set(name, [...(values.get(name) ?? []), value === null ? "" : String(value)]);
  }
  return new Form(values);
}

/** A field that the form does not ask for is a mistake of the workflow's that someone should see. */
function refuseUnknown(fields: readonly GivenField[], asked: readonly Question[]): void {
  const codes = new Set(
    asked.flatMap((question) =>
      question.type === "group"
        ? question.questions.map((item) => `${question.id}_${item.id}`)
        : [question.id],
    ),
  );
  const faults = fields.flatMap(({ code }, at) =>
    codes.has(code) ? [] : [{ pointer: `/fields/${at}/code`, code: "unknown-field" }],
  );
  if (faults.length > 0) throw new Problem("request-invalid", { faults });
}

function present(process: Process): z.infer<typeof ProcessSummary> {
  const { id, reference, service, serviceTitle, status, stage, receivedAt, endedAt } = process;
  return {
    id,
    reference,
    service,
    serviceName: serviceTitle,
    status,
    stage: stage.title,
    startedAt: receivedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

function presentNote(added: Note): z.infer<typeof AddedNote> {
  const { id, process, contents, visibleToCitizen, author, at } = added;
  const visibleToAccounts = visibleToCitizen;
  return { id, processId: process, contents, visibleToAccounts, author, createdAt: at };
}
