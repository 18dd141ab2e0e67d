import type { Language } from "@guildhall/contract";
import { getPath } from "hono/utils/url";

/** Which hosts are a council's own, so that its pages stand there without the platform's path before them. */
export interface Domains {
  /** The tenant whose own domain a host is, as a Host header has it. */
  tenantOf(host: string): string | undefined;
  /** The host that a tenant's pages are led to. */
  domainOf(tenant: string): string | undefined;
}

/** What stands beside the pages of every host. */
const shared = /^\/(?:assets|livez|readyz|metrics)(?:\/|$)/;

/** What a path has after the council's name where its pages are to be in Welsh. */
const inWelsh = /^(\/c\/[^/]+)\/cy(?=\/|$)/;

/**
 * Give the path that a request means on the platform: on a council's own domain, everything is below that council,
 * and a page is the same page in each language.
 *
 * So no path of such a host leads to another tenant's pages, to the API or to the staff's pages.
 */
export function platformPath(request: Request, domains: Domains | undefined): string {
  return fullPath(request, domains).replace(inWelsh, "$1");
}

/** Tell which language the address of a page names. */
export function languageOf(request: Request, domains: Domains | undefined): Language {
  return inWelsh.test(fullPath(request, domains)) ? "cy" : "en";
}

function fullPath(request: Request, domains: Domains | undefined): string {
  const path = getPath(request);
  const tenant = domains?.tenantOf(hostOf(request));
  return tenant === undefined || shared.test(path) ? path : `/c/${tenant}${path}`;
}

/** Where the pages stand that a request is for: on a council's own domain, or at the platform's address. */
export function originOf(
  request: Request,
  { publicUrl, domains }: { readonly publicUrl: string; readonly domains?: Domains },
): string {
  const host = hostOf(request);
  const isOwn = domains?.tenantOf(host) !== undefined;
  // A proxy in front may speak http to us: the scheme is that of the platform.
  return isOwn ? `${new URL(publicUrl).protocol}//${host}` : new URL(publicUrl).origin;
}

/** The host and port that a request was made to. */
export function hostOf({ url }: Request): string {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
}
