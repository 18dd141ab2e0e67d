import type { Answers, Document } from "@guildhall/contract";
import { writeFields } from "@guildhall/forms";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { chosenFile } from "../http/chosen-file.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import {
  answeringFor,
  type FilesQuestion,
  filesFor,
  filesQuestions,
  hasRoom,
} from "../journey/evidence.ts";
import { reasonIn } from "../journey/journey.ts";
import { answersOn } from "../journey/progress.ts";
import { FileList } from "../pages/questions/file-list.tsx";
import { filesWords, refusalOf } from "../pages/questions/files-words.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { goOn } from "./questions.tsx";
import { type Reached, reachPage } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";
import { showPage } from "./show-page.tsx";

const documentId = /^\w{1,64}$/;

/** Add files to a draft, see them and take them away. Their bytes go through to the API as they come, and are never held. */
export function fileRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const path = "/:service/:page/files/:question";
  app.get(path, (c) => withPage(c, parts, (reached) => listOf(c, reached)));
  app.post(path, (c) =>
    withPage(c, parts, (reached) => takeFile(c, parts, reached, questionOf(c, reached))),
  );
  app.get(`${path}/:document/thumbnail`, (c) =>
    withPage(c, parts, (reached) => {
      const document = c.req.param("document");
      if (!documentId.test(document)) throw new NotFound();
      return c.var.council.api.thumbnail(reached.journey.handle, document);
    }),
  );
  app.post(`${path}/:document/label`, async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    return withPage(c, parts, (reached) => relabel(c, parts, reached, fieldOf(fields, "label")));
  });
  app.post(`${path}/:document/remove`, (c) =>
    withPage(c, parts, (reached) => takeAway(c, reached)),
  );
  return app;
}

/** Do something on a page that the citizen has come to. */
async function withPage(
  c: Context<PortalEnv>,
  parts: Parts,
  work: (reached: Reached) => Response | Promise<Response>,
): Promise<Response> {
  const reached = await reachPage(c, parts);
  if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
  if ("first" in reached) return c.redirect(reached.first, 303);
  return work(reached);
}

/** The files of a question as its page lists them, for the script that keeps the list up to date. */
async function listOf(c: Context<PortalEnv>, reached: Reached): Promise<Response> {
  const question = questionOf(c, reached);
  const { handle, form } = reached.journey;
  const draft = await c.var.council.api.draft(handle);
  const files = filesFor(draft, form.form, question.id);
  const action = `${c.var.council.at.page(reached.journey.service.id, reached.page.id)}/files/${question.id}`;
  const room = hasRoom(question, files.length, draft.documents.length);
  const query = reached.changing ? "&change=yes" : "";
  c.header("Cache-Control", "no-store");
  return c.html(<FileList {...{ question, files, action, query, room }} />);
}

async function relabel(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  label = "",
): Promise<Response> {
  const file = fileOf(c, reached);
  if (!file) return c.redirect(pathOf(c, reached), 303);
  const question = questionOf(c, reached);
  if ([...label].length > longestLabel) {
    return showFault(c, parts, reached, { question, sentence: filesWords.labelTooLong });
  }
  await c.var.council.api.label(reached.journey.handle, file.id, label);
  return c.redirect(pathOf(c, reached), 303);
}

const longestLabel = 200;

async function takeAway(c: Context<PortalEnv>, reached: Reached): Promise<Response> {
  const file = fileOf(c, reached);
  if (!file) return c.redirect(pathOf(c, reached), 303);
  const { draft, form, handle } = reached.journey;
  const { id } = questionOf(c, reached);
  await c.var.council.api.detach(handle, file.id);
  const left = answeringFor(draft, form.form, id).filter((one) => one.id !== file.id);
  await name(c, reached, { [id]: left.length > 0 ? left.map((one) => one.id) : null });
  return c.redirect(pathOf(c, reached), 303);
}

/** The file that the path names, where it is one of the question's. */
function fileOf(c: Context<PortalEnv>, reached: Reached): Document | undefined {
  const { draft, form } = reached.journey;
  const files = filesFor(draft, form.form, questionOf(c, reached).id);
  return files.find(({ id }) => id === c.req.param("document"));
}

/** Take a file in, and go where the button says: on, back to the page, or, for the script, to the list of files. */
async function takeFile(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  question: FilesQuestion,
): Promise<Response> {
  const { body } = c.req.raw;
  const upload = body ? await chosenFile(body) : nothing;
  const { chosen, label } = upload;
  if (chosen) {
    const refused = await attach(c, reached, question, upload.body);
    if (refused) return answerRefused(c, parts, reached, { question, refused, label });
  }
  const then = c.req.query("then");
  if (then === "continue") {
    const now = await reachPage(c, parts);
    return "page" in now ? goOn(c, parts, now, new Map()) : c.redirect(pathOf(c, reached), 303);
  }
  if (!chosen)
    return showFault(c, parts, reached, { question, sentence: filesWords.select, label });
  return then === "list" ? listOf(c, reached) : c.redirect(pathOf(c, reached), 303);
}

const nothing = { chosen: false, label: "", body: new ReadableStream<Uint8Array>() };

async function answerRefused(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  { refused, ...fault }: Omit<FileFault, "sentence"> & { readonly refused: Refused },
): Promise<Response> {
  const sentence = sentenceFor(refused);
  if (sentence !== undefined) return showFault(c, parts, reached, { ...fault, sentence });
  return answerNoJourney(c, reasonIn(refused), serviceOf(c), parts);
}

/** Pass a file on and name it as an answer; what the API would not do is given back. */
async function attach(
  c: Context<PortalEnv>,
  reached: Reached,
  question: FilesQuestion,
  body: ReadableStream<Uint8Array>,
): Promise<Refused | undefined> {
  const { api } = c.var.council;
  const { handle, form } = reached.journey;
  const upload = {
    body,
    contentType: c.req.header("content-type") ?? "",
    contentLength: c.req.header("content-length"),
  };
  const document = await orRefused(api.attach(handle, upload));
  if (document instanceof Refused) return document;
  // Another tab may have added one while this came in.
  const draft = await api.draft(handle);
  const files = answeringFor(draft, form.form, question.id).map(({ id }) => id);
  await name(c, reached, { [question.id]: [...new Set([...files, document.id])] });
  return undefined;
}

async function orRefused<T>(call: Promise<T>): Promise<T | Refused> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

async function name(c: Context<PortalEnv>, { journey }: Reached, answers: Answers): Promise<void> {
  await c.var.council.api.saveDraft(journey.handle, answers);
}

interface FileFault {
  readonly question: FilesQuestion;
  readonly sentence: string;
  /** What was said of a file that was not taken. */
  readonly label?: string | undefined;
}

/** Show the page again with what is wrong and what was typed; the script has a page already. */
function showFault(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  { question, sentence, label = "" }: FileFault,
): Response | Promise<Response> {
  if (c.req.query("then") === "list") return c.text(sentence, 422);
  const { journey, page, progress } = reached;
  const saved = writeFields(page, answersOn(progress.pages, journey.draft.answers));
  const fields = new Map([...saved, [`${question.id}-label`, [label]]]);
  const fault = { field: question.id, target: question.id, sentence, parts: [] };
  return showPage(c, parts, reached, { fields, faults: [fault], status: 422 });
}

/** Say what is wrong with a file; undefined where it is the draft that is gone. */
function sentenceFor(error: Refused): string | undefined {
  const [fault] = error.faults;
  if (error.code === "body-too-large") return filesWords.tooLarge;
  if (error.code === "file-not-allowed") return refusalOf(fault?.code);
  if (error.passes || error.status === 507) return filesWords.notNow;
  if (error.status === 415 || error.status === 422) return filesWords.notArrived;
  return undefined;
}

function questionOf(c: Context<PortalEnv>, { page }: Reached): FilesQuestion {
  const question = filesQuestions(page).find(({ id }) => id === c.req.param("question"));
  if (!question) throw new NotFound();
  return question;
}

function pathOf(c: Context<PortalEnv>, { journey, page, changing }: Reached): string {
  return `${c.var.council.at.page(journey.service.id, page.id)}${changing ? "?change=yes" : ""}`;
}
