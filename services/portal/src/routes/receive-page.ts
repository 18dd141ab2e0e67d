import type { Document, Draft } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import {
  type FieldFault,
  fileField,
  filesButton,
  filesQuestions,
  labelField,
  mostFiles,
} from "@guildhall/question-view";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { type FilePart, honestBytes, readMultipart } from "../http/read-multipart.ts";
import { TooLarge } from "../http/too-large.ts";
import { writeMultipart } from "../http/write-multipart.ts";
import { filesFor, namedFor } from "../journey/evidence.ts";
import type { Words } from "../words/words.ts";
import type { Parts } from "./parts.ts";
import { type NotReached, type Reached, reachPage } from "./reach-page.ts";

/** What a page sent, and how far its journey has come with it. */
export interface Received {
  readonly fields: Fields;
  readonly reached: Reached | NotReached;
  /** What is wrong with its files. */
  readonly faults: readonly FieldFault[];
}

/**
 * Read what a page sent. Its files go through to the API as they come and are never held; they answer their questions
 * from then on, and what was said of those that are there is kept, whatever becomes of the rest of the page.
 *
 * @throws TooLarge
 */
export async function receivePage(c: Context<PortalEnv>, parts: Parts): Promise<Received> {
  if (!/^multipart\//i.test(c.req.header("content-type") ?? "")) {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    return { fields, reached: await reachPage(c, parts), faults: [] };
  }
  const reached = await reachPage(c, parts);
  const taken: Taken = { added: new Map(), faults: [] };
  const fields = await readTaking(c, reached, taken);
  if (!fields) throw new TooLarge();
  if (!("page" in reached)) return { fields, reached, faults: [] };
  const faults = [...taken.faults, ...(await keepLabels(c, reached, fields))];
  const left = withoutLabels(fields, taken);
  if (faults.length === 0 && isMissing(left, taken))
    faults.push(faultAt(pressedIn(left), wordsOf(c).select));
  return { fields: left, reached: await reachAgain(c, parts, reached, taken), faults };
}

/** Read the fields and take the files; those that were taken are named, whatever becomes of the rest. */
async function readTaking(
  c: Context<PortalEnv>,
  reached: Reached | NotReached,
  taken: Taken,
): Promise<Fields | undefined> {
  if (!("page" in reached) || filesQuestions(reached.page).length === 0)
    return readMultipart(c.req.raw, async () => undefined, honestBytes);
  let files = 0;
  try {
    return await readMultipart(c.req.raw, async (part, before) => {
      files += 1;
      await takeFile(c, { reached, taken, part, before, isBeyond: files > mostFiles });
    });
  } finally {
    await nameFiles(c, reached, taken);
  }
}

/** See how far the journey has come now; where nobody can tell for the moment, it is where it was, with what was taken. */
async function reachAgain(
  c: Context<PortalEnv>,
  parts: Parts,
  before: Reached,
  { draft }: Taken,
): Promise<Reached | NotReached> {
  try {
    return await reachPage(c, parts);
  } catch (error) {
    if (!(error instanceof Refused && error.passes)) throw error;
    return draft ? { ...before, journey: { ...before.journey, draft } } : before;
  }
}

/** What became of the files of a page. */
interface Taken {
  /** By question. */
  readonly added: Map<string, Document[]>;
  readonly faults: FieldFault[];
  /** As it was last seen with them. */
  draft?: Draft;
}

async function takeFile(
  c: Context<PortalEnv>,
  {
    reached: { journey, page },
    taken,
    part,
    before,
    isBeyond,
  }: { reached: Reached; taken: Taken; part: FilePart; before: Fields; isBeyond: boolean },
): Promise<void> {
  const question = filesQuestions(page).find(({ id }) => part.field === fileField(id));
  if (!question) return;
  const { id } = question;
  if (isBeyond) {
    const fault = faultAt(id, wordsOf(c).refusals["too-many"]);
    if (!taken.faults.some(({ field }) => field === id)) taken.faults.push(fault);
    return;
  }
  const label = (fieldOf(before, labelField(id)) ?? "").trim();
  if (isLong(label)) {
    taken.faults.push(faultAt(labelField(id), wordsOf(c).labelTooLong));
    return;
  }
  const said = { question: id, ...(label === "" ? {} : { label }) };
  const refused = await orRefused(async () => {
    const document = await c.var.council.api.attach(journey.handle, writeMultipart(said, part));
    taken.added.set(id, [...(taken.added.get(id) ?? []), document]);
  });
  if (refused) taken.faults.push(faultAt(id, sentenceFor(refused, wordsOf(c))));
}

/** Name what was taken as an answer, beside what another tab may have added meanwhile. */
async function nameFiles(
  c: Context<PortalEnv>,
  { journey: { handle } }: Reached,
  taken: Taken,
): Promise<void> {
  const { added, faults } = taken;
  if (added.size === 0) return;
  const { api } = c.var.council;
  const refused = await orRefused(async () => {
    const draft = await api.draft(handle);
    taken.draft = draft;
    const named = [...added].map(([question, documents]) => {
      const ids = [...namedFor(draft, question), ...documents].map(({ id }) => id);
      return [question, [...new Set(ids)]] as const;
    });
    taken.draft = await api.saveDraft(handle, Object.fromEntries(named));
  });
  if (refused) for (const id of added.keys()) faults.push(faultAt(id, wordsOf(c).notNow));
}

/** Keep what is said of the files that are there. */
async function keepLabels(
  c: Context<PortalEnv>,
  { journey: { handle, draft, form }, page }: Reached,
  fields: Fields,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const listed = filesQuestions(page).flatMap(({ id }) =>
    filesFor(draft, form.form, id).map((file) => ({ file, name: labelField(id, file.id) })),
  );
  for (const { file, name } of listed) {
    const label = fieldOf(fields, name)?.trim() ?? file.label ?? "";
    if (label === (file.label ?? "")) continue;
    const keep = () => c.var.council.api.label(handle, file.id, label);
    if (isLong(label)) faults.push(faultAt(name, wordsOf(c).labelTooLong));
    else if (await orRefused(keep)) faults.push(faultAt(name, wordsOf(c).notNow));
  }
  return faults;
}

/** What was said of a file that was taken has gone with it. */
function withoutLabels(fields: Fields, { added }: Taken): Fields {
  const gone = new Set([...added.keys()].map((id) => labelField(id)));
  return new Map([...fields].filter(([name]) => !gone.has(name)));
}

/** Nobody who uploads nothing is left to wonder where it is. */
function isMissing(fields: Fields, { added }: Taken): boolean {
  const pressed = pressedIn(fields);
  return pressed !== "" && !added.has(pressed);
}

/** The question that a file was to be uploaded to. */
function pressedIn(fields: Fields): string {
  const [does, id = ""] = fieldOf(fields, filesButton)?.split(":") ?? [];
  return does === "upload" ? id : "";
}

function faultAt(target: string, sentence: string): FieldFault {
  return { field: target, target, sentence, parts: [] };
}

const longestLabel = 200;

function isLong(label: string): boolean {
  return [...label].length > longestLabel;
}

/** What the API would not do is given back; whether the draft is there at all is seen when the page is reached again. */
async function orRefused(act: () => Promise<unknown>): Promise<Refused | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function sentenceFor(error: Refused, words: Words["files"]): string {
  const [fault] = error.faults;
  const refusals: Readonly<Record<string, string>> = words.refusals;
  if (error.code === "body-too-large") return words.tooLarge;
  if (error.code === "file-not-allowed") return refusals[fault?.code ?? ""] ?? words.refused;
  if (error.status === 415 || error.status === 422) return words.notArrived;
  return words.notNow;
}

function wordsOf(c: Context<PortalEnv>): Words["files"] {
  return c.var.council.words.files;
}
