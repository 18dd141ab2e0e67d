import type { Actor, TenantDefinition } from "@guildhall/contract";
import {
  appendEvent,
  type OpenTenant,
  publishService,
  putAppliedFolder,
  putBrand,
  putConnector,
  putDataset,
  putSchemaSet,
  removeDataset,
  removeSchemaSet,
  type Store,
  type Tx,
  transact,
  withdrawService,
} from "@guildhall/store";
import { markOf } from "./as-applied.ts";
import { type PlannedChange, planTenant, type TenantBundle } from "./plan.ts";

/** Who applies a folder, and when. */
export interface Applying {
  readonly actor: Actor;
  readonly now: number;
}

/**
 * Make a tenant as its folder says, and return what was changed; twice changes nothing the second time.
 *
 * All of one tenant is changed in one transaction. What is under way keeps the version it began with.
 */
export async function applyTenant(
  store: Store,
  bundle: TenantBundle,
  applying: Applying,
): Promise<PlannedChange[]> {
  const { tenant, digest } = bundle;
  const known = await store.tenant(tenant.id);
  // The keys of a sandbox were given to anybody who asked.
  if (known && known.definition.sandboxOf !== tenant.sandboxOf)
    throw new Error(
      `${tenant.id} is taken: a sandbox does not become a tenant of its own, nor the other way`,
    );
  const plan = await planTenant(known, bundle);
  if (plan.length === 0 && digest === undefined) return plan;
  const isSaidAnew = plan.some(({ kind }) => kind === "tenant");
  const { db } = known && !isSaidAnew ? known : await opened(store, tenant, applying.now);
  await transact(db, async (tx) => {
    for (const step of plan) await carriers[step.kind](tx, step, { bundle, ...applying });
    if (digest !== undefined) await putAppliedFolder(tx, markOf(tenant, digest));
  });
  return plan;
}

/** Add a tenant to the directory, or renew what it says, and open it. */
async function opened(
  store: Store,
  definition: TenantDefinition,
  now: number,
): Promise<OpenTenant> {
  await store.addTenant(definition, { now });
  const tenant = await store.tenant(definition.id);
  if (!tenant) throw new Error(`The directory lost the tenant ${definition.id}`);
  return tenant;
}

type Given = Applying & { readonly bundle: TenantBundle };

const carriers: Record<
  PlannedChange["kind"],
  (tx: Tx, change: PlannedChange, given: Given) => Promise<void>
> = {
  /** The directory's, and there before anything else is. */
  tenant: async () => {},
  brand: async (tx, { id }, { bundle }) => {
    const { brand, logo } = found(bundle.brands, (one) => one.brand.id === id);
    await putBrand(tx, brand, logo);
  },
  connector: (tx, { id }, { bundle }) => putConnector(tx, byId(bundle.connectors, id)),
  dataset: (tx, { action, id }, { bundle }) =>
    action === "remove" ? removeDataset(tx, id) : putDataset(tx, byId(bundle.datasets, id)),
  schema: (tx, { action, id }, { bundle }) =>
    action === "remove" ? removeSchemaSet(tx, id) : putSchemaSet(tx, byId(bundle.schemas, id)),
  service: async (tx, { action, id }, { bundle, actor, now }) => {
    if (action === "withdraw") return withdrawService(tx, id, "withdrawn");
    const version = await publishService(tx, byId(bundle.services, id), now);
    const type = "service.published";
    await appendEvent(tx, { type, subject: id, actor, at: now, data: { version } });
  },
};

function byId<T extends { readonly id: string }>(things: readonly T[], id: string): T {
  return found(things, (one) => one.id === id);
}

function found<T>(things: readonly T[], isIt: (one: T) => boolean): T {
  const thing = things.find(isIt);
  if (!thing) throw new Error("The plan names what is not in the folder");
  return thing;
}
