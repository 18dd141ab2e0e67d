import type { Language } from "@guildhall/contract";
import type { Ground } from "./ground.ts";

/**
 * Where the pages of a tenant stand, for links that are sent to people: under its own domain where it has one, else
 * under the platform's address.
 *
 * A domain is reached by the same scheme and port as the platform, since the same door serves both. The API and what
 * is signed keep the platform's address. Pages in Welsh stand beside those in English.
 */
export function pagesUrl(
  ground: Pick<Ground, "tenant" | "issuer">,
  language: Language = "en",
): string {
  return language === "en" ? siteUrl(ground) : `${siteUrl(ground)}/${language}`;
}

function siteUrl({ tenant, issuer }: Pick<Ground, "tenant" | "issuer">): string {
  const { origin, protocol, port } = new URL(issuer);
  const [domain] = tenant.domains ?? [];
  if (domain === undefined) return `${origin}/c/${tenant.id}`;
  return `${protocol}//${domain}${port === "" ? "" : `:${port}`}`;
}
