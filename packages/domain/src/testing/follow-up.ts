import type { CaseUpdate } from "@guildhall/contract";
import type { OutboxRow } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { owe } from "../owe.ts";

/** Owe a back office what follows a case of the process. */
export function oweFollowUp(
  ctx: Context,
  process: string,
  update: CaseUpdate,
  destination = "back-office",
): Promise<OutboxRow> {
  const { operation } = update;
  const subject = operation === "attach" ? update.document : undefined;
  const row = { kind: "delivery", purpose: operation, destination, event: 1 } as const;
  const body = JSON.stringify(update);
  return change(ctx, (unit) => owe(unit, { ...row, process, operation, subject, body }));
}
