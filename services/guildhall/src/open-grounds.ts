import {
  createGrounds,
  createIds,
  createSandboxes,
  type Ground,
  type Handover,
  type IsSimulated,
  type Sandboxes,
  sandboxIdOf,
} from "@guildhall/domain";
import type { Config, Metrics } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import { type Carrier, Relay, TenantRounds } from "@guildhall/worker";
import { keepCheckpoint } from "./checkpoint-file.ts";
import { type ChoreCarrier, type Chores, createChores } from "./chores.ts";
import type { Forwarder } from "./cluster/forward.ts";
import { createHandover } from "./cluster/steward.ts";
import { countedCarrier } from "./counted-carrier.ts";
import { createNewcomers, type Newcomers } from "./newcomers.ts";
import { credentialOf, simulatorCredentials } from "./simulator-credentials.ts";

export interface GroundsOptions {
  readonly config: Config;
  readonly store: Store;
  readonly carrier: Carrier & ChoreCarrier;
  readonly metrics: Metrics;
  readonly forwarder: Forwarder;
  readonly report: (error: unknown) => void;
  readonly isSimulated: IsSimulated;
}

/** Where all that is done for a tenant begins. */
export interface OpenGrounds {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly relay: Relay;
  /** What comes to be due in tenants by itself. */
  readonly rounds: TenantRounds;
  readonly handover: Handover;
  readonly sandboxes: Sandboxes;
  readonly newcomers: Newcomers;
  readonly chores: Chores;
}

/** Find tenants: each sandbox as its original is now, and whoever is new is said to be. */
export function openGrounds({
  config,
  store,
  carrier,
  metrics,
  forwarder,
  report,
  isSimulated,
}: GroundsOptions): OpenGrounds {
  const now = Date.now;
  const newcomers = createNewcomers();
  // The relay hands over what the grounds store, and finds the grounds of what it hands over.
  const groundFor: OpenGrounds["groundFor"] = async (tenant) => {
    const found = await grounds(tenant);
    const ground = found && (await sandboxes.inStep(found));
    if (ground) newcomers.meet(tenant);
    return ground;
  };
  const relay = new Relay({
    carrier: countedCarrier(carrier, metrics),
    groundFor,
    now,
    onError: report,
  });
  const { publicUrl } = config;
  const rounds = new TenantRounds({ groundFor, now, onError: report });
  const onNews = (tenant: string) => rounds.wake(tenant);
  const handover = createHandover({ store, forwarder, own: relay, onNews });
  const grounds = createGrounds({ store, publicUrl, handover, ids: createIds(now), now });
  const sandboxes = heldSandboxes(store, {
    store,
    groundFor: grounds,
    isSimulated,
    credentialFor: async (kind) => credentialOf(kind, await simulatorCredentials(config.data)),
    onError: report,
  });
  const keep = (ground: Ground) => keepCheckpoint(config.data, ground);
  const chores = createChores({ groundFor, carrier, keepCheckpoint: keep, now });
  return { groundFor, relay, rounds, handover, sandboxes, newcomers, chores };
}

/** Sandboxes, each held by this process before it is made. */
function heldSandboxes(store: Store, options: Parameters<typeof createSandboxes>[0]): Sandboxes {
  const { node, leases } = store;
  const sandboxes = createSandboxes(options);
  const taking = new Map<string, Promise<Ground>>();
  const take = async (tenant: Ground, sandbox: string) => {
    await leases.take(sandbox);
    await sandboxes.of(tenant);
    // What is done for it by itself begins now that it is there.
    await leases.release([sandbox]);
    await leases.take(sandbox);
    return sandboxes.of(tenant);
  };
  const isHeld = ({ tenant: { id, sandboxOf } }: Ground) =>
    !node || sandboxOf !== undefined || leases.termOf(sandboxIdOf(id)) !== undefined;
  const of = async (tenant: Ground): Promise<Ground> => {
    const sandbox = sandboxIdOf(tenant.tenant.id);
    // Taken by two at once, what the first opened would be shut under it.
    const underWay = taking.get(sandbox);
    if (underWay) return underWay;
    if (isHeld(tenant)) return sandboxes.of(tenant);
    const taken = take(tenant, sandbox).finally(() => taking.delete(sandbox));
    taking.set(sandbox, taken);
    return taken;
  };
  const find = async (tenant: Ground): Promise<Ground | undefined> => {
    if (isHeld(tenant)) return sandboxes.find(tenant);
    const isMade = (await store.originals()).has(sandboxIdOf(tenant.tenant.id));
    return isMade ? of(tenant) : undefined;
  };
  return { inStep: sandboxes.inStep, of, find };
}
