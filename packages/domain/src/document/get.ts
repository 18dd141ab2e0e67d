import { type Answers, type Language, Problem } from "@guildhall/contract";
import { compileForm, languagesOf, readBack } from "@guildhall/forms";
import { type DocumentRow, findDocument, listProcessDocuments } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { reachAnswers, reachProcess } from "../process/reach.ts";
import { translate } from "../service/translate.ts";
import { noteRead } from "./note-read.ts";
import { refuseUnsafe } from "./state.ts";

/** The submitted form in words: the same whether it is read as a page or as data. */
export interface FormDocument {
  readonly reference: string;
  readonly serviceTitle: string;
  readonly receivedAt: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly text: readonly string[] }[];
  }[];
  /** The names of the files that came with it. */
  readonly files: readonly string[];
  readonly answers: Answers;
}

/** How a document is read. */
export interface ReadingOptions {
  /** The form in the language that it was filled in, where it would be in English. */
  readonly asSent?: boolean;
}

/** What a document id leads to: the form, or a file whose bytes the storage has. */
export type FoundDocument =
  | { readonly form: FormDocument; readonly language: Language }
  | { readonly file: DocumentRow };

/**
 * Open a document and record who did.
 *
 * @throws Problem `not-found`, `scan-pending`, `document-infected`
 */
export async function openDocument(
  ctx: Context,
  id: string,
  { asSent = false }: ReadingOptions = {},
): Promise<FoundDocument> {
  requireScope(ctx, "documents:read");
  const found = id.startsWith("frm_")
    ? await openForm(ctx, id.replace(/^frm_/, "prc_"), asSent)
    : await openFile(ctx, id);
  await noteRead(ctx, { process: found.process, subject: id });
  return found.document;
}

interface Opened {
  readonly process: string;
  readonly document: FoundDocument;
}

async function openForm(ctx: Context, processId: string, asSent: boolean): Promise<Opened> {
  const process = await reachAnswers(ctx, processId);
  const found = await ctx.catalogue.version(process.service, process.version);
  const offered = languagesOf(found.definition).includes(process.language);
  const language = asSent && offered ? process.language : "en";
  const { service: definition } = translate(found.definition, language);
  const form = language === "en" ? found.form : compileForm(definition.form);
  const sections = readBack(form, process.asSent, { language }).map(({ page, rows }) => ({
    title: page.title,
    rows: rows.map(({ question, text }) => ({ label: question.label, text })),
  }));
  const { reference, asSent: answers } = process;
  const document = {
    reference,
    serviceTitle: definition.title,
    receivedAt: instant(process.receivedAt),
    sections,
    files: (await listProcessDocuments(ctx.db, processId))
      .filter(({ at }) => at <= process.receivedAt)
      .map(({ name }) => name),
    answers,
  };
  return { process: processId, document: { form: document, language } };
}

async function openFile(ctx: Context, id: string): Promise<Opened> {
  const file = await findDocument(ctx.db, id);
  if (!file?.process) throw new Problem("not-found");
  await reachProcess(ctx, file.process);
  refuseUnsafe(file);
  return { process: file.process, document: { file } };
}
