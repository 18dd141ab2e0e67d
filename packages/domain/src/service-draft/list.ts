import type {
  PageQuery,
  ServiceDraftSummary,
  ServiceOverview,
  ServiceSearch,
} from "@guildhall/contract";
import {
  listLastVersions,
  listServiceDrafts as listLines,
  type ServiceDraftLine,
  type VersionLine,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { byService, byTitle, type Listed, partFound } from "./find.ts";
import { presentLine } from "./present.ts";

type Asked = PageQuery & ServiceSearch;

/** List services in the making, by service. No definition is read for it. */
export async function listServiceDrafts(
  ctx: Context,
  asked: Asked,
): Promise<Listed<ServiceDraftSummary>> {
  requireScope(ctx, "services:read");
  const [lines, versions] = await Promise.all([listLines(ctx.db), listLastVersions(ctx.db)]);
  const live = new Map(
    versions.flatMap(({ service, version, state }) =>
      state === "live" ? [[service, version]] : [],
    ),
  );
  const part = partFound(lines, asked, byService);
  const data = part.data.map((line): ServiceDraftSummary => {
    const version = live.get(line.service);
    const { service, ...rest } = presentLine(line);
    return { service, title: line.title, ...(version ? { live: version } : {}), ...rest };
  });
  return { ...part, data };
}

/** List every service of a tenant by its title: those that are live, were withdrawn, or are only in the making. */
export async function listServiceOverviews(
  ctx: Context,
  asked: Asked,
): Promise<Listed<ServiceOverview>> {
  requireScope(ctx, "services:read");
  const [lines, versions] = await Promise.all([listLines(ctx.db), listLastVersions(ctx.db)]);
  const drafts = new Map(lines.map((line) => [line.service, line]));
  const published = new Set(versions.map(({ service }) => service));
  const titled = await Promise.all(
    versions.map(async (version) => ({
      version,
      service: version.service,
      title: version.title ?? (await titleOf(ctx, version)),
    })),
  );
  const unpublished = lines.flatMap(({ service, title }) =>
    published.has(service) ? [] : [{ version: undefined, service, title }],
  );
  const part = partFound([...titled, ...unpublished], asked, byTitle);
  const data = part.data.map(({ service, title, version }) => ({
    service,
    title,
    ...presentVersionLine(version),
    ...presentDraftLine(drafts.get(service)),
  }));
  return { ...part, data };
}

/** Versions that are older than the list of titles are read once, and known from then on. */
export async function titleOf(
  { catalogue }: Context,
  { service, version }: Pick<VersionLine, "service" | "version">,
): Promise<string> {
  return (await catalogue.version(service, version)).definition.title;
}

function presentVersionLine(
  line: VersionLine | undefined,
): Pick<ServiceOverview, "state" | "version" | "publishedAt"> {
  if (!line) return { state: "never-published" };
  const { version, publishedAt } = line;
  const state = line.state === "live" ? "live" : "withdrawn";
  return { state, version, publishedAt: instant(publishedAt) };
}

function presentDraftLine(line: ServiceDraftLine | undefined): Pick<ServiceOverview, "draft"> {
  if (!line) return {};
  const { service: _, ...rest } = presentLine(line);
  return { draft: { title: line.title, ...rest } };
}
