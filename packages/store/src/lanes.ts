import { sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import type { Claim, OutboxRow } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";

/** How many rows beside those that there is room for are looked at, to find some that nothing stands before. */
const looksPast = 200;

/** How long a row is passed over that an earlier one of its case stands before; that one frees it when it goes. */
export const passedOverMs = 15 * 60_000;

/** A lane, and how many of its rows there is room for. */
export interface LaneRoom {
  readonly lane: string;
  readonly now: number;
  readonly leaseUntil: number;
  readonly room: number;
}

/** The part of a lane that is due, the first first. */
const dueSql = `select rowid as place, process, destination from outbox
  where state = 'pending' and lane = :lane and next_at <= :now order by next_at limit :look`;
/** Whether a delivery of the same case to the same back office came before and has not got there. */
const isBehindSql = `exists (select 1 from outbox as earlier where earlier.process = due.process
  and +earlier.destination = due.destination and +earlier.kind = 'delivery'
  and earlier.state not in ('accepted', 'handled') and earlier.rowid < due.place)`;

/** @internal The places of what may be claimed in a lane of deliveries, and in any other. */
export const placesSql = {
  inOrder: `select place from (${dueSql}) as due where not ${isBehindSql} limit :room`,
  behind: `select place from (${dueSql}) as due where ${isBehindSql}`,
  any: `select place from (${dueSql}) as due limit :room`,
};

/** Drizzle's placeholders in the place of names. */
function places(text: string) {
  const [first = "", ...rest] = text.split(/:(?=(?:lane|now|look|room)\b)/);
  const parts = rest.map((part) => {
    const [name = ""] = /^\w+/.exec(part) ?? [];
    return sql`${sql.placeholder(name)}${sql.raw(part.slice(name.length))}`;
  });
  return sql.join([sql.raw(first), ...parts]);
}

const claimedColumns = {
  id: outbox.id,
  generation: outbox.generation,
  kind: outbox.kind,
  lane: outbox.lane,
};
const claimQueryOf = (text: string) =>
  hot((query) =>
    query
      .update(outbox)
      .set({
        state: "queued",
        generation: sql`${outbox.generation} + 1`,
        leaseUntil: sql`${sql.placeholder("leaseUntil")}`,
      })
      .where(sql`rowid in (${places(text)})`)
      .returning(claimedColumns)
      .prepare(),
  );
const claimInOrder = claimQueryOf(placesSql.inOrder);
const claimAny = claimQueryOf(placesSql.any);

const passOverQuery = hot((query) =>
  query
    .update(outbox)
    .set({ nextAt: sql`${sql.placeholder("until")}` })
    .where(sql`rowid in (${places(placesSql.behind)})`)
    .prepare(),
);

/**
 * Claim up to `room` rows of a lane that are due.
 *
 * Deliveries of a case go in order: one is claimed when all that came before it for the same back office have got
 * there or were dealt with. Those that wait for an earlier one are put off, so that a heap of them is not looked
 * through again at every turn.
 */
export async function claimLane(
  tx: Tx,
  { lane, now, leaseUntil, room }: LaneRoom,
): Promise<(Claim & Pick<OutboxRow, "kind" | "lane">)[]> {
  const isOrdered = lane.startsWith("delivery/");
  const look = isOrdered ? room + looksPast : room;
  const query = isOrdered ? claimInOrder : claimAny;
  const claimed = await query(tx.writes).all({ lane, now, leaseUntil, room, look });
  if (isOrdered && claimed.length < room)
    await passOverQuery(tx.writes).run({ lane, now, look, until: now + passedOverMs });
  return claimed;
}

type Case = Pick<OutboxRow, "process" | "destination">;

const isBehindQuery = hot((query) =>
  query
    .select({ place: sql<number>`1` })
    .from(outbox)
    .where(
      sql`process = ${sql.placeholder("process")} and +destination = ${sql.placeholder("destination")}
        and +kind = 'delivery' and state not in ('accepted', 'handled')`,
    )
    .limit(1)
    .prepare(),
);

/** Whether a delivery of a case that arises now has to wait for another. */
export async function isBehind(db: Db | Tx, { process, destination }: Case): Promise<boolean> {
  return (await isBehindQuery(db.reads).get({ process, destination })) !== undefined;
}

const freeQuery = hot((query) =>
  query
    .update(outbox)
    .set({ nextAt: sql`${sql.placeholder("now")}` })
    .where(
      sql`process = ${sql.placeholder("process")} and +destination = ${sql.placeholder("destination")}
        and +kind = 'delivery' and state = 'pending' and attempts = 0 and next_at > ${sql.placeholder("now")}`,
    )
    .returning({ id: outbox.id })
    .prepare(),
);

/** Make due what waited for a delivery of the same case that has got there or was dealt with; whether there is any. */
export async function freeFollowing(
  tx: Tx,
  { process, destination }: Case,
  now: number,
): Promise<boolean> {
  return (await freeQuery(tx.writes).all({ process, destination, now })).length > 0;
}
