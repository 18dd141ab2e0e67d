import { isDeepStrictEqual } from "node:util";
import type {
  Brand,
  ConnectorDefinition,
  ServiceDefinition,
  TenantDefinition,
} from "@guildhall/contract";
import { type Db, findLogo, listBrands, listConnectors, listLiveServices } from "@guildhall/store";

/** A tenant as its folder says it should be. */
export interface TenantBundle {
  readonly tenant: TenantDefinition;
  readonly brands: readonly { readonly brand: Brand; readonly logo?: Uint8Array | undefined }[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly services: readonly ServiceDefinition[];
}

/** One thing that applying a folder would do. */
export interface PlannedChange {
  readonly action: "create" | "update" | "withdraw";
  readonly kind: "tenant" | "brand" | "connector" | "service";
  readonly id: string;
}

/** Tell what applying a folder would change; nothing is changed. A database that is not there yet has nothing. */
export async function planTenant(
  known: { definition: TenantDefinition; db: Db } | undefined,
  bundle: TenantBundle,
): Promise<PlannedChange[]> {
  const now = known ? await stateOf(known.db) : nothing;
  const tenant = compare("tenant", new Map(known ? [[bundle.tenant.id, known.definition]] : []), [
    [bundle.tenant.id, bundle.tenant],
  ]);
  const brands = compare(
    "brand",
    now.brands,
    bundle.brands.map(({ brand, logo }) => [brand.id, { brand, logo: asText(logo) }]),
  );
  const connectors = compare(
    "connector",
    now.connectors,
    bundle.connectors.map((definition) => [definition.id, definition]),
  );
  const services = compare(
    "service",
    now.services,
    bundle.services.map((definition) => [definition.id, definition]),
  );
  const kept = new Set(bundle.services.map(({ id }) => id));
  const gone = [...now.services.keys()].filter((id) => !kept.has(id));
  const withdrawn = gone.map((id): PlannedChange => ({ action: "withdraw", kind: "service", id }));
  return [...tenant, ...brands, ...connectors, ...services, ...withdrawn];
}

interface State {
  readonly brands: ReadonlyMap<string, unknown>;
  readonly connectors: ReadonlyMap<string, unknown>;
  readonly services: ReadonlyMap<string, unknown>;
}

const nothing: State = { brands: new Map(), connectors: new Map(), services: new Map() };

async function stateOf(db: Db): Promise<State> {
  const brands = await Promise.all(
    (await listBrands(db)).map(
      async (brand) => [brand.id, { brand, logo: asText(await findLogo(db, brand.id)) }] as const,
    ),
  );
  const connectors = (await listConnectors(db)).map(
    ({ definition }) => [definition.id, definition] as const,
  );
  const services = (await listLiveServices(db, { limit: 10_000 })).map(
    ({ service, definition }) => [service, definition] as const,
  );
  return { brands: new Map(brands), connectors: new Map(connectors), services: new Map(services) };
}

function compare(
  kind: PlannedChange["kind"],
  now: ReadonlyMap<string, unknown>,
  wanted: readonly (readonly [string, unknown])[],
): PlannedChange[] {
  return wanted.flatMap(([id, value]): PlannedChange[] => {
    if (!now.has(id)) return [{ action: "create", kind, id }];
    return isDeepStrictEqual(plain(now.get(id)), plain(value))
      ? []
      : [{ action: "update", kind, id }];
  });
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function asText(logo: Uint8Array | undefined): string | undefined {
  return logo && Buffer.from(logo).toString("base64");
}
