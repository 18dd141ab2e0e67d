import { and, desc, eq, getTableColumns, gt, inArray, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import type { OutboxRow } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";

const { body: _sealed, ...columns } = getTableColumns(outbox);

/** Written out, since a bound kind would not be matched to the partial index. */
const isWebhook = sql`kind = 'webhook'`;
/**
 * @internal Webhooks by the partial index of their state, and not by their subscriber's: what was accepted in years is
 * not read to find what was not.
 */
export const waitingWebhooks = "state = 'pending' and lane = 'webhook'";
/** @internal */
export const failedWebhooks = "state IN ('refused','held','dead') and +kind = 'webhook'";

/** What is or was owed to a subscriber, newest first. */
export async function listWebhooks(
  db: Db,
  subscription: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<OutboxRow[]> {
  const older = before === undefined ? undefined : lt(outbox.id, before);
  return db.reads
    .select(columns)
    .from(outbox)
    .where(and(isWebhook, eq(outbox.destination, subscription), older))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all();
}

export async function findWebhook(
  db: Db,
  subscription: string,
  id: string,
): Promise<OutboxRow | undefined> {
  return db.reads
    .select(columns)
    .from(outbox)
    .where(and(isWebhook, eq(outbox.destination, subscription), eq(outbox.id, id)))
    .get();
}

/** When a row is due that is begun anew, and when it is given up. */
export interface Anew {
  readonly nextAt: number;
  readonly giveUpAt: number;
}

/** Owe a webhook again as if it had just arisen, under its id and with its body; undefined while it is under way. */
export async function renewWebhook(
  tx: Tx,
  subscription: string,
  { id, ...anew }: Anew & { id: string },
): Promise<OutboxRow | undefined> {
  return tx.writes
    .update(outbox)
    .set({ ...anew, ...asNew })
    .where(
      and(
        isWebhook,
        eq(outbox.destination, subscription),
        eq(outbox.id, id),
        sql`state <> 'queued'`,
      ),
    )
    .returning(columns)
    .get();
}

/** Owe up to `limit` webhooks again that came to nothing, the oldest first, from `fromId` on; return how many. */
export async function renewFailedWebhooks(
  tx: Tx,
  subscription: string,
  { fromId, limit, ...anew }: Anew & { fromId: string; limit: number },
): Promise<number> {
  const chosen = tx.reads
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(sql.raw(failedWebhooks), isOf(subscription), sql`+id >= ${fromId}`))
    .orderBy(outbox.id)
    .limit(limit);
  const renewed = await tx.writes
    .update(outbox)
    .set({ ...anew, ...asNew })
    .where(inArray(outbox.id, chosen))
    .returning({ id: outbox.id })
    .all();
  return renewed.length;
}

const asNew = {
  state: "pending",
  attempts: 0,
  crashes: 0,
  lastCode: null,
  settledAt: null,
} as const;

/** Owe a subscriber nothing more, and say why in each row that still waited. */
export async function refuseWebhooks(
  tx: Tx,
  subscription: string,
  { code, at }: { code: string; at: number },
): Promise<void> {
  await tx.writes
    .update(outbox)
    .set({ state: "refused", lastCode: code, settledAt: at })
    .where(and(sql.raw(waitingWebhooks), isOf(subscription)))
    .run();
}

/** Whether a subscriber has taken anything since. */
export async function tookWebhook(tx: Tx, subscription: string, since: number): Promise<boolean> {
  const row = await tx.reads
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        isWebhook,
        eq(outbox.destination, subscription),
        eq(outbox.state, "accepted"),
        gt(outbox.settledAt, since),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(1)
    .get();
  return row !== undefined;
}

/** @internal Every subscription that was ever owed a webhook: from one the index leads to the next. */
export const subscribersSql = `with recursive subscribers(name) as (
  select min(destination) from outbox where kind = 'webhook'
  union all
  select (select min(destination) from outbox where kind = 'webhook' and destination > subscribers.name)
    from subscribers where subscribers.name is not null)
select name from subscribers where name is not null`;

/** Forget webhooks that were taken, with ids before one, no more than `limit`; gives how many there were. */
export async function forgetWebhooks(
  tx: Tx,
  { beforeId, limit }: { readonly beforeId: string; readonly limit: number },
): Promise<number> {
  const old = sql`(select outbox.rowid from (${sql.raw(subscribersSql)}) as owed, outbox
    where kind = 'webhook' and destination = owed.name and id < ${beforeId}
      and state = 'accepted' limit ${limit})`;
  const gone = await tx.writes
    .delete(outbox)
    .where(sql`rowid in ${old}`)
    .returning({ id: outbox.id })
    .all();
  return gone.length;
}

/** With a plus, so that the index of the column is left alone. */
function isOf(subscription: string) {
  return sql`+destination = ${subscription}`;
}
