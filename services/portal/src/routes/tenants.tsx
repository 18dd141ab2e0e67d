import type { Handler } from "hono";
import type { PortalEnv } from "../environment.ts";
import { readsWelshFirst } from "../http/read-welsh-first.ts";
import { TenantsPage } from "../pages/tenants-page.tsx";
import type { Platform } from "../platform/platform.ts";
import type { Parts } from "./parts.ts";

/** Show the councils, in the language that is named, else in Welsh to whoever reads that first. */
export function showTenants({ look }: Parts, platform: Platform): Handler<PortalEnv> {
  return async (c) => {
    const named = c.req.query("language");
    const isWelsh =
      named === undefined ? readsWelshFirst(c.req.header("Accept-Language")) : named === "cy";
    const language = isWelsh ? "cy" : "en";
    const tenants = await platform.tenants();
    return c.html(<TenantsPage look={look} tenants={tenants} language={language} />, 200, {
      Vary: "Accept-Language",
      "Content-Language": language,
    });
  };
}
