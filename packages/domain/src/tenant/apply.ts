import type { Actor, TenantDefinition } from "@guildhall/contract";
import {
  appendEvent,
  type OpenTenant,
  publishService,
  putBrand,
  putConnector,
  type Store,
  type Tx,
  transact,
  withdrawService,
} from "@guildhall/store";
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
  const known = await store.tenant(bundle.tenant.id);
  const plan = await planTenant(known, bundle);
  if (plan.length === 0) return plan;
  const { db } = await opened(store, bundle.tenant, applying.now);
  await transact(db, async (tx) => {
    for (const step of plan) await carryOut(tx, step, { bundle, ...applying });
  });
  return plan;
}

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

async function carryOut(
  tx: Tx,
  { action, kind, id }: PlannedChange,
  { bundle, actor, now }: Applying & { bundle: TenantBundle },
): Promise<void> {
  const brand = kind === "brand" ? bundle.brands.find((one) => one.brand.id === id) : undefined;
  if (brand) return putBrand(tx, brand.brand, brand.logo);
  const connector =
    kind === "connector" ? bundle.connectors.find((one) => one.id === id) : undefined;
  if (connector) return putConnector(tx, connector);
  if (kind !== "service") return;
  if (action === "withdraw") return withdrawService(tx, id, "withdrawn");
  const service = bundle.services.find((one) => one.id === id);
  if (!service) return;
  const version = await publishService(tx, service, now);
  await appendEvent(tx, {
    type: "service.published",
    subject: id,
    actor,
    at: now,
    data: { version },
  });
}
