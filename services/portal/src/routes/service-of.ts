import { Slug } from "@guildhall/contract";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";

/**
 * Read the service that the path names.
 *
 * @throws NotFound
 */
export function serviceOf(c: Context<PortalEnv>): string {
  const name = Slug.safeParse(c.req.param("service"));
  if (!name.success) throw new NotFound();
  return name.data;
}
