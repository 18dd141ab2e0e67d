import type { Ground } from "@guildhall/domain";
import { Hono } from "hono";
import type { Describer } from "../document/describer.ts";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { GuidePage, GuidesPage } from "./guide.tsx";
import { findGuide, listGuides } from "./guides.ts";
import { pageHeaders, stylesheet } from "./page.tsx";
import { ReferencePage } from "./reference.tsx";

/** How many tenants' reference pages are kept as they were written. */
const kept = 20;

/** The pages of the documentation that need no script: the reference, and the guides. */
export function createDocsPages(
  { guides, publicUrl }: Pick<ApiDeps, "guides" | "publicUrl">,
  describe: Describer,
): Hono<ApiEnv> {
  const reference = rememberLast(kept, (ground: Ground) =>
    String(
      <ReferencePage
        document={describe.openApi31(ground)}
        problems={`${publicUrl}/problems/`}
        {...placeOf(ground)}
      />,
    ),
  );
  return new Hono<ApiEnv>()
    .get("/reference", (c) => c.html(`<!doctype html>${reference(c.var.ground)}`, 200, pageHeaders))
    .get("/pages.css", (c) => c.body(stylesheet, 200, stylesheetHeaders))
    .get("/guides", (c) => c.redirect(`${placeOf(c.var.ground).docs}guides/`, 301))
    .get("/guides/", async (c) => {
      const page = <GuidesPage guides={await listGuides(guides)} {...placeOf(c.var.ground)} />;
      return c.html(`<!doctype html>${page}`, 200, pageHeaders);
    })
    .get("/guides/:name", async (c) => {
      const guide = await findGuide(guides, c.req.param("name"));
      if (!guide) return c.notFound();
      const addresses = { id: c.var.ground.tenant.id, publicUrl };
      const page = <GuidePage guide={guide} addresses={addresses} {...placeOf(c.var.ground)} />;
      return c.html(`<!doctype html>${page}`, 200, pageHeaders);
    });
}

const stylesheetHeaders = {
  "Content-Type": "text/css; charset=utf-8",
  "Cache-Control": "public, max-age=86400",
};

function placeOf({ tenant }: Ground) {
  const { id, name } = tenant;
  return { docs: `/t/${id}/docs/`, developers: `/c/${id}/developers/`, tenant: name };
}

/** Writing the page takes tens of milliseconds, and only the tenant's name and address differ. */
function rememberLast(limit: number, write: (ground: Ground) => string) {
  const written = new Map<string, string>();
  return (ground: Ground): string => {
    const key = `${ground.issuer}\n${ground.tenant.name}`;
    const page = written.get(key) ?? write(ground);
    if (written.size >= limit) written.clear();
    written.set(key, page);
    return page;
  };
}
