import { Slug } from "@guildhall/contract";
import { createMiddleware } from "hono/factory";
import { addressesOf } from "../addresses.ts";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import type { Platform } from "../platform/platform.ts";
import { cookieNameOf } from "../session/cookie.ts";

/** Find the council that the path names, and the brand that its pages wear. */
export function findCouncil(platform: Platform, publicUrl: string) {
  return createMiddleware<PortalEnv>(async function findCouncilOfPath(c, next) {
    const name = Slug.safeParse(c.req.param("tenant"));
    if (!name.success) throw new NotFound();
    const api = platform.council(name.data);
    const tenant = await api.tenant();
    const [brand] = tenant.brands;
    if (!brand) throw new NotFound();
    const cookie = cookieNameOf(tenant.id, publicUrl);
    c.set("council", { tenant, brand, api, at: addressesOf(tenant.id), cookie });
    await next();
  });
}
