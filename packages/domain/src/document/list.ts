import type { Document } from "@guildhall/contract";
import { type DocumentRow, listProcessDocuments, type ProcessRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { mayHaveThumbnail } from "./state.ts";

/**
 * See what was submitted: the form as it was filled in, and the evidence.
 *
 * @throws Problem `not-found`
 */
export async function listDocuments(ctx: Context, process: string): Promise<{ data: Document[] }> {
  requireScope(ctx, "documents:read");
  const row = await reachProcess(ctx, process);
  return { data: presentDocuments(ctx, row, await listProcessDocuments(ctx.db, row.id)) };
}

/** The form comes first; it is written from the answers when it is read, so it has no row of its own. */
export function presentDocuments(
  ctx: Context,
  process: ProcessRow,
  files: readonly DocumentRow[],
): Document[] {
  const id = formDocumentId(process.id);
  const form: Document = {
    id,
    kind: "form",
    name: `${process.reference}.html`,
    contentType: "text/html",
    href: hrefOf(ctx, id),
  };
  return [form, ...files.map((file) => presentFile(ctx, file))];
}

export function presentFile(ctx: Context, file: DocumentRow): Document {
  const { id, name, contentType, bytes, sha256, label, state } = file;
  const href = hrefOf(ctx, id);
  return {
    ...{ id, kind: "evidence", name, contentType, bytes, sha256, href, state },
    ...(label === undefined ? {} : { label }),
    ...(mayHaveThumbnail(file) ? { thumbnail: `${href}/thumbnail` } : {}),
  };
}

/** The id of the form that was submitted: it follows from the process's own. */
export function formDocumentId(process: string): string {
  return process.replace(/^prc_/, "frm_");
}

function hrefOf({ issuer }: Context, id: string): string {
  return `${issuer}/v1/documents/${id}`;
}
