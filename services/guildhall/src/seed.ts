import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConnectorDefinition, Scope } from "@guildhall/contract";
import { applyTenant, asPlatform, type Ground, issueKey } from "@guildhall/domain";
import type { SimulatorCredentials } from "@guildhall/simulators";
import { listConnectors, putSecret, sealSecret, transact } from "@guildhall/store";
import type { Platform } from "./platform.ts";
import { seedPeople } from "./seed-people.ts";
import { readTenants } from "./tenants-folder.ts";

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
  platform: Platform,
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

/** The keys that the simulators ask for, made at the first start and kept. */
export async function simulatorCredentials(data: string): Promise<KnownCredentials> {
  const path = join(data, "simulator-credentials.json");
  // Written by us below, in a folder that only we can read.
  const known = existsSync(path)
    ? (JSON.parse(await readFile(path, "utf8")) as Partial<KnownCredentials>)
    : {};
  const made = { ...newCredentials(), ...known };
  // A system that came to the simulators later has a credential of its own from then on.
  if (Object.keys(made).some((name) => !(name in known))) await writePrivately(path, made);
  return made;
}

interface KnownCredentials {
  readonly alloyKey: string;
  readonly uniform: { readonly userName: string; readonly password: string };
  readonly pay: { readonly apiKey: string; readonly webhookSecret: string };
  readonly valuebill: { readonly userName: string; readonly password: string };
}

function newCredentials(): KnownCredentials {
  return {
    alloyKey: secret(),
    uniform: { userName: "GUILDHALL", password: secret() },
    pay: { apiKey: secret(), webhookSecret: secret() },
    valuebill: { userName: "GUILDHALL", password: secret() },
  };
}

/** What each tenant's simulated back offices accept; payments are told of where the connector `pay` hears of them. */
export function credentialsFor(
  tenants: readonly string[],
  { alloyKey, uniform, pay, valuebill }: KnownCredentials,
  publicUrl: string,
): SimulatorCredentials {
  const webhookUrl = (tenant: string) => `${publicUrl}/t/${tenant}/v1/payments/pay/webhook`;
  return {
    pay: Object.fromEntries(
      tenants.map((tenant) => [tenant, { ...pay, webhookUrl: webhookUrl(tenant) }]),
    ),
    alloy: Object.fromEntries(tenants.map((tenant) => [tenant, alloyKey])),
    uniform: Object.fromEntries(tenants.map((tenant) => [tenant, uniform])),
    valuebill: Object.fromEntries(tenants.map((tenant) => [tenant, valuebill])),
  };
}

/** Give every connector that speaks to a simulator the credential that the simulator accepts. */
async function connectSimulators(ground: Ground, known: KnownCredentials): Promise<void> {
  for (const { definition } of await listConnectors(ground.db)) {
    if (!definition.address.startsWith("simulator:")) continue;
    const name = `connector/${definition.id}`;
    const jwe = await sealSecret(ground.db.vault, name, credentialOf(definition.kind, known));
    await transact(ground.db, (tx) => putSecret(tx, name, { jwe, updatedAt: ground.now() }));
  }
}

/** What a connector of this kind speaks to its simulator with. */
export function credentialOf(
  kind: ConnectorDefinition["kind"],
  { alloyKey, uniform, pay, valuebill }: KnownCredentials,
): Record<string, string> {
  const credentials = { alloy: { apiKey: alloyKey }, uniform, valuebill, "govuk-pay": pay };
  return credentials[kind];
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

async function writePrivately(path: string, value: unknown): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
