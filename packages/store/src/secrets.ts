import { eq } from "drizzle-orm";
import { CompactEncrypt, compactDecrypt } from "jose";
import type { Db, Tx } from "./db.ts";
import { StoreFault } from "./fault.ts";
import { secrets } from "./schema/platform.ts";
import type { Vault } from "./vault.ts";

const header = { alg: "dir", enc: "A256GCM" } as const;

/** Seal a secret as a JWE whose protected header says whose it is and what for. */
export async function sealSecret(vault: Vault, name: string, value: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ ...header, tid: vault.tenant, use: name })
    .encrypt(vault.derive("secrets"));
}

/**
 * Open a secret.
 *
 * @throws StoreFault `sealed-elsewhere` when it is another tenant's, another secret's, or was changed
 */
export async function openSecret(vault: Vault, name: string, jwe: string): Promise<unknown> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, vault.derive("secrets"), {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    if (protectedHeader.tid !== vault.tenant || protectedHeader.use !== name)
      throw new StoreFault("sealed-elsewhere");
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    throw new StoreFault("sealed-elsewhere");
  }
}

/** Keep a sealed secret under its name, in place of the one before. */
export async function putSecret(
  tx: Tx,
  name: string,
  {
    jwe,
    updatedAt,
    last4 = null,
    setBy = null,
  }: { jwe: string; updatedAt: number; last4?: string | null; setBy?: string | null },
): Promise<void> {
  const row = { jwe, updatedAt, last4, setBy };
  await tx.writes
    .insert(secrets)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: secrets.name, set: row })
    .run();
}

/** What may be said of a secret without opening it. */
export async function describeSecret(
  db: Db | Tx,
  name: string,
): Promise<{ updatedAt: number; last4: string | null; setBy: string | null } | undefined> {
  return db.reads
    .select({ updatedAt: secrets.updatedAt, last4: secrets.last4, setBy: secrets.setBy })
    .from(secrets)
    .where(eq(secrets.name, name))
    .get();
}

/** A secret as it lies in the database. */
export interface SealedSecret {
  readonly jwe: string;
  readonly updatedAt: number;
}

/** Find a secret by its name without opening it: to see whether it is there, or still the same. */
export async function findSealed(db: Db | Tx, name: string): Promise<SealedSecret | undefined> {
  const { jwe, updatedAt } = secrets;
  return db.reads.select({ jwe, updatedAt }).from(secrets).where(eq(secrets.name, name)).get();
}

/** Find a secret by its name and open it. */
export async function findSecret(db: Db, name: string): Promise<unknown> {
  const row = await findSealed(db, name);
  return row && openSecret(db.vault, name, row.jwe);
}

export async function removeSecret(tx: Tx, name: string): Promise<void> {
  await tx.writes.delete(secrets).where(eq(secrets.name, name)).run();
}
