import { Problem } from "@guildhall/contract";
import {
  type Db,
  findServiceDraft,
  findServiceDraftLine,
  type ServiceDraftLine,
  type ServiceDraftRow,
  type Tx,
} from "@guildhall/store";

/** @throws Problem `not-found` */
export async function reachServiceDraft(db: Db | Tx, service: string): Promise<ServiceDraftRow> {
  const row = await findServiceDraft(db, service);
  if (!row) throw new Problem("not-found");
  return row;
}

/** @throws Problem `not-found` */
export async function reachLine(db: Db | Tx, service: string): Promise<ServiceDraftLine> {
  const line = await findServiceDraftLine(db, service);
  if (!line) throw new Problem("not-found");
  return line;
}
