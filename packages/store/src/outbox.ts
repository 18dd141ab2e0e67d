import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { outbox } from "./schema/outbox.ts";

type Stored = typeof outbox.$inferSelect;
/** A thing owed to the outside, without its sealed body. */
export type OutboxRow = Omit<Stored, "body">;
export type OutboxState = Stored["state"];
export type NewOutboxRow = Pick<
  Stored,
  "id" | "process" | "kind" | "purpose" | "destination" | "event" | "nextAt" | "giveUpAt"
> & {
  /** What is done to a case; `create` unless said otherwise. */
  readonly operation?: Stored["operation"];
  /** The note or document that it carries. */
  readonly subject?: string | undefined;
  /** Born claimed: handed over at once, and due again only when the lease has run out. */
  readonly leaseUntil?: number | undefined;
  /** What every attempt sends, where it is known from the start. It is kept sealed. */
  readonly body?: unknown;
};

/** A claim of a row: an answer to it counts only while the row is still of this generation. */
export interface Claim {
  readonly id: string;
  readonly generation: number;
}

const insertQuery = hot((query) =>
  query
    .insert(outbox)
    .values({
      id: sql.placeholder("id"),
      process: sql.placeholder("process"),
      kind: sql.placeholder("kind"),
      purpose: sql.placeholder("purpose"),
      destination: sql.placeholder("destination"),
      event: sql.placeholder("event"),
      operation: sql.placeholder("operation"),
      subject: sql.placeholder("subject"),
      lane: sql.placeholder("lane"),
      crashes: 0,
      state: sql.placeholder("state"),
      generation: sql.placeholder("generation"),
      attempts: 0,
      nextAt: sql.placeholder("nextAt"),
      leaseUntil: sql.placeholder("leaseUntil"),
      giveUpAt: sql.placeholder("giveUpAt"),
      body: sql.placeholder("body"),
    } as never)
    .prepare(),
);

export async function insertOutbox(
  tx: Tx,
  { leaseUntil, body, operation = "create", subject, ...row }: NewOutboxRow,
): Promise<void> {
  const claimed = leaseUntil !== undefined;
  await insertQuery(tx.writes).run({
    ...row,
    operation,
    subject: subject ?? null,
    lane: laneOf(row),
    state: claimed ? "queued" : "pending",
    generation: claimed ? 1 : 0,
    leaseUntil: leaseUntil ?? 0,
    body: frozen(tx, row, body),
  });
}

/** Each connector is claimed apart, so that one that hangs keeps nothing else back. */
export function laneOf({ kind, destination }: Pick<Stored, "kind" | "destination">): string {
  return kind === "delivery" ? `delivery/${destination}` : kind;
}

/** The code of an attempt that was begun and not settled: whether it reached the other side, nobody knows. */
export const unanswered = "unanswered";

const startQuery = hot((query) =>
  query
    .update(outbox)
    .set({ crashes: sql`${outbox.crashes} + 1` })
    .where(
      and(
        eq(outbox.id, sql.placeholder("id")),
        eq(outbox.generation, sql.placeholder("generation")),
        sql`state = 'queued'`,
      ),
    )
    .prepare(),
);

/** Count a start before anything is done with a row; it is taken back when the row is settled or given back. */
export async function countStart(tx: Tx, { id, generation }: Claim): Promise<void> {
  await startQuery(tx.writes).run({ id, generation });
}

const beginQuery = hot((query) =>
  query
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      crashes: sql`${outbox.crashes} + ${sql.placeholder("starts")}`,
      body: sql`coalesce(${outbox.body}, ${sql.placeholder("body")})`,
      lastCode: unanswered,
    })
    .where(
      and(
        eq(outbox.id, sql.placeholder("id")),
        eq(outbox.generation, sql.placeholder("generation")),
        sql`state = 'queued'`,
      ),
    )
    .returning({ attempts: outbox.attempts, body: outbox.body })
    .prepare(),
);

/**
 * Count an attempt, and freeze its body where one is given, before anything is sent.
 *
 * A body counts only the first time; what comes back is the one that every attempt sends, once it is frozen.
 * Undefined when the row was claimed anew or settled meanwhile. `starts` is 0 where the start was counted already.
 */
export async function beginAttempt(
  tx: Tx,
  claim: Claim,
  body: unknown,
  starts: 0 | 1 = 1,
): Promise<{ attempts: number; body: unknown } | undefined> {
  const { id, generation } = claim;
  const sealed = frozen(tx, claim, body);
  const begun = await beginQuery(tx.writes).get({ id, generation, body: sealed, starts });
  if (!begun?.body) return begun && { attempts: begun.attempts, body: undefined };
  const isOurs = sealed?.equals(begun.body);
  return {
    attempts: begun.attempts,
    body: isOurs ? body : tx.vault.open(placeOf(claim), begun.body),
  };
}

function frozen({ vault }: Tx, claim: Pick<Claim, "id">, body: unknown): Buffer | null {
  return body === undefined ? null : vault.seal(placeOf(claim), body);
}

/** @internal What the body of a row is sealed for. */
export function placeOf({ id }: Pick<Claim, "id">) {
  return { table: "outbox", row: id };
}

const settleQuery = hot((query) =>
  query
    .update(outbox)
    .set({
      state: sql`${sql.placeholder("state")}`,
      crashes: 0,
      nextAt: sql`${sql.placeholder("nextAt")}`,
      lastCode: sql`${sql.placeholder("lastCode")}`,
      reference: sql`coalesce(${sql.placeholder("reference")}, ${outbox.reference})`,
      settledAt: sql`${sql.placeholder("settledAt")}`,
      body: sql`case when ${sql.placeholder("forget")} then null else coalesce(${outbox.body}, ${sql.placeholder("body")}) end`,
    })
    .where(
      and(
        eq(outbox.id, sql.placeholder("id")),
        eq(outbox.generation, sql.placeholder("generation")),
        sql`state = 'queued'`,
      ),
    )
    .returning({ id: outbox.id })
    .prepare(),
);

/** What an attempt came to. */
export interface Settlement {
  readonly state: Exclude<OutboxState, "queued">;
  readonly nextAt: number;
  readonly lastCode?: string | undefined;
  readonly reference?: string | undefined;
  readonly settledAt?: number | undefined;
  /** What later attempts send, where it was not frozen before this one. */
  readonly body?: unknown;
  /** Keep nothing of what was sent. */
  readonly forget?: true;
}

/** Write down what an attempt came to, keeping a reference once known; false when another claim has taken the row since. */
export async function settleAttempt(
  tx: Tx,
  claim: Claim,
  settlement: Settlement,
): Promise<boolean> {
  const settled = await settleQuery(tx.writes).get({
    id: claim.id,
    generation: claim.generation,
    state: settlement.state,
    nextAt: settlement.nextAt,
    lastCode: settlement.lastCode ?? null,
    reference: settlement.reference ?? null,
    settledAt: settlement.settledAt ?? null,
    body: frozen(tx, claim, settlement.body),
    forget: settlement.forget ? 1 : 0,
  });
  return settled !== undefined;
}
