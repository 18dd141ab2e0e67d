import {
  type PageQuery,
  Problem,
  type Service,
  type ServiceDefinition,
  type ServiceSummary,
  type Tenant,
} from "@guildhall/contract";
import {
  lastPublishedAt as findLastPublished,
  findLogo,
  listBrands,
  listLiveVersions,
} from "@guildhall/store";
import type { Context } from "../context.ts";

/** See what a council offers: open to anyone. */
export async function listServices(
  ctx: Context,
  { limit, cursor }: PageQuery,
): Promise<{ data: ServiceSummary[]; nextCursor?: string }> {
  const rows = await listLiveVersions(ctx.db, { after: cursor, limit: limit + 1 });
  // A version never changes, so it is read once, and not whenever somebody looks.
  const live = rows.slice(0, limit).map((row) => ctx.catalogue.version(row.service, row.version));
  const data = (await Promise.all(live)).map(({ definition, version }) =>
    summary(definition, version),
  );
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/**
 * See a service's form and what will happen after it: open to anyone.
 *
 * @throws Problem `not-found`
 */
export async function getService(ctx: Context, id: string, version?: number): Promise<Service> {
  const found =
    version === undefined ? await ctx.catalogue.live(id) : await ctx.catalogue.version(id, version);
  const { introduction, urgent, form, contact, location } = found.definition;
  const { stages, target, whatHappensNext, retention } = found.definition;
  return {
    ...summary(found.definition, found.version),
    ...(introduction === undefined ? {} : { introduction }),
    ...(urgent === undefined ? {} : { urgent }),
    form,
    contact,
    ...(location === undefined ? {} : { location }),
    stages,
    target,
    whatHappensNext,
    ...chargesOf(found.definition),
    retention,
  };
}

function chargesOf({ steps }: ServiceDefinition): Pick<Service, "charges"> {
  const charges = steps
    .filter((step) => step.kind === "payment")
    .map(({ title, when, amount }) => ({ title, amount, ...(when === undefined ? {} : { when }) }));
  return charges.length === 0 ? {} : { charges };
}

/** See when a service was last published, so as to know whether a list of them is still the latest: open to anyone. */
export async function lastPublishedAt(ctx: Context): Promise<string> {
  return new Date(await findLastPublished(ctx.db)).toISOString();
}

/** See who a tenant is: open to anyone. */
export async function getTenant(ctx: Context): Promise<Tenant> {
  const { id, kind, name, website, sandboxOf } = ctx.tenant;
  return {
    id,
    kind,
    name,
    ...(website === undefined ? {} : { website }),
    ...(sandboxOf === undefined ? {} : { sandboxOf }),
    brands: await listBrands(ctx.db),
  };
}

/**
 * See the logo of a brand: open to anyone.
 *
 * @throws Problem `not-found`
 */
export async function getLogo(
  ctx: Context,
  brand: string,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const bytes = await findLogo(ctx.db, brand);
  if (!bytes) throw new Problem("not-found");
  return { bytes, contentType: bytes[0] === pngFirstByte ? "image/png" : "image/svg+xml" };
}

const pngFirstByte = 0x89;

function summary(
  { id, title, summary: about, category, brand }: ServiceDefinition,
  version: number,
): ServiceSummary {
  return {
    id,
    version,
    title,
    summary: about,
    category,
    ...(brand === undefined ? {} : { brand }),
  };
}
