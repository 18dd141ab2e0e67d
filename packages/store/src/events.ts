import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Actor, EventType } from "@guildhall/contract";
import canonicalize from "canonicalize";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { ChainHead, Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { events } from "./schema/events.ts";

export type EventRow = typeof events.$inferSelect;

export interface NewEvent {
  readonly type: EventType;
  readonly process?: string | undefined;
  readonly subject: string;
  readonly actor: Actor;
  readonly at: number;
  /** Made by the platform; nothing that a citizen typed. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const lastEvent = hot((query) =>
  query
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1)
    .prepare(),
);
const oneEvent = hot((query) =>
  query
    .select()
    .from(events)
    .where(eq(events.seq, sql.placeholder("seq")))
    .prepare(),
);
const insertEvent = hot((query) =>
  query
    .insert(events)
    .values({
      seq: sql.placeholder("seq"),
      type: sql.placeholder("type"),
      process: sql.placeholder("process"),
      subject: sql.placeholder("subject"),
      actorKind: sql.placeholder("actorKind"),
      actorId: sql.placeholder("actorId"),
      actorName: sql.placeholder("actorName"),
      at: sql.placeholder("at"),
      data: sql.placeholder("data"),
      hash: sql.placeholder("hash"),
    })
    .prepare(),
);

/** Append an event to the chain and return its place; its hash covers it and all that came before. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<number> {
  const head = tx.head ?? (await lastEvent(tx.writes).get()) ?? origin;
  const row = {
    seq: head.seq + 1,
    type: event.type,
    process: event.process ?? null,
    subject: event.subject,
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    actorName: event.actor.name,
    at: event.at,
    data: JSON.stringify(event.data ?? {}),
  };
  const hash = chainHash(head.hash, row);
  await insertEvent(tx.writes).run({ ...row, hash });
  tx.head = { seq: row.seq, hash };
  return row.seq;
}

const ofProcessQuery = hot((query) =>
  query
    .select()
    .from(events)
    .where(
      and(eq(events.process, sql.placeholder("process")), gt(events.seq, sql.placeholder("after"))),
    )
    .orderBy(asc(events.seq))
    .prepare(),
);

/** The events of a process in the order they happened. */
export async function listEvents(db: Db | Tx, process: string, after = 0): Promise<EventRow[]> {
  return ofProcessQuery(db.reads).all({ process, after });
}

/** Whether the same was told of the same by the same one since. */
export async function hasEvent(
  db: Db | Tx,
  { type, process, subject, actor }: NewEvent & { readonly process: string },
  since: number,
): Promise<boolean> {
  const row = await db.reads
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.process, process),
        eq(events.type, type),
        eq(events.subject, subject),
        eq(events.actorId, actor.id),
        gt(events.at, since),
      ),
    )
    .limit(1)
    .get();
  return row !== undefined;
}

export async function findEvent(db: Db | Tx, seq: number): Promise<EventRow | undefined> {
  return oneEvent(db.reads).get({ seq });
}

/**
 * Follow the chain from its beginning; tell how many events hold, and the place of the first that does not.
 *
 * It goes a part at a time, between which whoever else waits has a turn.
 */
export async function verifyChain(db: Db): Promise<{ events: number; brokenAt?: number }> {
  let head = origin;
  for (;;) {
    const part = await eventsAfter(db, head.seq);
    if (part.length === 0) return { events: head.seq };
    for (const row of part) {
      const next = follow(head, row);
      if (!next) return { events: head.seq, brokenAt: head.seq + 1 };
      head = next;
    }
    await setImmediate();
  }
}

async function eventsAfter(db: Db, seq: number): Promise<EventRow[]> {
  return db.reads
    .select()
    .from(events)
    .where(gt(events.seq, seq))
    .orderBy(asc(events.seq))
    .limit(500)
    .all();
}

function follow(head: ChainHead, { hash, ...row }: EventRow): ChainHead | undefined {
  const holds = row.seq === head.seq + 1 && chainHash(head.hash, row).equals(hash);
  return holds ? { seq: row.seq, hash } : undefined;
}

const origin: ChainHead = { seq: 0, hash: new Uint8Array(32) };

function chainHash(before: Uint8Array, row: Omit<EventRow, "hash">): Buffer {
  return createHash("sha256")
    .update("v1")
    .update(before)
    .update(canonicalize(row) ?? "")
    .digest();
}
