import type { CaseSearch, Process } from "@guildhall/contract";
import { CaseSearch as Search } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Faults } from "../pages/frame.ts";
import { filesOf } from "../routes/documents.tsx";
import { formOf, onceOf } from "../routes/form.ts";
import { doneAt, frameOf, moreOf } from "../routes/frame-of.ts";
import { answerOrRefusal } from "../routes/refusal.ts";
import { correctRoutes } from "./case/correct-routes.tsx";
import { mergeRoutes } from "./case/merge-routes.tsx";
import { type Case, CasePage } from "./case-page.tsx";
import { FindPage, type TypedSearch } from "./find-page.tsx";
import { followRoutes } from "./follow-routes.tsx";
import { NoteLookPage } from "./note-look-page.tsx";
import { caseFilterOf, listingOf } from "./read-cases.ts";
import { servicesOf, workRoutes } from "./work-routes.tsx";

type C = Context<ConsoleEnv>;

/** What caseworkers do: the work, finding a request, and dealing with one. */
export function caseworkRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  for (const routes of [workRoutes, correctRoutes, mergeRoutes, followRoutes])
    app.route("/", routes(parts));
  app.get("/cases", (c) => list(c, parts));
  app.post("/cases", (c) => find(c, parts));
  app.get("/tiles/:tile", (c) => c.var.desk.api.tile(c.req.param("tile")));
  app.get("/processes/:id", (c) => show(c, parts));
  app.post("/processes/:id/notes", (c) => note(c, parts));
  app.post("/processes/:id/tasks/:task/start", async (c) => {
    const { refused } = await answerOrRefusal(c.var.desk.api.startTask(c.req.param("task")), [
      "invalid-transition",
    ]);
    const at = c.var.office.at.case(c.req.param("id"));
    return refused ? c.redirect(at, 303) : doneAt(c, at, "task-started");
  });
  app.post("/processes/:id/tasks/:task/take", async (c) => {
    const { api, person } = c.var.desk;
    const once = onceOf(await formOf(c));
    const call = api.takeTask(c.req.param("task"), person.id, once);
    const { refused } = await answerOrRefusal(call, ["invalid-transition"]);
    const at = c.var.office.at.case(c.req.param("id"));
    return refused ? c.redirect(at, 303) : doneAt(c, at, "task-taken");
  });
  return app;
}

async function list(c: C, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const listing = listingOf(c);
  const cursor = c.req.query("cursor");
  const { data, nextCursor } = await api.processes({
    ...caseFilterOf(listing),
    ...(cursor && { cursor }),
  });
  const services = await servicesOf(c);
  const listed = { listing, services, processes: data, more: moreOf(c, nextCursor) };
  return c.html(<FindPage {...frameOf(c, parts)} typed={{}} listed={listed} />);
}

const kinds = ["reference", "email", "phone", "postcode", "surname"] as const;

/** Nothing that somebody is known by stands in an address: it is sent as a form. */
async function find(c: C, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const typed: TypedSearch = Object.fromEntries(
    kinds.map((kind) => [kind, (fieldOf(fields, kind) ?? "").trim()]),
  );
  const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const frame = { ...frameOf(c, parts), typed };
  const fault = (words: string) =>
    c.html(<FindPage {...frame} faults={{ reference: words }} />, 400);
  if (Object.keys(said).length === 0) return fault("Enter at least one thing to search by");
  const read = Search.safeParse({ ...said, limit: 50 });
  if (!read.success) return fault("Check the reference and what else you entered");
  return c.html(<FindPage {...frame} found={await foundBy(c, read.data)} />);
}

function foundBy(c: C, search: CaseSearch): Promise<Process[]> {
  return c.var.desk.api.searchCases(search);
}

interface Shown {
  readonly note?: { words: string; visible: boolean };
  readonly faults?: Faults;
}

async function show(c: C, parts: Parts, shown: Shown = {}): Promise<Response> {
  const { note = { words: "", visible: false }, faults = {} } = shown;
  const of = await caseOf(c, c.req.param("id") ?? "");
  const once = crypto.randomUUID();
  const page = { ...frameOf(c, parts), of, note, faults, once, now: parts.now() };
  c.header("Cache-Control", "no-store");
  return c.html(<CasePage {...page} />, Object.keys(faults).length > 0 ? 400 : 200);
}

async function caseOf(c: C, id: string): Promise<Case> {
  const { api, scopes } = c.var.desk;
  const process = await api.process(id);
  const { data: viewers, follows } = await api.viewCase(id);
  return {
    process,
    tasks: scopes.has("tasks:read") ? await api.tasksOf(id) : undefined,
    notes: scopes.has("notes:read") ? await api.notes(id) : undefined,
    answers: scopes.has("documents:read") ? await api.readAnswers(id) : undefined,
    files: await filesOf(c, id),
    events: scopes.has("events:read") ? await api.happenings(id) : undefined,
    messages: scopes.has("messages:read") ? await api.messagesOf(id) : undefined,
    viewers,
    follows,
  };
}

/** Add a note; one that the resident reads is shown as they will read it first. */
async function note(c: C, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const id = c.req.param("id") ?? "";
  const words = (fieldOf(fields, "words") ?? "").trim();
  const visible = fieldOf(fields, "visible") === "yes";
  const typed = { words, visible };
  const go = fieldOf(fields, "go");
  if (go === "change") return show(c, parts, { note: typed });
  if (words === "") return show(c, parts, { note: typed, faults: { words: "Write the note" } });
  if (words.length > 4000)
    return show(c, parts, {
      note: typed,
      faults: { words: "The note must be 4,000 characters or fewer" },
    });
  const { api } = c.var.desk;
  const once = onceOf(fields);
  if (visible && go !== "send") {
    const process = await api.process(id);
    // What has ended takes no note: the sending says so.
    const preview = await answerOrRefusal(api.previewNote(id, words), ["process-closed"]);
    const page = { ...frameOf(c, parts), process, words, sent: preview.answer ?? {}, once };
    return c.html(<NoteLookPage {...page} />);
  }
  await api.addNote(id, { contents: words, visibleToCitizen: visible }, once);
  return doneAt(c, c.var.office.at.case(id), visible ? "note-sent" : "note-added");
}
