import {
  type ConnectorDefinition,
  type PlacesSettings,
  registerDoors,
  registerSettings,
  type TenantDefinition,
} from "@guildhall/contract";
import {
  type Db,
  findDataset,
  findLogo,
  findSchemaSet,
  listBrands,
  listConnectors,
  listDatasets,
  listLiveServices,
  listSchemaSets,
} from "@guildhall/store";
import type { TenantBundle } from "../tenant/plan.ts";

/** The id of the sandbox of a tenant. */
export function sandboxIdOf(tenant: string): string {
  return `${tenant}-test`;
}

/**
 * Who the sandbox of a tenant is: the same, but that nobody signs in to it and it has no domain of its own.
 *
 * Its references begin otherwise, so that nobody takes one for the tenant's.
 */
export function sandboxDefinition({
  signIn: _,
  domains: __,
  places,
  ...tenant
}: TenantDefinition): TenantDefinition {
  const suffix = " (test)";
  return {
    ...tenant,
    ...(places === undefined ? {} : { places: toSimulatedPlaces(places, tenant.id) }),
    id: sandboxIdOf(tenant.id),
    name: `${[...tenant.name].slice(0, 120 - suffix.length).join("")}${suffix}`,
    referencePrefix: `T${tenant.referencePrefix}`.slice(0, 4),
    sandboxOf: tenant.id,
  };
}

/** Addresses of a sandbox are made up: nothing is asked of the tenant's own account. */
function toSimulatedPlaces(places: PlacesSettings, tenant: string): PlacesSettings {
  return { ...places, provider: "os-places", address: `simulator:places/${tenant}` };
}

/** Read all that a tenant's services stand on, with every connector turned to a simulator, and no secret. */
export async function copyForSandbox(
  {
    tenant,
    db,
  }: {
    tenant: TenantDefinition;
    db: Db;
  },
  isSimulated: IsSimulated,
): Promise<TenantBundle> {
  const brands = (await listBrands(db)).map(async (brand) => ({
    brand,
    logo: await findLogo(db, brand.id),
  }));
  const connectors = (await listConnectors(db)).map(({ definition }) => definition);
  const services = await listLiveServices(db, { limit: 10_000 });
  return {
    tenant: sandboxDefinition(tenant),
    brands: await Promise.all(brands),
    connectors: connectors.map((connector) => toSimulator(connector, tenant.id, isSimulated)),
    datasets: await all(await listDatasets(db), (id) => findDataset(db, id)),
    schemas: await all(await listSchemaSets(db), (id) => findSchemaSet(db, id)),
    services: services.map(({ definition }) => definition),
  };
}

/** Whether a tenant's system of a kind has a simulator of its own, with the tenant's own designs and statuses. */
export type IsSimulated = (system: "alloy" | "uniform", tenant: string) => boolean;

/** Where the simulator of each kind of system is; the register stands for every kind that is configuration only. */
const simulators = {
  alloy: "alloy",
  uniform: "uniform",
  valuebill: "valuebill",
  "govuk-pay": "pay",
  "govuk-notify": "notify",
} as const satisfies Partial<Record<ConnectorDefinition["kind"], string>>;

/** A simulator is asked often, so that whoever tries a service out need not wait as long as for the real system. */
const pollEveryS = 5;

/**
 * A simulator does not sign what it writes back. The register is spoken to in its own way, whatever the settings say,
 * and tells nothing but what it is asked.
 */
function toSimulator(
  { signedWrites: _, ...connector }: ConnectorDefinition,
  tenant: string,
  isSimulated: IsSimulated,
): ConnectorDefinition {
  const { kind } = standingFor(connector, tenant, isSimulated);
  if (kind === "http" || kind === "soap" || kind === "open311") {
    const address = `simulator:register/${tenant}/${registerDoors[kind]}`;
    return { ...connector, kind, address, settings: registerSettings[kind], pollEveryS };
  }
  const address = `simulator:${simulators[kind]}/${tenant}`;
  const isPolled = connector.pollEveryS !== undefined;
  return { ...connector, address, ...(isPolled && { pollEveryS }) };
}

/** Where nobody has set a simulator up, as for who has just joined, the register takes the same documents. */
function standingFor(
  { kind }: Pick<ConnectorDefinition, "kind">,
  tenant: string,
  isSimulated: IsSimulated,
): Pick<ConnectorDefinition, "kind"> {
  if (kind === "alloy" && !isSimulated(kind, tenant)) return { kind: "http" };
  if (kind === "uniform" && !isSimulated(kind, tenant)) return { kind: "soap" };
  return { kind };
}

async function all<T>(
  listed: readonly { readonly id: string }[],
  find: (id: string) => Promise<T | undefined>,
): Promise<T[]> {
  const found = await Promise.all(listed.map(({ id }) => find(id)));
  return found.filter((one) => one !== undefined);
}
