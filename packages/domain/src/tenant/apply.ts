import type { Actor, ServiceDefinition, TenantDefinition } from "@guildhall/contract";
import {
  appendEvent,
  findLiveService,
  type OpenTenant,
  publishService,
  putAppliedFolder,
  putBrand,
  putConnector,
  putDataset,
  putExitWords,
  putSchemaSet,
  putTarget,
  removeDataset,
  removeSchemaSet,
  type Store,
  type Tx,
  transact,
  withdrawService,
} from "@guildhall/store";
import { isSame } from "../folder/compare.ts";
import { rowOf } from "../folder/kept-target.ts";
import { insertDraft } from "../service-draft/begin.ts";
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
  target: async (tx, { id }, { bundle }) => {
    const target = byId(bundle.targets ?? [], id);
    await putTarget(tx, rowOf(target), target.fields);
  },
  service: async (tx, { action, id }, given) => {
    if (action === "withdraw") return withdrawService(tx, id, "withdrawn");
    await publish(tx, byId(given.bundle.services, id), given);
  },
  /** A service that ended is as it was last, with words on its page. */
  exit: async (tx, { id }, given) => {
    const { definition, words } = found(
      given.bundle.withdrawn ?? [],
      (one) => one.definition.id === id,
    );
    const live = await findLiveService(tx, id);
    const isLive = live !== undefined && isSame(live.definition, definition);
    const version = isLive ? live.version : await publish(tx, definition, given);
    await putExitWords(tx, { service: id, version }, words);
    await withdrawService(tx, id, "withdrawn");
  },
  draft: async (tx, { id }, { bundle, actor, now }) => {
    await insertDraft({ ctx: { actor, now: () => now }, tx }, byId(bundle.drafts ?? [], id));
  },
};

async function publish(
  tx: Tx,
  definition: ServiceDefinition,
  { actor, now: at }: Applying,
): Promise<number> {
  const version = await publishService(tx, definition, at);
  const event = { type: "service.published", subject: definition.id, actor, at } as const;
  await appendEvent(tx, { ...event, data: { version } });
  return version;
}

function byId<T extends { readonly id: string }>(things: readonly T[], id: string): T {
  return found(things, (one) => one.id === id);
}

function found<T>(things: readonly T[], isIt: (one: T) => boolean): T {
  const thing = things.find(isIt);
  if (!thing) throw new Error("The plan names what is not in the folder");
  return thing;
}
