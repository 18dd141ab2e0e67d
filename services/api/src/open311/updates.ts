import { type Note, Problem, Reference } from "@guildhall/contract";
import { addNote, findProcessId, listUpdates, recall, type Update } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered } from "../once.ts";
import { byKey, byName } from "../repeat.ts";
import { createRouter } from "../router.ts";
import { errors, formOf, Jurisdiction, keyed, said } from "./documented.ts";
import { refusal } from "./errors.ts";
import { Form } from "./form-fields.ts";
import { say } from "./format.ts";
import { mediaLines } from "./remarks.ts";
import { nameIn } from "./report.ts";
import { Update311, UpdateReceived, type UpdateStatus } from "./schemas.ts";
import { inSeconds, readWindow } from "./window.ts";

const tags = ["Updates"];
const dayMs = 86_400_000;
const mostUpdates = 10_000;
const longestNote = 4000;

const list = createRoute({
  method: "get",
  path: "/servicerequestupdates",
  operationId: "open311Updates",
  summary: "Read what citizens were told",
  description:
    "FixMyStreet's extension: the notes that the citizen may see, the stages and the end of requests, oldest first; those of the last day where no time is asked for. Ask for times that overlap, and know an update by its `update_id`. A key that may submit is given what its own reports came to; one that reads processes and notes is given all.",
  tags,
  security: keyed,
  middleware: [requireCredential] as const,
  request: {
    query: Jurisdiction.extend({
      start_date: z.string().optional(),
      end_date: z.string().optional(),
    }),
  },
  responses: { 200: said("Updates", z.array(Update311)), ...errors },
});

const Sent = z
  .object({
    api_key: z.string().optional(),
    jurisdiction_id: z.string().optional(),
    service_request_id: z.string(),
    update_id: z.string(),
    status: z.string().optional(),
    updated_datetime: z.string().optional(),
    description: z.string().max(longestNote).optional(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    public_anonymity_required: z.string().optional(),
    media_url: z.string().optional(),
  })
  .catchall(z.string());

const add = createRoute({
  method: "post",
  path: "/servicerequestupdates",
  operationId: "open311Update",
  summary: "Add what someone wrote about a request",
  description:
    "FixMyStreet's extension. It becomes a note that the citizen sees, with the key's name as author; the status is said in it and changes nothing by itself. An `update_id` counts once. Needs `notes:write`.",
  tags,
  security: keyed,
  middleware: [requireCredential] as const,
  requestBody: formOf(Sent, {
    service_request_id: "CAM-2V4K-7XQP",
    update_id: "1042",
    status: "OPEN",
    updated_datetime: "2026-03-27T09:30:00Z",
    description: "It was loud again last night.",
    first_name: "Ada",
    last_name: "Byron",
  }),
  responses: { 200: said("Received, in a list of one", z.array(UpdateReceived)), ...errors },
});

export const updates = createRouter()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    const window = readWindow(c.req.valid("query"), { now: ctx.now(), usualMs: dayMs });
    const found = await listUpdates(ctx, { ...window, limit: mostUpdates + 1 });
    if (found.length > mostUpdates)
      throw refusal("start_date", `There are more than ${mostUpdates}: ask for a shorter time`);
    return say(c, "service_request_updates", found.map(present));
  })
  .openapi(add, async (c) => {
    const form = c.var.form ?? new Form(new Map());
    const reference = needed(form, "service_request_id");
    const update = needed(form, "update_id");
    const contents = contentsOf(form);
    if (!Reference.safeParse(reference).success) throw new Problem("not-found");
    const process = await findProcessId(c.var.ctx, reference);
    c.set("bodyDigest", form.digest());
    const ctx = (await byKey(c)) ?? byName(c, "update", process, update);
    const before = await recall<Note>(ctx);
    const note =
      before?.answer ?? (await addNote(ctx, process, { contents, visibleToCitizen: true }));
    return say(c, "service_request_updates", [{ update_id: note.id }], {
      headers: answered(before),
    });
  });

/** The statuses of FixMyStreet's extension that say what became of a request. A note leaves it as it is. */
const statuses: Readonly<Record<Update["status"], UpdateStatus>> = {
  unchanged: "unchanged",
  open: "open",
  "in-progress": "in_progress",
  completed: "fixed",
  closed: "no_further_action",
  referred: "not_councils_responsibility",
};

function present({ id, reference, at, status, stage, text }: Update) {
  return {
    update_id: id,
    service_request_id: reference,
    status: statuses[status],
    updated_datetime: inSeconds(at),
    description: text,
    media_url: "",
    external_status_code: stage?.id,
  };
}

function needed(form: Form, name: string): string {
  const text = form.text(name);
  if (text === undefined) throw refusal(name, `${name} is missing`);
  return text;
}

/** Say only that it is still as it was: not worth a word in the note. */
const sayNothing = new Set(["OPEN", "UNCHANGED"]);

/** What was written, by whom unless they would rather not say, and what they made of the report. */
function contentsOf(form: Form): string {
  const isAnonymous = form.text("public_anonymity_required")?.toUpperCase() === "TRUE";
  const name = isAnonymous ? "" : nameIn(form);
  const status = form.text("status")?.toUpperCase() ?? "OPEN";
  const words = status.toLowerCase().replaceAll("_", " ");
  const parts = [
    form.text("description") ?? "",
    ...mediaLines(form),
    sayNothing.has(status) ? "" : `Status given: ${words}`,
    name === "" ? "" : `From ${name}`,
  ].filter((part) => part !== "");
  const contents = parts.join("\n\n");
  if (contents === "") throw refusal("description", "description is missing");
  if ([...contents].length > longestNote)
    throw refusal("description", `An update must be ${longestNote} characters or fewer in all`);
  return contents;
}
