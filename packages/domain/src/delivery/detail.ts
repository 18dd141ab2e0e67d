import {
  type DeliveryContents,
  type DeliveryDetail,
  type DeliveryReading,
  Problem,
} from "@guildhall/contract";
import { findProcess, type OutboxRow } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { reachDelivery } from "./list.ts";
import { presentDelivery } from "./present.ts";
import { maskFor, type Show, shownAttempts, shownDocument, whole } from "./shown.ts";

/**
 * See one delivery with all that was tried, masked.
 *
 * @throws Problem `not-found`
 */
export async function getDelivery(ctx: Context, id: string): Promise<DeliveryDetail> {
  requireScope(ctx, "deliveries:read");
  const row = await reachDelivery(ctx, id);
  const process = await findProcess(ctx.db, row.process);
  if (!process) throw new Problem("not-found");
  const { definition } = await ctx.catalogue.version(process.service, process.version);
  return {
    ...(await presentDelivery(ctx, row)),
    processReference: process.reference,
    serviceTitle: definition.title,
    connectorName: await ctx.catalogue.connectorName(row.destination),
    ...(await contentsOf(ctx, row, await maskFor(ctx, row.process))),
  };
}

/**
 * Read what was sent and answered as it was, for a reason that the audit trail keeps.
 *
 * It is for whoever may read the process itself: whoever only looks after connections needs no citizen's answers to
 * mend them. What opens something stays hidden.
 *
 * @throws Problem `not-found`
 */
export async function readDeliveryContents(
  ctx: Context,
  id: string,
  { reason }: DeliveryReading,
): Promise<DeliveryContents> {
  requireScope(ctx, "deliveries:read");
  const row = await reachDelivery(ctx, id);
  requireScope(ctx, "processes:read");
  const found = await findProcess(ctx.db, row.process);
  if (!found) throw new Problem("not-found");
  const process = await talkedOf(ctx, found);
  const contents = await contentsOf(ctx, row, whole);
  await change({ ...ctx, request: undefined }, (unit) =>
    tell(unit, { type: "document.read", process, subject: id, data: { reason } }),
  );
  return contents;
}

async function contentsOf(ctx: Context, row: OutboxRow, show: Show): Promise<DeliveryContents> {
  const document = await shownDocument(ctx, row, show);
  const history = await shownAttempts(ctx, row.id, show);
  return document === undefined ? { history } : { document, history };
}
