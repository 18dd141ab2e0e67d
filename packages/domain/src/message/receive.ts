import { type NotifyReceipt, Problem, type Receipt } from "@guildhall/contract";
import { findOutbox, putReceipt } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { whoseDelivery } from "../delivery/whose.ts";
import { applyReceipt } from "./apply-receipt.ts";

/**
 * Take in what a carrier says became of a message.
 *
 * It may come before we know that the message was handed over, and is kept until then. What is said twice counts once,
 * and what came back has not arrived, whichever was said first.
 *
 * @throws Problem `not-found`
 */
export async function receiveReceipt(
  ctx: Context,
  message: string,
  { fate, code, lasting, at }: Receipt,
): Promise<void> {
  requireScope(ctx, "messages:write");
  if (ctx.only) throw new Problem("scope-missing");
  const row = await findOutbox(ctx.db, message);
  if (row?.kind !== "message") throw new Problem("not-found");
  const process = await whoseDelivery(ctx, row);
  const saidAt = at === undefined ? ctx.now() : Date.parse(at);
  await change(ctx, async (unit) => {
    const said = { message, fate, lasting, code: code ?? null, at: saidAt };
    if (await putReceipt(unit.tx, said)) await applyReceipt(unit, message, process);
  });
}

/**
 * Take in what GOV.UK Notify says of a message; what is not its last word is passed over.
 *
 * @throws Problem `not-found`
 */
export async function receiveNotifyReceipt(
  ctx: Context,
  { reference, status }: NotifyReceipt,
): Promise<void> {
  requireScope(ctx, "messages:write");
  const said = Object.hasOwn(fates, status) ? fates[status] : undefined;
  if (said) await receiveReceipt(ctx, reference ?? "", { ...said, code: status });
}

/** A failure that is called temporary, or is theirs, says nothing of the address. */
const fates: Readonly<Record<string, Pick<Receipt, "fate" | "lasting">>> = {
  delivered: { fate: "received", lasting: true },
  "permanent-failure": { fate: "bounced", lasting: true },
  "temporary-failure": { fate: "bounced", lasting: false },
  "technical-failure": { fate: "bounced", lasting: false },
};
