import type { OpenIdChecks } from "@guildhall/contract";
import { and, eq, gt, lte } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { signIns } from "./schema/staff.ts";

type Stored = typeof signIns.$inferSelect;

/** A sign-in that has begun. */
export interface SignInRow extends Omit<Stored, "checks"> {
  readonly checks: OpenIdChecks | undefined;
}

/** Write down that a sign-in has begun, and forget those that nobody came back for. */
export async function insertSignIn(
  tx: Tx,
  { checks, ...row }: SignInRow,
  now: number,
): Promise<void> {
  await tx.writes.delete(signIns).where(lte(signIns.expiresAt, now)).run();
  const sealed = checks ? tx.vault.seal(placeOf(row.digest), checks) : null;
  await tx.writes
    .insert(signIns)
    .values({ ...row, checks: sealed })
    .run();
}

/** A sign-in that can still be finished. */
export async function findSignIn(
  db: Db | Tx,
  digest: string,
  now: number,
): Promise<SignInRow | undefined> {
  const row = await db.reads
    .select()
    .from(signIns)
    .where(and(eq(signIns.digest, digest), gt(signIns.expiresAt, now)))
    .get();
  if (!row) return undefined;
  // Under a sign-in's row nothing but its checks is sealed.
  const checks = row.checks && (db.vault.open(placeOf(digest), row.checks) as OpenIdChecks);
  return { ...row, checks: checks ?? undefined };
}

/** Use a sign-in up; false when it was used up before. */
export async function useSignIn(tx: Tx, digest: string): Promise<boolean> {
  const row = await tx.writes
    .delete(signIns)
    .where(eq(signIns.digest, digest))
    .returning({ digest: signIns.digest })
    .get();
  return row !== undefined;
}

/** How many sign-ins have begun with an address and can still be finished. */
export async function countSignIns(db: Db | Tx, emailIndex: number, now: number): Promise<number> {
  return db.reads.$count(
    signIns,
    and(eq(signIns.emailIndex, emailIndex), gt(signIns.expiresAt, now)),
  );
}

/** Let nobody finish what was begun for a person. */
export async function deleteSignInsOf(tx: Tx, person: string): Promise<void> {
  await tx.writes.delete(signIns).where(eq(signIns.person, person)).run();
}

function placeOf(row: string) {
  return { table: "sign_ins", row };
}
