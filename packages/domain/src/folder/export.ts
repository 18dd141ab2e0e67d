import {
  type DraftDefinition,
  type KeptTarget,
  Problem,
  type TenantDefinition,
} from "@guildhall/contract";
import {
  type Db,
  findDataset,
  findExitWords,
  findLiveService,
  findLogo,
  findSchemaSet,
  findServiceDraft,
  findServiceVersion,
  findTarget,
  findTargetFields,
  listBrands,
  listConnectors,
  listDatasets,
  listLastVersions,
  listSchemaSets,
  listServiceDrafts,
  listTargets,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import type { BrandWithLogo, FolderContents, WithdrawnService } from "./contents.ts";
import { keptOf } from "./kept-target.ts";

/** A tenant as its folder says it. */
export interface ExportedTenant {
  readonly tenant: TenantDefinition;
  readonly contents: FolderContents;
}

/**
 * Read all of a tenant that its folder can hold; connections for those only who may see them.
 *
 * Credentials and secrets are kept elsewhere, and are not among it. All of a sandbox is for nobody: anybody may have a
 * key of it, and to write so much takes long.
 *
 * @throws Problem `scope-missing`
 */
export async function exportTenant(ctx: Context): Promise<ExportedTenant> {
  requireScope(ctx, "services:read");
  const { db, tenant } = ctx;
  if (tenant.sandboxOf !== undefined) throw new Problem("scope-missing");
  const connectors = ctx.scopes.has("connectors:read") ? await listConnectors(db) : [];
  const services = await allServices(db);
  const drafts = (await listServiceDrafts(db)).map(({ service }) => service);
  return {
    tenant,
    contents: {
      brands: await brandsOf(db),
      connectors: connectors.map(({ definition }) => definition),
      datasets: await all((await listDatasets(db)).map(idOf), (id) => findDataset(db, id)),
      schemas: await all((await listSchemaSets(db)).map(idOf), (id) => findSchemaSet(db, id)),
      targets: await listKeptTargets(db),
      ...(await servicesOf(db, services)),
      drafts: await all(drafts, (id) => draftOf(db, id)),
    },
  };
}

/**
 * Read one service as it is live and in the making, with the tables, schemas and targets that its mappings name.
 *
 * @throws Problem `not-found`
 */
export async function exportService(ctx: Context, service: string): Promise<FolderContents> {
  requireScope(ctx, "services:read");
  const { db } = ctx;
  const found = await servicesOf(db, [service]);
  const drafts = await all([service], (id) => draftOf(db, id));
  const mappings = [...found.services, ...drafts].flatMap((one) => one.mappings ?? []);
  if (found.services.length + found.withdrawn.length + drafts.length === 0)
    throw new Problem("not-found");
  const named = <T>(ids: readonly (string | undefined)[], find: Find<T>) =>
    all([...new Set(ids.flatMap((id) => id ?? []))].sort(), find);
  return {
    brands: [],
    connectors: [],
    datasets: await named(datasetsIn(mappings), (id) => findDataset(db, id)),
    schemas: await named(
      mappings.map(({ schema }) => schema),
      (id) => findSchemaSet(db, id),
    ),
    targets: await named(
      mappings.map(({ target }) => target),
      (id) => targetOf(db, id),
    ),
    ...found,
    drafts,
  };
}

/** The descriptions of what receivers take, whole. */
export async function listKeptTargets(db: Db): Promise<KeptTarget[]> {
  const targets = await listTargets(db, { limit: 10_000 });
  return all(targets.map(idOf), (id) => targetOf(db, id));
}

/** The services that ended with words about it. */
export async function listWithdrawn(db: Db): Promise<readonly WithdrawnService[]> {
  return (await servicesOf(db, await allServices(db))).withdrawn;
}

async function allServices(db: Db): Promise<string[]> {
  return (await listLastVersions(db)).map(({ service }) => service);
}

type Find<T> = (id: string) => Promise<T | undefined>;

async function all<T>(ids: readonly string[], find: Find<T>): Promise<T[]> {
  return (await Promise.all(ids.map(find))).flatMap((thing) => thing ?? []);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

async function brandsOf(db: Db): Promise<BrandWithLogo[]> {
  return Promise.all(
    (await listBrands(db)).map(async (brand) => {
      const logo = await findLogo(db, brand.id);
      return logo ? { brand, logo } : { brand };
    }),
  );
}

/** The services that are live, and those that ended with words about it. */
async function servicesOf(
  db: Db,
  ids: readonly string[],
): Promise<Pick<FolderContents, "services" | "withdrawn">> {
  const services = await all(ids, async (id) => (await findLiveService(db, id))?.definition);
  const withdrawn = await all(ids, async (id) => {
    const exit = await findExitWords(db, id);
    const last = exit && (await findServiceVersion(db, id, exit.version));
    return exit && last && { definition: last.definition, words: exit.words };
  });
  return { services, withdrawn };
}

async function draftOf(db: Db, id: string): Promise<DraftDefinition | undefined> {
  return (await findServiceDraft(db, id))?.definition;
}

async function targetOf(db: Db, id: string): Promise<KeptTarget | undefined> {
  const row = await findTarget(db, id);
  return row && keptOf(row, (await findTargetFields(db, id)) ?? []);
}

/** The tables that rows of mappings look things up in, however deep. */
function datasetsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "dataset" in value && typeof value.dataset === "string" ? [value.dataset] : [];
  return [...own, ...Object.values(value).flatMap(datasetsIn)];
}
