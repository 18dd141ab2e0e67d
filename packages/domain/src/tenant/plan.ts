import { isDeepStrictEqual } from "node:util";
import type {
  Brand,
  ConnectorDefinition,
  Dataset,
  SchemaSet,
  ServiceDefinition,
  TenantDefinition,
} from "@guildhall/contract";
import {
  type Db,
  digestOf,
  findLogo,
  listBrands,
  listConnectors,
  listDatasets,
  listLiveServices,
  listSchemaSets,
  listServiceDrafts,
} from "@guildhall/store";
import type { FolderContents } from "../folder/contents.ts";
import { listKeptTargets, listWithdrawn } from "../folder/export.ts";

/** A tenant as its folder says it should be. */
export interface TenantBundle {
  readonly tenant: TenantDefinition;
  readonly brands: readonly { readonly brand: Brand; readonly logo?: Uint8Array | undefined }[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly datasets: readonly Dataset[];
  readonly schemas: readonly SchemaSet[];
  readonly services: readonly ServiceDefinition[];
  readonly targets?: FolderContents["targets"];
  readonly withdrawn?: FolderContents["withdrawn"];
  readonly drafts?: FolderContents["drafts"];
  /** A digest of the folder's files, for `isAsApplied` to know the folder again. */
  readonly digest?: string | undefined;
}

/** One thing that applying a folder would do. */
export interface PlannedChange {
  readonly action: "create" | "update" | "withdraw" | "remove";
  readonly kind:
    | "tenant"
    | "brand"
    | "connector"
    | "dataset"
    | "schema"
    | "service"
    | "target"
    | "exit"
    | "draft";
  readonly id: string;
}

/** Tell what applying a folder would change; nothing is changed. A database that is not there yet has nothing. */
export async function planTenant(
  known: { definition: TenantDefinition; db: Db } | undefined,
  bundle: TenantBundle,
): Promise<PlannedChange[]> {
  const now = known ? await stateOf(known.db) : nothing;
  const wanted = wantedOf(bundle);
  const there: Things = known ? [[bundle.tenant.id, known.definition]] : [];
  return [
    ...compare("tenant", there, [[bundle.tenant.id, bundle.tenant]]),
    ...compare("brand", now.brands, wanted.brands),
    ...compare("connector", now.connectors, wanted.connectors),
    ...compare("dataset", now.datasets, wanted.datasets),
    ...compare("schema", now.schemas, wanted.schemas),
    ...compare("target", now.targets, wanted.targets),
    ...compare("service", now.services, wanted.services),
    ...compare("exit", now.exits, wanted.exits),
    ...begun(now.drafts, bundle.drafts),
    ...gone("service", "withdraw", now.services, wanted.services),
    ...gone("dataset", "remove", now.datasets, wanted.datasets),
    ...gone("schema", "remove", now.schemas, wanted.schemas),
  ];
}

/** Things by their id, each with what it is compared by: all that it says, or the digest of that. */
type Things = readonly (readonly [id: string, said: unknown])[];

interface State {
  readonly brands: Things;
  readonly connectors: Things;
  readonly datasets: Things;
  readonly schemas: Things;
  readonly services: Things;
  readonly targets: Things;
  readonly exits: Things;
  readonly drafts: Things;
}

const nothing: State = {
  brands: [],
  connectors: [],
  datasets: [],
  schemas: [],
  services: [],
  targets: [],
  exits: [],
  drafts: [],
};

async function stateOf(db: Db): Promise<State> {
  const brands = (await listBrands(db)).map(
    async (brand) => [brand.id, { brand, logo: asText(await findLogo(db, brand.id)) }] as const,
  );
  const services = await listLiveServices(db, { limit: 10_000 });
  return {
    brands: await Promise.all(brands),
    connectors: (await listConnectors(db)).map(({ definition }) => [definition.id, definition]),
    datasets: (await listDatasets(db)).map(({ id, digest }) => [id, digest]),
    schemas: (await listSchemaSets(db)).map(({ id, digest }) => [id, digest]),
    services: services.map(({ service, definition }) => [service, definition]),
    targets: (await listKeptTargets(db)).map((target) => [target.id, target]),
    exits: (await listWithdrawn(db)).map((one) => [one.definition.id, one]),
    drafts: (await listServiceDrafts(db)).map(({ service }) => [service, undefined]),
  };
}

/** A draft is people's work in the making: one that is not there is begun, and one that is there is left to them. */
function begun(now: Things, drafts: TenantBundle["drafts"] = []): PlannedChange[] {
  const there = new Map(now);
  return drafts.flatMap(({ id }): PlannedChange[] =>
    there.has(id) ? [] : [{ action: "create", kind: "draft", id }],
  );
}

function wantedOf(bundle: TenantBundle): State {
  return {
    brands: bundle.brands.map(({ brand, logo }) => [brand.id, { brand, logo: asText(logo) }]),
    connectors: bundle.connectors.map((definition) => [definition.id, definition]),
    datasets: bundle.datasets.map((dataset) => [dataset.id, digestOf(dataset)]),
    schemas: bundle.schemas.map((set) => [set.id, digestOf(set)]),
    services: bundle.services.map((definition) => [definition.id, definition]),
    targets: (bundle.targets ?? []).map((target) => [target.id, target]),
    exits: (bundle.withdrawn ?? []).map((one) => [one.definition.id, one]),
    drafts: [],
  };
}

function compare(kind: PlannedChange["kind"], now: Things, wanted: Things): PlannedChange[] {
  const there = new Map(now);
  return wanted.flatMap(([id, said]): PlannedChange[] => {
    if (!there.has(id)) return [{ action: "create", kind, id }];
    const isSame = isDeepStrictEqual(plain(there.get(id)), plain(said));
    return isSame ? [] : [{ action: "update", kind, id }];
  });
}

function gone(
  kind: PlannedChange["kind"],
  action: PlannedChange["action"],
  now: Things,
  wanted: Things,
): PlannedChange[] {
  const kept = new Set(wanted.map(([id]) => id));
  return now.flatMap(([id]) => (kept.has(id) ? [] : [{ action, kind, id }]));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function asText(logo: Uint8Array | undefined): string | undefined {
  return logo && Buffer.from(logo).toString("base64");
}
