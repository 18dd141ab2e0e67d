import type { Answers } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { chosenFile } from "../http/chosen-file.ts";
import { NotFound } from "../http/not-found.ts";
import { type FilesQuestion, filesFor, filesQuestions, largestFile } from "../journey/evidence.ts";
import { reasonIn } from "../journey/journey.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { goOn } from "./questions.tsx";
import { type Reached, reachPage } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";
import { showPage } from "./show-page.tsx";

/** Add files to a draft and take them away. Their bytes go through to the API as they come, and are never held. */
export function fileRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.post("/:service/:page/files/:question", async (c) => {
    const reached = await reachPage(c, parts);
    if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
    if ("first" in reached) return c.redirect(reached.first, 303);
    return takeFile(c, parts, reached, questionOf(c, reached));
  });

  app.post("/:service/:page/files/:question/:document/remove", async (c) => {
    const reached = await reachPage(c, parts);
    if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
    if ("first" in reached) return c.redirect(reached.first, 303);
    const question = questionOf(c, reached);
    const document = c.req.param("document");
    const { draft, form } = reached.journey;
    const files = filesFor(draft, form.form, question.id);
    if (!files.some(({ id }) => id === document)) return c.redirect(pathOf(c, reached), 303);
    await c.var.council.api.detach(reached.journey.handle, document);
    const left = files.map(({ id }) => id).filter((id) => id !== document);
    await name(c, reached, { [question.id]: left.length > 0 ? left : null });
    return c.redirect(pathOf(c, reached), 303);
  });
  return app;
}

async function takeFile(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  question: FilesQuestion,
): Promise<Response> {
  const goesOn = c.req.query("then") === "continue";
  const { body } = c.req.raw;
  const upload = body && (await chosenFile(body));
  if (upload?.chosen) {
    const refused = await attach(c, reached, question, upload.body);
    if (refused) return answerRefused(c, parts, reached, { question, refused });
    if (!goesOn) return c.redirect(pathOf(c, reached), 303);
  } else if (!goesOn) {
    return showFault(c, parts, reached, { question, sentence: "Select a file" });
  }
  const now = await reachPage(c, parts);
  return "page" in now ? goOn(c, parts, now, new Map()) : c.redirect(pathOf(c, reached), 303);
}

async function answerRefused(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  { question, refused }: { question: FilesQuestion; refused: Refused },
): Promise<Response> {
  const sentence = sentenceFor(refused);
  if (sentence !== undefined) return showFault(c, parts, reached, { question, sentence });
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
  const files = filesFor(draft, form.form, question.id).map(({ id }) => id);
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

function showFault(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  { question, sentence }: { question: FilesQuestion; sentence: string },
) {
  const fault = { field: question.id, target: question.id, sentence, parts: [] };
  return showPage(c, parts, reached, { faults: [fault], status: 422 });
}

const sentences: Readonly<Record<string, string>> = {
  "file-name": "The file’s name cannot be used. Give it a simpler name and upload it again",
  "file-kind":
    "The file must be a JPG, PNG, HEIC, PDF, Word, Excel, plain text, MP3, M4A, WAV, MP4 or MOV",
  "file-mismatch":
    "The file is not what its name says, or it is empty. Save it again in its own kind and upload that",
  "file-damaged": "The file is damaged or incomplete. Upload another copy",
  "file-unsafe":
    "The file holds something that could do harm, such as a program or a password. Upload another copy without it",
  "too-many": "There is no room for more files. Remove one first",
};

/** Say what is wrong with a file; undefined where it is the draft that is gone. */
function sentenceFor(error: Refused): string | undefined {
  const [fault] = error.faults;
  if (error.code === "body-too-large") return `The file must be smaller than ${largestFile}`;
  if (error.code === "file-not-allowed") {
    return sentences[fault?.code ?? ""] ?? "The file cannot be used. Upload another one";
  }
  if (error.passes) return "We could not take the file just now. Try again in a minute";
  if (error.status === 415 || error.status === 422)
    return "The file did not arrive whole. Upload it again";
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
