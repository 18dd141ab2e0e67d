import {
  type LedgerDelivery,
  type LedgerWebhook,
  type Message,
  Problem,
  type ProcessLedger,
} from "@guildhall/contract";
import { listOutbox, type OutboxRow, stateOfOwed } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentDelivery } from "../delivery/present.ts";
import { maskFor, type Show, shownAttempts } from "../delivery/shown.ts";
import { timeOfId } from "../ids.ts";
import { presentMessage } from "../message/list.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";

/**
 * See all that was said to the outside of one process: each back office with every delivery and attempt, the
 * messages to its citizen, and the webhooks. What was answered is masked.
 *
 * @throws Problem `not-found`
 */
export async function getLedger(ctx: Context, id: string): Promise<ProcessLedger> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  const process = await reachProcess(ctx, id);
  const { definition } = await ctx.catalogue.version(process.service, process.version);
  const owed = await listOutbox(ctx.db, [id]);
  const ofKind = (kind: OutboxRow["kind"]) => owed.filter((row) => row.kind === kind);
  return {
    process: id,
    reference: process.reference,
    serviceTitle: definition.title,
    receivedAt: instant(process.receivedAt),
    destinations: await destinationsOf(ctx, ofKind("delivery"), await maskFor(ctx, id)),
    messages: await inTurn(ofKind("message"), (row): Promise<Message> => presentMessage(ctx, row)),
    webhooks: ofKind("webhook").map(presentLedgerWebhook),
  };
}

async function destinationsOf(
  ctx: Context,
  rows: readonly OutboxRow[],
  show: Show,
): Promise<ProcessLedger["destinations"]> {
  const connectors = [...new Set(rows.map(({ destination }) => destination))];
  return inTurn(connectors, async (connector) => {
    const own = rows.filter(({ destination }) => destination === connector);
    const reference = own.find((row) => row.operation === "create" && row.reference)?.reference;
    return {
      connector,
      name: await ctx.catalogue.connectorName(connector),
      ...(reference ? { reference } : {}),
      deliveries: await inTurn(own, async (row): Promise<LedgerDelivery> => {
        const history = await shownAttempts(ctx, row.id, show);
        return { ...(await presentDelivery(ctx, row)), history };
      }),
    };
  });
}

function presentLedgerWebhook(row: OutboxRow): LedgerWebhook {
  return {
    id: row.id,
    subscription: row.destination,
    event: row.purpose,
    state: stateOfOwed(row),
    attempts: row.attempts,
    createdAt: instant(timeOfId(row.id)),
    ...(row.settledAt === null ? {} : { settledAt: instant(row.settledAt) }),
    ...(row.lastCode === null ? {} : { lastCode: row.lastCode }),
  };
}

async function inTurn<T, U>(items: readonly T[], make: (item: T) => Promise<U>): Promise<U[]> {
  const made: U[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
