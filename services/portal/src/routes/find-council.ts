import { brandIn, type Language, Slug, type Tenant } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { type Addresses, addressesOf } from "../addresses.ts";
import type { Council, PortalDeps, PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { hostOf, languageOf, originOf } from "../http/own-domain.ts";
import { createOfferedLanguages } from "../platform/offered-languages.ts";
import type { Platform } from "../platform/platform.ts";
import { cookieNameOf } from "../session/cookie.ts";
import { speeches } from "../words/speech.tsx";

/** What the platform's address has before the council's own paths. */
const prefix = /^\/c\/[^/]+/;

type Where = Pick<PortalDeps, "publicUrl" | "domains" | "now">;

/**
 * Find the council that the path names, the brand that its pages wear and the language that they speak.
 *
 * Who comes to a council with a domain of its own is led there, unless this browser has begun something here. What a
 * council was like when it was last seen is kept, so that a page which says that it cannot be reached still looks
 * like it.
 */
export function findCouncil(platform: Platform, where: Where) {
  const seen = new Map<string, Tenant>();
  const offeredBy = createOfferedLanguages(where.now ?? (() => new Date()));
  return createMiddleware<PortalEnv>(async function findCouncilOfPath(c, next) {
    const name = Slug.safeParse(c.req.param("tenant"));
    if (!name.success) throw new NotFound();
    const api = platform.council(name.data, languageOf(c.req.raw, where.domains));
    const wear = (tenant: Tenant, languages: readonly Language[] = ["en"]) =>
      c.set("council", councilOf(c, { tenant, api, where, languages }));
    try {
      const tenant = await api.tenant();
      seen.set(tenant.id, tenant);
      wear(tenant, await offeredBy(tenant.id, api));
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

interface Known extends Pick<Council, "tenant" | "api" | "languages"> {
  readonly where: Where;
}

/** @throws NotFound for a tenant that has no brand yet */
function councilOf(c: Context<PortalEnv>, { tenant, api, where, languages }: Known): Council {
  const [brand] = tenant.brands;
  if (!brand) throw new NotFound();
  const { publicUrl, domains } = where;
  const isOwn = domains?.tenantOf(hostOf(c.req.raw)) === tenant.id;
  const base = isOwn ? { site: "", platform: new URL(publicUrl).origin } : {};
  const language = languageOf(c.req.raw, domains);
  const at = addressesOf(tenant.id, { ...base, language });
  const cookie = cookieNameOf(tenant.id, publicUrl, isOwn);
  return {
    ...speeches[language],
    tenant,
    brand: brandIn(brand, language),
    api,
    at,
    languages,
    origin: originOf(c.req.raw, where),
    here: hereOf(c, at),
    address: `${at.root}${pathOf(c, at)}${new URL(c.req.url).search}`,
    cookie,
  };
}

/** An answer that is being changed is changed still when they come back. */
function hereOf(c: Context<PortalEnv>, at: Addresses): string {
  const path = pathOf(c, at);
  return c.req.query("change") === "yes" ? `${path}?change=yes` : path;
}

/**
 * The path below the council's root, as it was written; what began with two strokes would lead to another host where
 * that root is none, and so would a stroke with an encoded one, or with an encoded blank, if it were decoded.
 */
function pathOf(c: Context<PortalEnv>, { root }: Addresses): string {
  const { pathname } = new URL(c.req.url);
  // A root may be encoded too; its first page stands for what lies below it then.
  return pathname.startsWith(`${root}/`)
    ? pathname.slice(root.length).replace(/^\/{2,}/, "/")
    : "/";
}

/** The same page under the council's own domain, for who is not there and has nothing here. */
function ownPageOf(c: Context<PortalEnv>, { publicUrl, domains }: Where): string | undefined {
  const { tenant, at, cookie } = c.var.council;
  const domain = domains?.domainOf(tenant.id);
  if (domain === undefined || at.site === "" || c.req.method !== "GET") return undefined;
  const { pathname, search, hostname } = new URL(c.req.url);
  if (hostname !== new URL(publicUrl).hostname || isHere(hostname) || getCookie(c, cookie)) {
    return undefined;
  }
  // Staff come from the platform's own pages, and their form's answer may lead nowhere else.
  if (pathname === `${at.root}/assist`) return undefined;
  // What opens requests at every council is shown to no host that one of them names.
  if (pathname.startsWith(`${at.myRequests}/`)) return undefined;
  const { protocol, port } = new URL(publicUrl);
  const origin = `${protocol}//${domain}${port === "" ? "" : `:${port}`}`;
  // As it was written: an encoded name is longer than the name, and what is left must begin with a stroke.
  return `${origin}${pathname.replace(prefix, "")}${search}`;
}

/** On this machine nobody need have pointed a name here. */
function isHere(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}
