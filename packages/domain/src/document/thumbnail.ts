import { Problem } from "@guildhall/contract";
import { type DocumentRow, findDocument, keepThumbnail, transact } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { reachDraft } from "../draft/reach.ts";
import { reachProcess } from "../process/reach.ts";
import { noteRead } from "./note-read.ts";
import { mayHaveThumbnail, refuseUnsafe } from "./state.ts";

/** Makes small pictures, and keeps them where files are kept. */
export interface PictureDesk {
  /** Make one and tell where it is kept; undefined where none can be made of this file. */
  shrink(storage: string, key: string): Promise<string | undefined>;
  remove(storage: string): Promise<void>;
}

/** A small picture: where it is kept, and the key that opens it. */
export interface Thumbnail {
  readonly storage: string;
  readonly key: string;
}

/**
 * Open the small picture of a file, which is made when it is first asked for.
 *
 * Whoever fills in a draft sees those of their own files; who else sees one is recorded, as of the file itself.
 *
 * @throws Problem `not-found` (there is none), `scan-pending`, `document-infected`
 */
export async function openThumbnail(
  ctx: Context,
  id: string,
  desk: PictureDesk,
): Promise<Thumbnail> {
  const file = await reachFile(ctx, id);
  refuseUnsafe(file);
  if (!mayHaveThumbnail(file)) throw new Problem("not-found");
  const storage = file.thumbnail ?? (await make(ctx, file, desk));
  if (storage === "") throw new Problem("not-found");
  await record(ctx, file);
  return { storage, key: file.key };
}

async function reachFile(ctx: Context, id: string): Promise<DocumentRow> {
  const file = await findDocument(ctx.db, id);
  if (typeof file?.draft === "string" && ctx.only?.draft === file.draft) {
    await reachDraft(ctx, file.draft);
    return file;
  }
  requireScope(ctx, "documents:read");
  if (!file?.process) throw new Problem("not-found");
  await reachProcess(ctx, file.process);
  return file;
}

async function make(
  ctx: Context,
  { id, ...file }: DocumentRow,
  desk: PictureDesk,
): Promise<string> {
  const made = (await desk.shrink(file.storage, file.key)) ?? "";
  if (await transact(ctx.db, (tx) => keepThumbnail(tx, id, made))) return made;
  // Another was first, or the file is gone: that one's picture counts.
  if (made !== "") await desk.remove(made);
  return (await findDocument(ctx.db, id))?.thumbnail ?? "";
}

/** A citizen who looks at their own request is no news. */
async function record(ctx: Context, { id: subject, process }: DocumentRow): Promise<void> {
  const isCitizen = ctx.only !== undefined && ctx.only.grant === undefined;
  if (process === null || isCitizen) return;
  await noteRead(ctx, { process, subject });
}
