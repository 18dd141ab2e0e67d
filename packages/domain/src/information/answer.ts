import {
  type Answers,
  type Form,
  type InformationAnswers,
  type InformationRequest,
  Problem,
} from "@guildhall/contract";
import { checkAnswers, compileForm, summaryOf, ukDate } from "@guildhall/forms";
import {
  adoptDocuments,
  type DocumentRow,
  endDraft,
  endInformation,
  findInformation,
  findProcess,
  type InformationRow,
  insertNote,
  listDraftDocuments,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { ended, refuseEnded } from "./open.ts";
import { formOf, presentInformation } from "./present.ts";
import { resumePromise } from "./promise.ts";

/**
 * Take in what a citizen answers to what they were asked.
 *
 * It goes back to the case as a note, with the files that came along. What it puts right is kept beside what the
 * process said before, which never changes.
 *
 * @throws Problem `not-found`, `answers-invalid`, `process-closed`, `information-ended`
 */
export async function answerInformation(
  ctx: Context,
  { process: processId, request }: { readonly process: string; readonly request: string },
  input: InformationAnswers,
): Promise<InformationRequest> {
  requireScope(ctx, "drafts:write");
  const row = await findInformation(ctx.db, request);
  if (!row || row.process !== processId || ctx.only?.draft !== row.draft)
    throw new Problem("not-found");
  refuseEnded(ctx, row);
  const found = await findProcess(ctx.db, processId);
  if (found?.status !== "open") throw new Problem("process-closed");
  const process = await talkedOf(ctx, found);
  const { form } = formOf(process.service, row);
  const answers = checked(ctx, form, input.answers);
  return change(ctx, (unit) => take(unit, process, { row, form, answers }));
}

interface Taken {
  readonly row: InformationRow;
  readonly form: Form;
  readonly answers: Answers;
}

async function take(
  unit: Unit,
  process: TalkedOf,
  { row, form, answers }: Taken,
): Promise<InformationRequest> {
  const { ctx, tx } = unit;
  const latest = await findProcess(tx, process.id);
  if (latest?.status !== "open") throw new Problem("process-closed");
  const files = await filesNamed(unit, row, { form, answers });
  const reply = { answers, note: ctx.ids.id("not"), documents: files.map(({ id }) => id) };
  const ending = { state: "answered", at: ctx.now(), reply } as const;
  // Who answered first is heard; the other's files go with their draft.
  if (!(await endInformation(tx, row.id, ending)))
    throw new Problem("information-ended", ended("answered"));
  if (!(await endDraft(tx, row.draft, process.id)))
    throw new Problem("information-ended", ended("answered"));
  await adoptDocuments(tx, row.draft, process.id, reply.documents);
  await resumePromise(unit, row);
  await tell(unit, { type: "information.answered", process, subject: row.id });
  await writeNote(unit, process, { id: reply.note, contents: contentsOf(form, answers, files) });
  for (const { id } of files) await tell(unit, { type: "document.added", process, subject: id });
  const after = { ...row, state: "answered", endedAt: ctx.now(), reply } as const;
  return presentInformation(ctx, after, process.service);
}

function checked(ctx: Context, form: Form, answers: Answers): Answers {
  const result = checkAnswers(compileForm(form), answers, ukDate(new Date(ctx.now())));
  if ("answers" in result) return result.answers;
  const faults = result.faults.map((fault) => ({ ...fault, pointer: `/answers${fault.pointer}` }));
  throw new Problem("answers-invalid", { faults });
}

/** The files that the answers name: each must have come with this very draft, and be none that malware was found in. What was left out stays behind. */
async function filesNamed(
  { tx }: Unit,
  { draft }: InformationRow,
  { form, answers }: Pick<Taken, "form" | "answers">,
): Promise<DocumentRow[]> {
  const held = await listDraftDocuments(tx, draft);
  const asking = form.pages.flatMap(({ questions }) => questions).filter(isFiles);
  const named = asking.flatMap(({ id: question }) =>
    // The form takes nothing but ids as the answer to a question for files.
    ((answers[question] ?? []) as string[]).map((id) => ({
      question,
      file: held.find((one) => one.id === id),
    })),
  );
  const faults = named.flatMap(({ question, file }) => {
    const code = file ? file.state === "infected" && "infected" : "invalid";
    return code ? [{ pointer: `/answers/${question}`, code }] : [];
  });
  if (faults.length > 0) throw new Problem("answers-invalid", { faults });
  return held.filter(({ id }) => named.some(({ file }) => file?.id === id));
}

function isFiles({ type }: { type: string }): boolean {
  return type === "files";
}

/** What is answered, each answer under its question, and the names of the files. */
function contentsOf(form: Form, answers: Answers, files: readonly DocumentRow[]): string {
  const words = withoutFiles(form);
  const said = words.pages.length > 0 ? summaryOf(compileForm(words), answers) : "";
  const names = files.map(({ name, label }) => (label ? `${name}: ${label}` : name));
  const sent = names.length > 0 ? ["Files", ...names].join("\n") : "";
  return ["Answer to what was asked:", said, sent].filter((part) => part !== "").join("\n\n");
}

function withoutFiles(form: Form): Form {
  const pages = form.pages
    .map((page) => ({ ...page, questions: page.questions.filter((one) => !isFiles(one)) }))
    .filter(({ questions }) => questions.length > 0);
  return { ...form, pages };
}

async function writeNote(
  unit: Unit,
  process: TalkedOf,
  { id, contents }: { id: string; contents: string },
): Promise<void> {
  const { ctx, tx } = unit;
  const said = { visible: true, author: ctx.actor.name, contents, at: ctx.now() };
  await insertNote(tx, { id, process: process.id, ...said });
  const data = { visible: true };
  // Whoever wrote it knows it.
  await tell(unit, { type: "note.added", process, subject: id, data, quiet: true });
}
