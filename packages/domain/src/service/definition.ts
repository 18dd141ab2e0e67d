import { Problem, type ServiceVersion } from "@guildhall/contract";
import { findLiveService, type ServiceVersion as Stored } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/**
 * See the live version of a service whole: also what becomes of the answers.
 *
 * @throws Problem `not-found`
 */
export async function getServiceVersion(ctx: Context, service: string): Promise<ServiceVersion> {
  requireScope(ctx, "services:read");
  const live = await findLiveService(ctx.db, service);
  if (!live) throw new Problem("not-found");
  return presentVersion(live);
}

export function presentVersion({ version, publishedAt, definition }: Stored): ServiceVersion {
  return { version, publishedAt: instant(publishedAt), definition };
}
