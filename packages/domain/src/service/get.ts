import {
  type Language,
  type PageQuery,
  type PlacesSettings,
  Problem,
  type Service,
  type ServiceDefinition,
  type ServiceSummary,
  type Tenant,
  type TenantPlaces,
} from "@guildhall/contract";
import { languagesOf } from "@guildhall/forms";
import {
  lastPublishedAt as findLastPublished,
  findLogo,
  listBrands,
  listLiveVersions,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { translate } from "./translate.ts";

/** See what a council offers, each service in the language asked for where it is offered in it: open to anyone. */
export async function listServices(
  ctx: Context,
  { limit, cursor, language = "en" }: PageQuery & { language?: Language },
): Promise<{ data: ServiceSummary[]; nextCursor?: string }> {
  const rows = await listLiveVersions(ctx.db, { after: cursor, limit: limit + 1 });
  // A version never changes, so it is read once, and not whenever somebody looks.
  const live = rows.slice(0, limit).map((row) => ctx.catalogue.version(row.service, row.version));
  const data = (await Promise.all(live)).map(({ definition, version }) =>
    summary(translate(definition, language).service, version),
  );
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/**
 * See a service's form and what will happen after it: open to anyone. It is the live version where none is named.
 *
 * @throws Problem `not-found`
 */
export async function getService(
  ctx: Context,
  id: string,
  version?: number,
  language: Language = "en",
): Promise<Service> {
  const found =
    version === undefined
      ? await ctx.catalogue.live(id)
      : await ctx.catalogue.published(id, version);
  return presentService(ctx, found, language);
}

/** A version as anyone may see it: what it asks and what will happen, not where answers go. */
export async function presentService(
  ctx: Context,
  found: Pick<CompiledService, "definition" | "version">,
  language: Language = "en",
): Promise<Service> {
  const { service, untranslated } = translate(found.definition, language);
  const { introduction, urgent, form, contact, location } = service;
  const { stages, target, whatHappensNext, lookFirst, retention } = service;
  return {
    ...summary(service, found.version),
    ...(introduction === undefined ? {} : { introduction }),
    ...(urgent === undefined ? {} : { urgent }),
    form,
    contact,
    ...(location === undefined ? {} : { location }),
    stages,
    target,
    whatHappensNext,
    ...(lookFirst === undefined ? {} : { lookFirst }),
    ...chargesOf(service),
    retention,
    ...(await recipientsOf(ctx, service)),
    ...(untranslated.length === 0 ? {} : { untranslated: [...untranslated] }),
  };
}

/** Everyone that a step of the service gives the answers to, or takes a payment with, once each. */
async function recipientsOf(
  { catalogue }: Context,
  { steps, mappings }: ServiceDefinition,
): Promise<Pick<Service, "recipients">> {
  const ids = steps.flatMap((step) => {
    if (step.kind === "payment" || step.kind === "letter") return step.connector;
    if (step.kind !== "deliver") return [];
    return mappings.filter(({ id }) => id === step.mapping).map(({ connector }) => connector);
  });
  if (ids.length === 0) return {};
  const names = await Promise.all([...new Set(ids)].map((id) => catalogue.connectorName(id)));
  return { recipients: names };
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
  const { id, kind, name, website, runBy, sandboxOf, places } = ctx.tenant;
  return {
    id,
    kind,
    name,
    ...(website === undefined ? {} : { website }),
    ...(runBy === undefined ? {} : { runBy }),
    ...(sandboxOf === undefined ? {} : { sandboxOf }),
    ...(places === undefined ? {} : { places: placesOf(places) }),
    brands: await listBrands(ctx.db),
  };
}

/** What pages can offer; the provider and its address are nobody's business. */
function placesOf({ centre, attribution }: PlacesSettings): TenantPlaces {
  return {
    ...(centre === undefined ? {} : { centre }),
    ...(attribution === undefined ? {} : { attribution }),
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

function summary(service: ServiceDefinition, version: number): ServiceSummary {
  const { id, title, summary: about, category, brand } = service;
  return {
    id,
    version,
    title,
    summary: about,
    category,
    ...(brand === undefined ? {} : { brand }),
    languages: languagesOf(service),
  };
}
