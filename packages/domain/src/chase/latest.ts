import { Problem } from "@guildhall/contract";
import { listVersions } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";

/**
 * The version of a service that was published last, whether it is live still or not.
 *
 * @throws Problem `not-found`
 */
export async function latestVersion(ctx: Context, service: string): Promise<CompiledService> {
  const [row] = await listVersions(ctx.db, { service, before: undefined, limit: 1 });
  if (!row) throw new Problem("not-found");
  return ctx.catalogue.version(service, row.version);
}
