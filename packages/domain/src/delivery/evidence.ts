import { type DocumentRow, listProcessDocuments } from "@guildhall/store";
import type { Context } from "../context.ts";

/** The files that go with a delivery; their bytes are the storage's to read. */
export function listEvidence(ctx: Context, process: string): Promise<DocumentRow[]> {
  return listProcessDocuments(ctx.db, process);
}
