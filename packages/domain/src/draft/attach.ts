import { type Document, evidenceLimits, Problem } from "@guildhall/contract";
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
import { placesOf } from "../document/state.ts";
import { reachDraft } from "./reach.ts";

/** A file that has been received, looked at, encrypted and stored. */
export type ReceivedFile = Pick<
  DocumentRow,
  "name" | "label" | "key" | "contentType" | "bytes" | "sha256" | "storage"
> &
  Partial<Pick<DocumentRow, "state">> & {
    readonly question?: string | undefined;
  };

/**
 * Refuse a draft that can take no file, before the file's bytes are received.
 *
 * @throws Problem `not-found`, `invalid-transition`, `file-not-allowed` (there are enough, or they are too large)
 */
export async function checkRoom(ctx: Context, draft: string): Promise<void> {
  await reachDraft(ctx, draft);
  await refuseFull(ctx.db, draft, 1);
}

/** Files that were found infected count too: room for more of them is no help to anybody. */
async function refuseFull(db: Db | Tx, draft: string, more: number): Promise<void> {
  const held = await listDraftDocuments(db, draft);
  const bytes = held.reduce((sum, file) => sum + file.bytes, more);
  if (held.length >= evidenceLimits.files) throw full("too-many");
  if (bytes > evidenceLimits.allBytes) throw full("too-large-together");
}

function full(code: string): Problem {
  return new Problem("file-not-allowed", { faults: [{ pointer: "/file", code }] });
}

/**
 * Put a received file with a draft.
 *
 * Files that arrive together are counted one after the other, so that no more are taken than there is room for.
 *
 * @throws Problem `not-found`, `invalid-transition`, `file-not-allowed` (there are enough, or they are too large)
 */
export async function attachFile(
  ctx: Context,
  draft: string,
  { question, state = "unscanned", ...file }: ReceivedFile,
): Promise<{ document: Document; isNew: boolean }> {
  await reachDraft(ctx, draft);
  const row: DocumentRow = {
    id: ctx.ids.id("doc"),
    draft,
    process: null,
    state,
    thumbnail: null,
    question: question ?? null,
    at: ctx.now(),
    ...file,
  };
  const document = await change(ctx, async ({ tx }) => {
    const latest = await findDraft(tx, draft);
    if (!latest) throw new Problem("not-found");
    if (latest.process !== null) throw new Problem("invalid-transition");
    await refuseFull(tx, draft, row.bytes);
    await insertDocument(tx, row);
    return presentFile(ctx, row);
  });
  // The same request may have come at the same moment and been first: the document is then the other's.
  return { document, isNew: document.id === row.id };
}

/**
 * Take a file away from a draft; return where the storage keeps it and its picture, for them to be deleted.
 *
 * @throws Problem `not-found`
 */
export async function detachFile(ctx: Context, draft: string, id: string): Promise<string[]> {
  await reachDraft(ctx, draft);
  const file = await findDocument(ctx.db, id);
  if (file?.draft !== draft) throw new Problem("not-found");
  return change(ctx, async ({ tx }) => {
    // Its picture may have been made meanwhile, or the draft been submitted with it.
    const latest = await findDocument(tx, id);
    if (latest?.draft !== draft) throw new Problem("not-found");
    await deleteDocument(tx, id);
    return placesOf(latest);
  });
}
