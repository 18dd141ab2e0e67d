import { TenantDefinition } from "@guildhall/contract";
import { eq } from "drizzle-orm";
import { CompactEncrypt, compactDecrypt } from "jose";
import type { Db } from "./db.ts";
import { putDomains } from "./domains.ts";
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
  /** Whether its database was made, and has to be there from then on. */
  readonly made: boolean;
}

export interface NewTenant {
  readonly definition: TenantDefinition;
  readonly url: string;
  readonly authToken?: string | undefined;
  /** 32 bytes of its own. */
  readonly key: Uint8Array;
  readonly now: number;
}

const wrapping = { alg: "A256GCMKW", enc: "A256GCM" } as const;

/**
 * Add a tenant with a key of its own, wrapped by the root key; one that is there already keeps its key and place.
 *
 * @throws Error of one sentence, where a domain of it is another tenant's
 */
export async function putTenant(
  directory: Db,
  rootKey: Uint8Array,
  { definition, url, authToken, key, now }: NewTenant,
): Promise<void> {
  const { id } = definition;
  // Read strictly with all others: one that could not be read would keep the whole directory shut.
  const parsed = TenantDefinition.parse(definition);
  const row = {
    id,
    definition: JSON.stringify(parsed),
    url,
    authToken:
      authToken && (await wrap(rootKey, { tid: id, use: "auth-token" }, Buffer.from(authToken))),
    wrappedKey: await wrap(rootKey, { tid: id, use: "key" }, key),
    createdAt: now,
    made: 0,
  };
  await transact(directory, async (tx) => {
    await tx.writes
      .insert(tenants)
      .values(row)
      .onConflictDoUpdate({ target: tenants.id, set: { definition: row.definition } })
      .run();
    await putDomains(tx, parsed);
  });
}

/** All tenants of this installation, in the order of their ids. */
export async function listTenants(directory: Db, rootKey: Uint8Array): Promise<TenantEntry[]> {
  const rows = await directory.reads.select().from(tenants).orderBy(tenants.id).all();
  return Promise.all(rows.map((row) => entryOf(row, rootKey)));
}

/** Each tenant with the one that it is a sandbox of, or itself; no key is unwrapped for it. */
export async function listOriginals(directory: Db): Promise<ReadonlyMap<string, string>> {
  const { id, definition } = tenants;
  const rows = await directory.reads.select({ id, definition }).from(tenants).all();
  return new Map(
    rows.map((row) => [
      row.id,
      TenantDefinition.parse(JSON.parse(row.definition)).sandboxOf ?? row.id,
    ]),
  );
}

export async function findTenant(
  directory: Db,
  rootKey: Uint8Array,
  id: string,
): Promise<TenantEntry | undefined> {
  const row = await directory.reads.select().from(tenants).where(eq(tenants.id, id)).get();
  return row && entryOf(row, rootKey);
}

/** Remember that a tenant's database was made. */
export async function markMade(directory: Db, id: string): Promise<void> {
  await transact(directory, async (tx) => {
    await tx.writes.update(tenants).set({ made: 1 }).where(eq(tenants.id, id)).run();
  });
}

/** Whose a key is. */
export interface KeyOwner {
  readonly tenant: string;
  /** Where the owner is for trying out another tenant: that tenant. */
  readonly sandboxOf?: string | undefined;
}

/** Remember whose keys these are, so that a wrong one costs no tenant's database. */
export async function indexKeys(
  directory: Db,
  keyIds: readonly string[],
  tenant: string,
): Promise<void> {
  const rows = await directory.reads
    .select({ keyId: keyIndex.keyId })
    .from(keyIndex)
    .where(eq(keyIndex.tenant, tenant))
    .all();
  const known = new Set(rows.map(({ keyId }) => keyId));
  const missing = keyIds.filter((keyId) => !known.has(keyId));
  if (missing.length === 0) return;
  await transact(directory, async (tx) => {
    for (const keyId of missing)
      await tx.writes.insert(keyIndex).values({ keyId, tenant }).onConflictDoNothing().run();
  });
}

/** The tenant that a key id belongs to. */
export async function findKeyOwner(directory: Db, keyId: string): Promise<KeyOwner | undefined> {
  const row = await directory.reads
    .select({ id: tenants.id, definition: tenants.definition })
    .from(keyIndex)
    .innerJoin(tenants, eq(tenants.id, keyIndex.tenant))
    .where(eq(keyIndex.keyId, keyId))
    .get();
  if (!row) return undefined;
  const { sandboxOf } = TenantDefinition.parse(JSON.parse(row.definition));
  return { tenant: row.id, sandboxOf };
}

async function entryOf(
  { id, definition, url, authToken, wrappedKey, made }: typeof tenants.$inferSelect,
  rootKey: Uint8Array,
): Promise<TenantEntry> {
  const key = await unwrap(rootKey, { tid: id, use: "key" }, wrappedKey);
  const token = authToken && (await unwrap(rootKey, { tid: id, use: "auth-token" }, authToken));
  return {
    definition: TenantDefinition.parse(JSON.parse(definition)),
    url,
    authToken: token ? new TextDecoder().decode(token) : undefined,
    vault: new Vault(id, key),
    made: made === 1,
  };
}

/** Whose a wrapped value is and what for; said in the protected header, so that it opens nowhere else. */
interface Label {
  readonly tid: string;
  readonly use: "key" | "auth-token";
}

function wrap(rootKey: Uint8Array, label: Label, value: Uint8Array): Promise<string> {
  return new CompactEncrypt(value).setProtectedHeader({ ...wrapping, ...label }).encrypt(rootKey);
}

async function unwrap(rootKey: Uint8Array, label: Label, jwe: string): Promise<Uint8Array> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, rootKey, {
      keyManagementAlgorithms: [wrapping.alg],
      contentEncryptionAlgorithms: [wrapping.enc],
    });
    if (protectedHeader.tid === label.tid && protectedHeader.use === label.use) return plaintext;
  } catch {
    // Whatever it is that stands there, it is not what was put there.
  }
  throw new StoreFault("sealed-elsewhere");
}
