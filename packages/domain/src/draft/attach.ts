import { type Document, Problem } from "@guildhall/contract";
import {
  type DocumentRow,
  deleteDocument,
  findDocument,
  insertDocument,
  listDraftDocuments,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { presentFile } from "../document/list.ts";
import { reachDraft } from "./reach.ts";

const mostFiles = 10;

/** A file that has been received, looked at, encrypted and stored. */
export type ReceivedFile = Pick<
  DocumentRow,
  "name" | "key" | "contentType" | "bytes" | "sha256" | "storage"
> & {
  readonly question?: string | undefined;
};

/**
 * Refuse a draft that can take no file, before the file's bytes are received.
 *
 * @throws Problem `not-found`, `invalid-transition`, `file-not-allowed` (there are enough)
 */
export async function checkRoom(ctx: Context, draft: string): Promise<void> {
  await reachDraft(ctx, draft);
  const held = await listDraftDocuments(ctx.db, draft);
  if (held.length >= mostFiles)
    throw new Problem("file-not-allowed", { faults: [{ pointer: "/file", code: "too-many" }] });
}

/** Put a received file with a draft. */
export async function attachFile(
  ctx: Context,
  draft: string,
  { question, ...file }: ReceivedFile,
): Promise<Document> {
  await reachDraft(ctx, draft);
  const row: DocumentRow = {
    id: ctx.ids.id("doc"),
    draft,
    process: null,
    question: question ?? null,
    at: ctx.now(),
    ...file,
  };
  return change(ctx, async ({ tx }) => {
    await insertDocument(tx, row);
    return presentFile(ctx, row);
  });
}

/**
 * Take a file away from a draft; return where the storage keeps its bytes, for them to be deleted.
 *
 * @throws Problem `not-found`
 */
export async function detachFile(ctx: Context, draft: string, id: string): Promise<string> {
  await reachDraft(ctx, draft);
  const file = await findDocument(ctx.db, id);
  if (file?.draft !== draft) throw new Problem("not-found");
  await change(ctx, async ({ tx }) => deleteDocument(tx, id));
  return file.storage;
}
