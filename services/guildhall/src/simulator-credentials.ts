import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConnectorDefinition } from "@guildhall/contract";
import type { SimulatorCredentials } from "@guildhall/simulators";
import { writePrivately } from "./write-privately.ts";

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

/** What the simulators of an installation accept. */
export interface KnownCredentials {
  readonly alloyKey: string;
  readonly uniform: { readonly userName: string; readonly password: string };
  readonly pay: { readonly apiKey: string; readonly webhookSecret: string };
  readonly valuebill: { readonly userName: string; readonly password: string };
  readonly register: {
    readonly apiKey: string;
    readonly userName: string;
    readonly password: string;
  };
  readonly places: { readonly apiKey: string };
  readonly notify: { readonly apiKey: string };
}

function newCredentials(): KnownCredentials {
  return {
    alloyKey: secret(),
    uniform: { userName: "GUILDHALL", password: secret() },
    pay: { apiKey: secret(), webhookSecret: secret() },
    valuebill: { userName: "GUILDHALL", password: secret() },
    register: { apiKey: secret(), userName: "GUILDHALL", password: secret() },
    places: { apiKey: secret() },
    notify: { apiKey: `simulator-${randomUUID()}-${randomUUID()}` },
  };
}

/** What each tenant's simulated back offices accept; payments are told of where the connector `pay` hears of them. */
export function credentialsFor(
  tenants: readonly string[],
  { alloyKey, uniform, pay, valuebill, register, places, notify }: KnownCredentials,
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
    register: Object.fromEntries(tenants.map((tenant) => [tenant, register])),
    places: Object.fromEntries(tenants.map((tenant) => [tenant, places.apiKey])),
    notify: Object.fromEntries(tenants.map((tenant) => [tenant, notify.apiKey])),
  };
}

/** What a connector of this kind, or what finds addresses, speaks to its simulator with. */
export function credentialOf(
  kind: ConnectorDefinition["kind"] | "places",
  { alloyKey, uniform, pay, valuebill, register, places, notify }: KnownCredentials,
): Record<string, string> {
  const { apiKey, ...login } = register;
  const credentials = {
    alloy: { apiKey: alloyKey },
    uniform,
    valuebill,
    "govuk-pay": pay,
    "govuk-notify": notify,
    http: { apiKey },
    soap: login,
    open311: { apiKey },
    places,
  };
  return credentials[kind];
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
