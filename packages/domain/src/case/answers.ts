import {
  type CaseAnswers,
  type Correction,
  type Page,
  Problem,
  type Question,
} from "@guildhall/contract";
import { askedForm, compileForm, readBack } from "@guildhall/forms";
import {
  type CorrectionRow,
  listCorrections,
  listProcessDocuments,
  type ProcessWithAnswers,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { type Context, requireScope, seesAsCitizen } from "../context.ts";
import { noteRead } from "../document/note-read.ts";
import { instant } from "../process/present.ts";
import { reachAnswers } from "../process/reach.ts";

type Row = CaseAnswers["pages"][number]["rows"][number];

/**
 * Read the answers of a process as they were sent, question by question, with what was put right beside them.
 *
 * It is the form document as data: bank details are masked as they are there, and that it was read is recorded as well.
 * Its citizen reads the document; why staff corrected something is for staff and those who work for them.
 *
 * @throws Problem `not-found`, `scope-missing`
 */
export async function readAnswers(ctx: Context, id: string): Promise<CaseAnswers> {
  requireScope(ctx, "documents:read");
  const process = await reachAnswers(ctx, id);
  if (seesAsCitizen(ctx)) throw new Problem("scope-missing");
  const service = await ctx.catalogue.version(process.service, process.version);
  const corrections = await listCorrections(ctx.db, id);
  const files = await listProcessDocuments(ctx.db, id);
  await noteRead(ctx, { process: id, subject: id.replace(/^prc_/, "frm_") });
  return {
    pages: pagesOf(service, process, corrections),
    files: files.filter(({ at }) => at <= process.receivedAt).map(({ name }) => name),
  };
}

/** The pages that asked something then, or ask something now that an answer was put right. */
function pagesOf(
  { form, definition }: CompiledService,
  { asSent, answers }: ProcessWithAnswers,
  corrections: readonly CorrectionRow[],
): CaseAnswers["pages"] {
  const sent = textsOf(readBack(form, asSent));
  const now = textsOf(readBack(form, answers));
  const corrected = corrections.map((row) => ({ row, shown: presentCorrection(definition, row) }));
  const rowOf = (question: Question): Row[] => {
    const { id, label, type } = question;
    const own = corrected.filter(({ row }) => row.question === id).map(({ shown }) => shown);
    if (!sent.has(id) && !now.has(id) && own.length === 0) return [];
    const value = isCorrectable(question) ? answers[id] : undefined;
    const row = { question: id, label, type, text: sent.get(id) ?? [] };
    const holds = value === undefined ? {} : { value };
    return [{ ...row, ...holds, correctable: isCorrectable(question), corrections: own }];
  };
  return definition.form.pages
    .map(({ title, questions }: Page) => ({ title, rows: questions.flatMap(rowOf) }))
    .filter(({ rows }) => rows.length > 0);
}

function textsOf(pages: ReturnType<typeof readBack>): ReadonlyMap<string, string[]> {
  return new Map(
    pages.flatMap(({ rows }) => rows.map(({ question, text }) => [question.id, text] as const)),
  );
}

/** Files are their own documents, what is worked out follows, and nobody who cannot read bank details changes them. */
export function isCorrectable({ type }: Question): boolean {
  return type !== "files" && type !== "calculated" && type !== "bank-details";
}

/** A correction in the words of the form. */
export function presentCorrection(
  { form }: CompiledService["definition"],
  { id, question, value, reason, author, at }: CorrectionRow,
): Correction {
  const alone = compileForm(askedForm(form, { questions: [question], files: false }).form);
  const text =
    value === null
      ? []
      : readBack(alone, { [question]: value })
          .flatMap(({ rows }) => rows)
          .flatMap((row) => row.text);
  return { id, question, text, reason, author, at: instant(at) };
}
