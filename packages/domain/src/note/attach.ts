import { type Document, Problem, processLimits } from "@guildhall/contract";
import {
  type Db,
  type DocumentRow,
  findProcess,
  insertDocument,
  listProcessDocuments,
  type Tx,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { presentFile } from "../document/list.ts";
import type { ReceivedFile } from "../draft/attach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { reachOpenAsCitizen } from "./say.ts";

/**
 * Refuse a process that its citizen can add no file to, before the file's bytes are received.
 *
 * @throws Problem `not-found`, `process-closed`, `file-not-allowed` (there are enough, or they are too large)
 */
export async function checkProcessRoom(ctx: Context, reference: string): Promise<void> {
  requireScope(ctx, "documents:read");
  const { id } = await reachOpenAsCitizen(ctx, reference);
  await refuseFull(ctx.db, id, 1);
}

/**
 * Put a received file with the process that a citizen follows; its back offices are handed it once it was looked at.
 *
 * @throws Problem `not-found`, `process-closed`, `file-not-allowed` (there are enough, or they are too large)
 */
export async function attachToProcess(
  ctx: Context,
  reference: string,
  { state = "unscanned", question: _, ...file }: ReceivedFile,
): Promise<{ document: Document; isNew: boolean }> {
  requireScope(ctx, "documents:read");
  const process = await talkedOf(ctx, await reachOpenAsCitizen(ctx, reference));
  const made = { id: ctx.ids.id("doc"), draft: null, process: process.id, question: null };
  const row: DocumentRow = { ...made, state, thumbnail: null, at: ctx.now(), ...file };
  const document = await change(ctx, async (unit) => {
    const latest = await findProcess(unit.tx, process.id);
    if (latest?.status !== "open") throw new Problem("process-closed");
    await refuseFull(unit.tx, process.id, row.bytes);
    await insertDocument(unit.tx, row);
    await tell(unit, { type: "document.added", process, subject: row.id });
    return presentFile(ctx, row);
  });
  // The same request may have come at the same moment and been first: the document is then the other's.
  return { document, isNew: document.id === row.id };
}

async function refuseFull(db: Db | Tx, process: string, more: number): Promise<void> {
  const held = await listProcessDocuments(db, process);
  const bytes = held.reduce((sum, file) => sum + file.bytes, more);
  if (held.length >= processLimits.files) throw full("too-many");
  if (bytes > processLimits.allBytes) throw full("too-large-together");
}

function full(code: string): Problem {
  return new Problem("file-not-allowed", { faults: [{ pointer: "/file", code }] });
}
