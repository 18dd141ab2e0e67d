import type { TenantDefinition } from "@guildhall/contract";
import { type Db, listApiKeyIds, type OpenTenant, type Store } from "@guildhall/store";
import { Agreements } from "./agreement/agreements.ts";
import { Catalogue } from "./catalogue.ts";
import type { Handover } from "./handover.ts";
import { HealthBook } from "./health/book.ts";
import type { Ids } from "./ids.ts";
import { Cookbook } from "./recipe/cookbook.ts";
import { LiveKeys } from "./signing-key/live-keys.ts";
import { Subscribers } from "./subscribers.ts";

/** What a tenant's verbs stand on, whoever acts. */
export interface Ground {
  readonly tenant: TenantDefinition;
  readonly db: Db;
  readonly catalogue: Catalogue;
  /** Who is to be told of what happens. */
  readonly subscribers: Subscribers;
  readonly keys: LiveKeys;
  /** The tenant's own address, `https://<host>/t/<tenant>`: issuer of its tokens, base of its API. */
  readonly issuer: string;
  /** What seals the links that are good at every tenant of the installation; it is the same for all of them. */
  readonly linkSecret: Uint8Array;
  /** What checkpoints of audit trails are signed with: the installation's, so that no tenant's database holds it. */
  readonly checkpointSecret: Uint8Array;
  readonly handover: Handover;
  readonly ids: Ids;
  now(): number;
  /** Write down in the directory that an API key is this tenant's, so that it is looked for here. */
  indexKey(keyId: string): Promise<void>;
  /** The recipes that can be adopted in this installation. */
  readonly cookbook: Cookbook;
  /** What tenants of this installation let the officers of others do. */
  readonly agreements: Agreements;
  /** How it goes with each tenant of this installation. */
  readonly health: HealthBook;
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
  const { directory } = options.store;
  const cookbook = new Cookbook(directory, options.now);
  const agreements = new Agreements(directory, { now: options.now, groundOf: (id) => find(id) });
  const health = new HealthBook(options.store);
  const begin = (tenant: OpenTenant) => {
    const ground = prepare(tenant, { ...options, agreements, cookbook, health });
    known.set(tenant, ground);
    ground.catch(() => known.delete(tenant));
    return ground;
  };
  const find = async (id: string) => {
    const tenant = await options.store.tenant(id);
    if (!tenant) return undefined;
    const ground = await (known.get(tenant) ?? begin(tenant));
    // Another process may have rotated them.
    await ground.keys.renewWhenDue(ground.now());
    return ground;
  };
  return find;
}

async function prepare(
  { definition, db }: OpenTenant,
  options: GroundOptions & Pick<Ground, "agreements" | "cookbook" | "health">,
): Promise<Ground> {
  const { publicUrl, handover, ids, now, store, agreements, cookbook, health } = options;
  // Keys that were issued before there was an index are found from now on.
  await store.keyOwners.index(await listApiKeyIds(db), definition.id);
  return {
    tenant: definition,
    db,
    catalogue: new Catalogue(db, now),
    subscribers: new Subscribers(db, now),
    keys: await LiveKeys.open(db, now()),
    issuer: `${publicUrl}/t/${definition.id}`,
    linkSecret: store.directory.vault.derive("links"),
    checkpointSecret: store.directory.vault.derive("audit-checkpoints"),
    handover,
    ids,
    now,
    agreements,
    cookbook,
    health,
    indexKey: (keyId) => store.keyOwners.index([keyId], definition.id),
  };
}
