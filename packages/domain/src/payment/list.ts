import type { Payment } from "@guildhall/contract";
import { findProcess, listPayments, type PaymentRow, type ProcessRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { presentPayment } from "./present.ts";
import { hasCharges, isUnderWay } from "./states.ts";

/**
 * See what was paid for a process, or tried to, the first attempt first.
 *
 * @throws Problem `not-found`
 */
export async function listPaymentsOf(ctx: Context, id: string): Promise<{ data: Payment[] }> {
  requireScope(ctx, "processes:read");
  const process = await reachProcess(ctx, id);
  const service = await ctx.catalogue.version(process.service, process.version);
  const rows = await listPayments(ctx.db, [id]);
  return { data: rows.map((row) => presentPayment(ctx, row, service)) };
}

/** The payment of a process that its provider knows and may have news of. */
export async function findUnderWay(ctx: Context, id: string): Promise<PaymentRow | undefined> {
  requireScope(ctx, "processes:read");
  await reachProcess(ctx, id);
  const latest = (await listPayments(ctx.db, [id])).at(-1);
  return latest && isUnderWay(latest) && latest.reference !== null ? latest : undefined;
}

/** The latest payment of each of these processes, by process; services that cost nothing are not looked for. */
export async function latestPayments(
  ctx: Context,
  processes: readonly { row: ProcessRow; service: CompiledService }[],
): Promise<ReadonlyMap<string, PaymentRow>> {
  const ids = processes.filter(({ service }) => hasCharges(service)).map(({ row }) => row.id);
  const rows = await listPayments(ctx.db, ids);
  return new Map(rows.map((row) => [row.process, row]));
}

/** Whether a payment's process goes on. */
export async function isProcessOpen(ctx: Context, { process }: PaymentRow): Promise<boolean> {
  return (await findProcess(ctx.db, process))?.status === "open";
}
