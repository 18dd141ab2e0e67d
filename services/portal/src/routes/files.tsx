import type { Document } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import {
  buttons,
  type FieldFault,
  FileList,
  type FilesQuestion,
  filesButton,
  filesQuestions,
  hasRoom,
} from "@guildhall/question-view";
import { Refused } from "@guildhall/sdk";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { answeringFor, filesFor } from "../journey/evidence.ts";
import { readTyped } from "../journey/page-answers.ts";
import { readInField } from "../pages/language-switch.tsx";
import { SpeechProvider } from "../words/speech.tsx";
import { comeBack } from "./come-back.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { type Reached, reachPage } from "./reach-page.ts";
import { receivePage } from "./receive-page.ts";
import { faultsOf } from "./save-page.ts";
import { serviceOf } from "./service-of.ts";

const documentId = /^\w{1,64}$/;

/** The files of a page for its script, which sends each by itself and shows the list of them, and their small pictures. */
export function fileRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const path = "/:service/:page/files/:question";
  app.get(path, async (c) => {
    return withPage(c, parts, await reachPage(c, parts), (reached) => listOf(c, reached));
  });
  app.post(path, async (c) => {
    const { reached, faults } = await receivePage(c, parts);
    const [fault] = faults;
    return withPage(c, parts, reached, (now) =>
      fault ? c.text(fault.sentence, 422) : listOf(c, now),
    );
  });
  app.get(`${path}/:document/thumbnail`, async (c) => {
    return withPage(c, parts, await reachPage(c, parts), (reached) => {
      const document = c.req.param("document");
      if (!documentId.test(document)) throw new NotFound();
      return c.var.council.api.thumbnail(reached.journey.handle, document);
    });
  });
  return app;
}

/** Do something on a page that the citizen has come to. */
async function withPage(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Awaited<ReturnType<typeof reachPage>>,
  work: (reached: Reached) => Response | Promise<Response>,
): Promise<Response> {
  if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
  if ("first" in reached) return c.redirect(reached.first, 303);
  return work(reached);
}

/** The files of a question as its page lists them. */
async function listOf(c: Context<PortalEnv>, { journey, page }: Reached): Promise<Response> {
  const question = questionIn(page, c.req.param("question"));
  if (!question) throw new NotFound();
  const { draft, form, service } = journey;
  const files = filesFor(draft, form.form, question.id);
  const action = `${c.var.council.at.page(service.id, page.id)}/files/${question.id}`;
  const room = hasRoom(question, files.length, draft.documents.length);
  c.header("Cache-Control", "no-store");
  const list = <FileList {...{ question, files, action, room }} />;
  return c.html(<SpeechProvider value={c.var.council}>{list}</SpeechProvider>);
}

/** What a page sent that something was done with the files of. */
export interface WithFiles {
  readonly reached: Reached;
  readonly fields: Fields;
  readonly faults: readonly FieldFault[];
}

/** Whether a page comes back as it is, for a button beside its files or for a file that was not taken. */
export function staysForFiles({ fields, faults }: WithFiles): boolean {
  return faults.length > 0 || fields.has(filesButton);
}

/**
 * Come back to the page with its files as they are now, and nothing lost that was typed.
 *
 * Whoever meant to go on hears what else is wrong beside the file that was not taken.
 */
export async function stayForFiles(
  c: Context<PortalEnv>,
  parts: Parts,
  { reached, fields, faults }: WithFiles,
): Promise<Response> {
  const pressed = fieldOf(fields, filesButton);
  const [does, id, document = ""] = pressed?.split(":") ?? [];
  const question = questionIn(reached.page, id);
  const removing = does === "remove" && question ? { question, document } : undefined;
  const { now, fault } = removing ? await orFault(c, reached, removing) : { now: reached };
  const said = fault ? [...faults, fault] : faults;
  const others = isGoingOn(fields) ? faultsOn(reached, fields, parts) : [];
  const known = new Set(said.map(({ field }) => field));
  return comeBack(c, parts, {
    reached: now,
    fields,
    faults: [...said, ...others.filter(({ field }) => !known.has(field))],
    question: question?.id,
  });
}

const otherWays = [filesButton, readInField, ...Object.values(buttons)];

function isGoingOn(fields: Fields): boolean {
  return !otherWays.some((name) => fields.has(name));
}

function faultsOn(reached: Reached, fields: Fields, { today }: Parts): readonly FieldFault[] {
  const { journey, page } = reached;
  return faultsOf(reached, readTyped(journey.form, page, fields), today());
}

interface Removing {
  readonly question: FilesQuestion;
  readonly document: string;
}

/** Take a file away; where that cannot be done for the moment, the page says so beside its files. */
async function orFault(
  c: Context<PortalEnv>,
  reached: Reached,
  removing: Removing,
): Promise<{ readonly now: Reached; readonly fault?: FieldFault }> {
  try {
    return { now: await takeAway(c, reached, removing) };
  } catch (error) {
    if (!(error instanceof Refused && error.passes)) throw error;
    const { id } = removing.question;
    const sentence = c.var.council.words.files.notNow;
    return { now: reached, fault: { field: id, target: id, sentence, parts: [] } };
  }
}

async function takeAway(
  c: Context<PortalEnv>,
  reached: Reached,
  { question: { id }, document }: Removing,
): Promise<Reached> {
  const { journey } = reached;
  const { draft, form, handle } = journey;
  const file = filesFor(draft, form.form, id).find((one) => one.id === document);
  if (!file) return reached;
  const { api } = c.var.council;
  await api.detach(handle, file.id).catch(unlessGone);
  const left = answeringFor(draft, form.form, id).filter((one) => one.id !== file.id);
  const answers = { [id]: left.length > 0 ? idsOf(left) : null };
  return { ...reached, journey: { ...journey, draft: await api.saveDraft(handle, answers) } };
}

/** It may have been taken away in another tab; whether the draft is there is seen when it is saved. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Refused && error.status === 404)) throw error;
}

function idsOf(files: readonly Document[]): string[] {
  return files.map(({ id }) => id);
}

function questionIn(
  page: Parameters<typeof filesQuestions>[0],
  id: string | undefined,
): FilesQuestion | undefined {
  return filesQuestions(page).find((question) => question.id === id);
}
