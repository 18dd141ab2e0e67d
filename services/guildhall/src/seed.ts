import { join } from "node:path";
import type { Scope } from "@guildhall/contract";
import { applyTenant, asPlatform, type Ground, issueKey, setPlacesKey } from "@guildhall/domain";
import { listConnectors, putSecret, sealSecret, transact } from "@guildhall/store";
import type { Platform } from "./platform.ts";
import { seedPeople } from "./seed-people.ts";
import {
  credentialOf,
  type KnownCredentials,
  simulatorCredentials,
} from "./simulator-credentials.ts";
import { readTenants } from "./tenants-folder.ts";
import { writePrivately } from "./write-privately.ts";

/** API keys of the default start, by tenant: one of a back-office vendor and one of a partner. */
export type DemoKeys = Record<string, { vendor: string; partner: string }>;

const vendorScopes: Scope[] = [
  "processes:read",
  "documents:read",
  "notes:read",
  "notes:write",
  "tasks:read",
  "tasks:write",
  "events:read",
  "deliveries:read",
  "subscriptions:read",
  "subscriptions:write",
];
const partnerScopes: Scope[] = [
  "processes:read",
  "processes:write",
  "documents:read",
  "notes:read",
  "notes:write",
  "events:read",
  "subscriptions:read",
  "subscriptions:write",
];

/**
 * Fill an empty installation from the tenants folder: councils, their services, the simulators' credentials, and
 * an API key or two for each. An installation that has tenants is left as it is.
 */
export async function seed(
  platform: Pick<Platform, "store" | "groundFor">,
  { folder, data }: { folder: string; data: string },
): Promise<void> {
  if ((await platform.store.tenants()).length > 0) return;
  const actor = { kind: "platform", id: "seed", name: "First start" } as const;
  const credentials = await simulatorCredentials(data);
  const keys: DemoKeys = {};
  for (const bundle of await readTenants(folder)) {
    const { id, kind } = bundle.tenant;
    await applyTenant(platform.store, bundle, { actor, now: Date.now() });
    const ground = await platform.groundFor(id);
    if (ground) await seedPeople(ground);
    if (!ground || kind !== "council") continue;
    await connectSimulators(ground, credentials);
    keys[id] = await issueDemoKeys(ground);
  }
  await writePrivately(join(data, "demo-keys.json"), keys);
}

/** Give every connector that speaks to a simulator the credential that the simulator accepts. */
async function connectSimulators(ground: Ground, known: KnownCredentials): Promise<void> {
  for (const { definition } of await listConnectors(ground.db)) {
    if (!definition.address.startsWith("simulator:")) continue;
    const name = `connector/${definition.id}`;
    const jwe = await sealSecret(ground.db.vault, name, credentialOf(definition.kind, known));
    await transact(ground.db, (tx) => putSecret(tx, name, { jwe, updatedAt: ground.now() }));
  }
  if (ground.tenant.places?.address?.startsWith("simulator:"))
    await setPlacesKey(asPlatform(ground), known.places.apiKey);
}

async function issueDemoKeys(ground: Ground): Promise<DemoKeys[string]> {
  const ctx = asPlatform(ground);
  const vendor = await issueKey(ctx, {
    name: "Back-office vendor (demo)",
    kind: "vendor",
    scopes: vendorScopes,
  });
  const partner = await issueKey(ctx, {
    name: "Partner (demo)",
    kind: "partner",
    scopes: partnerScopes,
  });
  return { vendor: vendor.key, partner: partner.key };
}
