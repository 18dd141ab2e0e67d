import type { ShownPreview } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { previewAddresses, previewApi, previewShelf, withoutFiles } from "../journey/preview.ts";
import { NotInPreviewPage, PreviewEndPage, PreviewGonePage } from "../pages/preview-pages.tsx";
import type { CommentBoxProps } from "../pages/preview-parts.tsx";
import { cookieNameOf } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { commentRoute } from "./preview-comments.tsx";
import { questionRoutes } from "./questions.tsx";
import { sendingRoutes } from "./sending.tsx";
import { startRoutes } from "./start.tsx";
import { taskRoutes } from "./tasks.tsx";

const wellFormed = /^[\w-]{43}$/;

/** A service as it would be, for whoever has the link: the pages of a live one, which send nothing. */
export function previewRoutes(parts: Parts): Hono<PortalEnv> {
  const { look } = parts;
  const mine = { ...parts, shelf: previewShelf };
  const app = new Hono<PortalEnv>();
  app.use("/:key/*", openPreview(parts));
  app.get("/:key", async (c) => c.redirect(c.var.council.at.service((await shown(c)).id), 303));
  app.post("/:key/comments", commentRoute(parts));
  app.post("/:key/services/:service/check-your-answers", async (c) =>
    c.html(<PreviewEndPage council={c.var.council} look={look} service={await shown(c)} />),
  );
  for (const elsewhere of ["save-for-later", "send-my-link", "what-changed"])
    app.get(`/:key/services/:service/${elsewhere}`, async (c) =>
      c.html(<NotInPreviewPage council={c.var.council} look={look} service={await shown(c)} />),
    );
  app.get("/:key/services/:service/privacy", (c) => c.redirect(c.var.council.at.privacy, 303));
  for (const routes of [sendingRoutes, taskRoutes, startRoutes, questionRoutes])
    app.route("/:key/services", routes(mine));
  return app;
}

/** The service that is shown, whatever the address calls it. */
function shown({ var: { council } }: Context<PortalEnv>) {
  return council.api.service("");
}

/** Have the pages below be those of a preview; where the key opens none, say the same whatever the reason. */
function openPreview({ look, publicUrl, speechOf }: Parts) {
  return createMiddleware<PortalEnv>(async function openPreviewOfKey(c, next) {
    c.header("X-Robots-Tag", "noindex");
    const key = c.req.param("key") ?? "";
    const preview = wellFormed.test(key) ? await find(c, key) : undefined;
    if (!preview) return c.html(<PreviewGonePage look={look} speech={speechOf(c.req.raw)} />, 404);
    const named = c.req.path.split("/services/")[1]?.split("/")[0];
    if (named !== undefined && named !== preview.service.id) throw new NotFound();
    wearBrand(c, preview.service);
    const { council } = c.var;
    const { places: _, ...tenant } = council.tenant;
    c.set("council", {
      ...council,
      tenant,
      at: previewAddresses(tenant.id, council.at, key),
      api: previewApi(council.api, key, preview),
      cookie: cookieNameOf(`${tenant.id}_preview`, publicUrl),
      previewing: { name: preview.name, comments: await commentsFor(c, key, preview) },
    });
    await next();
  });
}

async function find(c: Context<PortalEnv>, key: string): Promise<ShownPreview | undefined> {
  try {
    const preview = await c.var.council.api.preview(key);
    return { ...preview, service: withoutFiles(preview.service, c.var.council.words.previews) };
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

/** What is said of the page that is being read, where it is one that can be spoken of. */
async function commentsFor(
  c: Context<PortalEnv>,
  key: string,
  { service, showsComments }: ShownPreview,
): Promise<CommentBoxProps | undefined> {
  const name = c.req.path.split("/services/")[1]?.split("/")[1];
  const page = service.form.pages.find(({ id }) => id === name);
  if (name === undefined || (!page && name !== "check-your-answers")) return undefined;
  const { at, api } = c.var.council;
  const questions = (page?.questions ?? []).map(({ id, label }) => ({ id, label }));
  return {
    action: `${at.root}/preview/${key}/comments`,
    once: crypto.randomUUID(),
    page: name,
    questions,
    said: showsComments ? await api.previewComments(key, name) : [],
    thanks: c.req.query("said") === "yes",
  };
}
