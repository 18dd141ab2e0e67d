import { type Document, Problem } from "@guildhall/contract";
import {
  type Db,
  type DocumentRow,
  deleteDocument,
  findDocument,
  findDraft,
  insertDocument,
  listDraftDocuments,
  type Tx,
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
  await refuseFull(ctx.db, draft);
}

async function refuseFull(db: Db | Tx, draft: string): Promise<void> {
  const held = await listDraftDocuments(db, draft);
  if (held.length >= mostFiles)
    throw new Problem("file-not-allowed", { faults: [{ pointer: "/file", code: "too-many" }] });
}

/**
 * Put a received file with a draft.
 *
 * Files that arrive together are counted one after the other, so that no more are taken than there is room for.
 *
 * @throws Problem `not-found`, `invalid-transition`, `file-not-allowed` (there are enough)
 */
export async function attachFile(
  ctx: Context,
  draft: string,
  { question, ...file }: ReceivedFile,
): Promise<{ document: Document; isNew: boolean }> {
  await reachDraft(ctx, draft);
  const row: DocumentRow = {
    id: ctx.ids.id("doc"),
    draft,
    process: null,
    question: question ?? null,
    at: ctx.now(),
    ...file,
  };
  const document = await change(ctx, async ({ tx }) => {
    const latest = await findDraft(tx, draft);
    if (!latest) throw new Problem("not-found");
    if (latest.process !== null) throw new Problem("invalid-transition");
    await refuseFull(tx, draft);
    await insertDocument(tx, row);
    return presentFile(ctx, row);
  });
  // The same request may have come at the same moment and been first: the document is then the other's.
  return { document, isNew: document.id === row.id };
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
