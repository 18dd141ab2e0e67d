import { TenantDefinition } from "@guildhall/contract";
import { eq } from "drizzle-orm";
import { CompactEncrypt, compactDecrypt } from "jose";
import type { Db } from "./db.ts";
import { StoreFault } from "./fault.ts";
import { keyIndex, tenants } from "./schema/directory.ts";
import { transact } from "./transact.ts";
import { Vault } from "./vault.ts";

/** A tenant as the directory knows it: who it is, where its database lives, and its key, unwrapped. */
export interface TenantEntry {
  readonly definition: TenantDefinition;
  readonly url: string;
  readonly authToken: string | undefined;
  readonly vault: Vault;
}

const wrapping = { alg: "A256GCMKW", enc: "A256GCM" } as const;

/** Add a tenant with a key of its own, wrapped by the root key; one that is there already keeps its key and place. */
export async function putTenant(
  directory: Db,
  rootKey: Uint8Array,
  {
    definition,
    url,
    key,
    now,
  }: { definition: TenantDefinition; url: string; key: Uint8Array; now: number },
): Promise<void> {
  const wrappedKey = await new CompactEncrypt(key)
    .setProtectedHeader({ ...wrapping, tid: definition.id })
    .encrypt(rootKey);
  const row = {
    id: definition.id,
    definition: JSON.stringify(definition),
    url,
    wrappedKey,
    createdAt: now,
  };
  await transact(directory, async (tx) => {
    await tx.writes
      .insert(tenants)
      .values(row)
      .onConflictDoUpdate({ target: tenants.id, set: { definition: row.definition } })
      .run();
  });
}

/** All tenants of this installation, in the order of their ids. */
export async function listTenants(directory: Db, rootKey: Uint8Array): Promise<TenantEntry[]> {
  const rows = await directory.reads.select().from(tenants).orderBy(tenants.id).all();
  return Promise.all(rows.map((row) => entryOf(row, rootKey)));
}

export async function findTenant(
  directory: Db,
  rootKey: Uint8Array,
  id: string,
): Promise<TenantEntry | undefined> {
  const row = await directory.reads.select().from(tenants).where(eq(tenants.id, id)).get();
  return row && entryOf(row, rootKey);
}

/** Remember whose key it is, so that a wrong one costs no tenant's database. */
export async function indexKey(directory: Db, keyId: string, tenant: string): Promise<void> {
  await transact(directory, async (tx) => {
    await tx.writes.insert(keyIndex).values({ keyId, tenant }).onConflictDoNothing().run();
  });
}

/** The tenant that a key id belongs to. */
export async function findKeyOwner(directory: Db, keyId: string): Promise<string | undefined> {
  const row = await directory.reads.select().from(keyIndex).where(eq(keyIndex.keyId, keyId)).get();
  return row?.tenant;
}

async function entryOf(
  row: typeof tenants.$inferSelect,
  rootKey: Uint8Array,
): Promise<TenantEntry> {
  const { plaintext, protectedHeader } = await compactDecrypt(row.wrappedKey, rootKey, {
    keyManagementAlgorithms: [wrapping.alg],
    contentEncryptionAlgorithms: [wrapping.enc],
  });
  if (protectedHeader.tid !== row.id) throw new StoreFault("sealed-elsewhere");
  return {
    definition: TenantDefinition.parse(JSON.parse(row.definition)),
    url: row.url,
    authToken: row.authToken ?? undefined,
    vault: new Vault(row.id, plaintext),
  };
}
