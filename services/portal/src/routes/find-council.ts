import { Slug, type Tenant } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { addressesOf } from "../addresses.ts";
import type { Council, PortalDeps, PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { hostOf, originOf } from "../http/own-domain.ts";
import type { Platform } from "../platform/platform.ts";
import { cookieNameOf } from "../session/cookie.ts";

/** What the platform's address has before the council's own paths. */
const prefix = /^\/c\/[^/]+/;

type Where = Pick<PortalDeps, "publicUrl" | "domains">;

/**
 * Find the council that the path names, and the brand that its pages wear.
 *
 * Who comes to a council with a domain of its own is led there, unless this browser has begun something here. What a
 * council was like when it was last seen is kept, so that a page which says that it cannot be reached still looks
 * like it.
 */
export function findCouncil(platform: Platform, where: Where) {
  const seen = new Map<string, Tenant>();
  return createMiddleware<PortalEnv>(async function findCouncilOfPath(c, next) {
    const name = Slug.safeParse(c.req.param("tenant"));
    if (!name.success) throw new NotFound();
    const api = platform.council(name.data);
    const wear = (tenant: Tenant) => c.set("council", councilOf(c, { tenant, api, where }));
    try {
      const tenant = await api.tenant();
      seen.set(tenant.id, tenant);
      wear(tenant);
    } catch (error) {
      const before = seen.get(name.data);
      if (before && error instanceof Refused && error.passes) wear(before);
      throw error;
    }
    const elsewhere = ownPageOf(c, where);
    if (elsewhere) return c.redirect(elsewhere, 302);
    await next();
  });
}

interface Known extends Pick<Council, "tenant" | "api"> {
  readonly where: Where;
}

/** @throws NotFound for a tenant that has no brand yet */
function councilOf(c: Context<PortalEnv>, { tenant, api, where }: Known): Council {
  const [brand] = tenant.brands;
  if (!brand) throw new NotFound();
  const { publicUrl, domains } = where;
  const isOwn = domains?.tenantOf(hostOf(c.req.raw)) === tenant.id;
  const base = isOwn ? { root: "", platform: new URL(publicUrl).origin } : {};
  const at = addressesOf(tenant.id, base);
  const cookie = cookieNameOf(tenant.id, publicUrl, isOwn);
  return { tenant, brand, api, at, origin: originOf(c.req.raw, where), here: hereOf(c), cookie };
}

/** An answer that is being changed is changed still when they come back. */
function hereOf(c: Context<PortalEnv>): string {
  const path = c.req.path.replace(prefix, "");
  return c.req.query("change") === "yes" ? `${path}?change=yes` : path;
}

/** The same page under the council's own domain, for who is not there and has nothing here. */
function ownPageOf(c: Context<PortalEnv>, { publicUrl, domains }: Where): string | undefined {
  const { tenant, at, cookie } = c.var.council;
  const domain = domains?.domainOf(tenant.id);
  if (domain === undefined || at.root === "" || c.req.method !== "GET") return undefined;
  const { pathname, search, hostname } = new URL(c.req.url);
  if (hostname !== new URL(publicUrl).hostname || isHere(hostname) || getCookie(c, cookie)) {
    return undefined;
  }
  // Staff come from the platform's own pages, and their form's answer may lead nowhere else.
  if (pathname === `${at.root}/assist`) return undefined;
  const { protocol, port } = new URL(publicUrl);
  const origin = `${protocol}//${domain}${port === "" ? "" : `:${port}`}`;
  // As it was written: an encoded name is longer than the name, and what is left must begin with a stroke.
  return `${origin}${pathname.replace(prefix, "")}${search}`;
}

/** On this machine nobody need have pointed a name here. */
function isHere(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}
