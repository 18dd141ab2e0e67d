import {
  createGrounds,
  createIds,
  createSandboxes,
  type Ground,
  type Sandboxes,
} from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import { type Carrier, Relay } from "@guildhall/worker";
import { createForgetting, type Forgetting } from "./forgetting.ts";
import { createNewcomers, type Newcomers } from "./newcomers.ts";
import { credentialOf, simulatorCredentials } from "./simulator-credentials.ts";

export interface GroundsOptions {
  readonly config: Config;
  readonly store: Store;
  readonly carrier: Carrier;
  readonly report: (error: unknown) => void;
}

/** Where all that is done for a tenant begins. */
export interface OpenGrounds {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly relay: Relay;
  readonly sandboxes: Sandboxes;
  readonly newcomers: Newcomers;
  readonly forgetting: Forgetting;
}

/** Find tenants: each sandbox as its original is now, and whoever is new is said to be. */
export function openGrounds({ config, store, carrier, report }: GroundsOptions): OpenGrounds {
  const now = Date.now;
  const newcomers = createNewcomers();
  // The relay hands over what the grounds store, and finds the grounds of what it hands over.
  const groundFor: OpenGrounds["groundFor"] = async (tenant) => {
    const found = await grounds(tenant);
    const ground = found && (await sandboxes.inStep(found));
    if (ground) newcomers.meet(tenant);
    return ground;
  };
  const relay = new Relay({ carrier, groundFor, now, onError: report });
  const { publicUrl } = config;
  const grounds = createGrounds({ store, publicUrl, handover: relay, ids: createIds(now), now });
  const sandboxes = createSandboxes({
    store,
    groundFor: grounds,
    credentialFor: async (kind) => credentialOf(kind, await simulatorCredentials(config.data)),
    onError: report,
  });
  const tenants = async () => (await store.tenants()).map(({ definition }) => definition.id);
  const forgetting = createForgetting({ tenants, groundFor, onError: report });
  return { groundFor, relay, sandboxes, newcomers, forgetting };
}
