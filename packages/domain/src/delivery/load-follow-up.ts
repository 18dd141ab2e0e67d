import type { Operation } from "@guildhall/contract";
import {
  type DocumentRow,
  findDocument,
  findProcess,
  listOutbox,
  type OutboxRow,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { OnItsWay } from "./load.ts";

/** What a back office is to be told of a case that it has. The words are frozen in the row. */
export interface LoadedFollowUp extends OnItsWay {
  readonly does: Exclude<Operation, "create">;
  readonly reference: string;
  /** What the back office calls the case; undefined where it never said. */
  readonly theirReference: string | undefined;
  /** The file of an `attach`. */
  readonly evidence: readonly DocumentRow[];
}

/** Load what follows a case; undefined when its process is gone. */
export async function loadFollowUp(
  ctx: Context,
  row: OnItsWay["row"],
): Promise<LoadedFollowUp | undefined> {
  const { operation: does } = row;
  const process = await findProcess(ctx.db, row.process);
  if (!process || does === "create") return undefined;
  return {
    row,
    does,
    process: await talkedOf(ctx, process),
    reference: process.reference,
    theirReference: await caseOf(ctx, row),
    evidence: await fileOf(ctx, row),
  };
}

/** What the receiver of a row calls the case that it was handed for the same process. */
async function caseOf({ db }: Context, row: OutboxRow): Promise<string | undefined> {
  const rows = await listOutbox(db, [row.process]);
  const made = rows.findLast(
    ({ kind, destination, operation, reference }) =>
      kind === "delivery" &&
      destination === row.destination &&
      operation === "create" &&
      reference !== null,
  );
  return made?.reference ?? undefined;
}

async function fileOf({ db }: Context, row: OutboxRow): Promise<DocumentRow[]> {
  if (row.operation !== "attach" || row.subject === null) return [];
  const file = await findDocument(db, row.subject);
  return file?.process === row.process ? [file] : [];
}
