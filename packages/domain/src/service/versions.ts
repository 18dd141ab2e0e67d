import {
  type PageQuery,
  Problem,
  type ServiceExit,
  type ServiceVersion,
  type VersionSummary,
} from "@guildhall/contract";
import {
  findExitWords,
  findServiceVersion,
  listVersions,
  type VersionLine,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { placeIn } from "../process/list.ts";
import { instant } from "../process/present.ts";
import { titleOf } from "../service-draft/list.ts";
import { presentVersion } from "./definition.ts";

/**
 * List the versions of a service, the latest first, each with what was said of it.
 *
 * @throws Problem `not-found`, `request-invalid` (a cursor of another list)
 */
export async function listServiceVersions(
  ctx: Context,
  service: string,
  { limit, cursor }: PageQuery,
): Promise<{ data: VersionSummary[]; nextCursor?: string }> {
  requireScope(ctx, "services:read");
  const before = placeIn(cursor);
  const rows = await listVersions(ctx.db, { service, before, limit: limit + 1 });
  if (rows.length === 0 && before === undefined) throw new Problem("not-found");
  const part = rows.slice(0, limit);
  const data = await Promise.all(part.map((row) => presentSummary(ctx, row)));
  const last = part.at(-1);
  return rows.length > limit && last ? { data, nextCursor: String(last.version) } : { data };
}

/**
 * See one version of a service whole, whether it is live still or not.
 *
 * @throws Problem `not-found`
 */
export async function getServiceVersionAt(
  ctx: Context,
  service: string,
  version: number,
): Promise<ServiceVersion> {
  requireScope(ctx, "services:read");
  const found = await findServiceVersion(ctx.db, service, version);
  if (!found) throw new Problem("not-found");
  return presentVersion(found);
}

/**
 * Read what stands on the page of a service that is offered no more: open to anyone.
 *
 * @throws Problem `not-found` (it is offered, never was, or nothing was said)
 */
export async function getServiceExit(ctx: Context, service: string): Promise<ServiceExit> {
  const exit = await findExitWords(ctx.db, service);
  if (!exit) throw new Problem("not-found");
  const { definition } = await ctx.catalogue.version(service, exit.version);
  return { service, title: definition.title, ...exit.words };
}

async function presentSummary(ctx: Context, row: VersionLine): Promise<VersionSummary> {
  const { version, state, summary, publishedBy, publishedAt } = row;
  return {
    version,
    title: row.title ?? (await titleOf(ctx, row)),
    publishedAt: instant(publishedAt),
    ...(summary === null ? {} : { summary }),
    ...(publishedBy === null ? {} : { by: publishedBy }),
    state: state === "replaced" ? "superseded" : state,
  };
}
