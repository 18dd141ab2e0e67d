import type { TenantDefinition } from "@guildhall/contract";
import { createKeySet, type KeySet } from "@guildhall/keys";
import {
  type Db,
  findSecret,
  type OpenTenant,
  putSecret,
  type Store,
  sealSecret,
  transact,
} from "@guildhall/store";
import { Catalogue } from "./catalogue.ts";
import type { Handover } from "./handover.ts";
import type { Ids } from "./ids.ts";

/** What a tenant's verbs stand on, whoever acts. */
export interface Ground {
  readonly tenant: TenantDefinition;
  readonly db: Db;
  readonly catalogue: Catalogue;
  readonly keys: TenantKeys;
  /** The tenant's own address, `https://<host>/t/<tenant>`: issuer of its tokens, base of its API. */
  readonly issuer: string;
  readonly handover: Handover;
  readonly ids: Ids;
  now(): number;
}

/** The keys that a tenant signs and checks with. */
export interface TenantKeys {
  readonly set: KeySet;
  readonly pepper: Uint8Array;
  readonly trackingSecret: Uint8Array;
}

export interface GroundOptions {
  readonly store: Store;
  readonly publicUrl: string;
  readonly handover: Handover;
  readonly ids: Ids;
  readonly now: () => number;
}

/** Give the ground of a tenant by its id, or undefined when there is none; made once and kept. */
export function createGrounds(
  options: GroundOptions,
): (tenant: string) => Promise<Ground | undefined> {
  // The store gives the same opened tenant until what is said of it is renewed.
  const known = new WeakMap<OpenTenant, Promise<Ground>>();
  const begin = (tenant: OpenTenant) => {
    const ground = prepare(tenant, options);
    known.set(tenant, ground);
    ground.catch(() => known.delete(tenant));
    return ground;
  };
  return async (id) => {
    const tenant = await options.store.tenant(id);
    return tenant && (known.get(tenant) ?? begin(tenant));
  };
}

async function prepare({ definition, db }: OpenTenant, options: GroundOptions): Promise<Ground> {
  const { publicUrl, handover, ids, now } = options;
  return {
    tenant: definition,
    db,
    catalogue: new Catalogue(db, now),
    keys: {
      set: await keySetOf(db, now()),
      pepper: db.vault.derive("api-key-pepper"),
      trackingSecret: db.vault.derive("tracking"),
    },
    issuer: `${publicUrl}/t/${definition.id}`,
    handover,
    ids,
    now,
  };
}

/** The tenant's signing keys, made at the first need. */
async function keySetOf(db: Db, now: number): Promise<KeySet> {
  const known = await findSecret(db, "signing-keys");
  // Sealed by us under this name and no other: what opens is a key set.
  if (known) return known as KeySet;
  const fresh = createKeySet(new Date(now));
  const jwe = await sealSecret(db.vault, "signing-keys", fresh);
  await transact(db, (tx) => putSecret(tx, "signing-keys", { jwe, updatedAt: now }));
  return fresh;
}
