import { createHash } from "node:crypto";
import { Hono } from "hono";
import { assets } from "../assets.ts";

/** A stylesheet of a service's own, beside the design kit's, under a name that changes with it. */
export interface Stylesheet {
  readonly name: string;
  readonly css: string;
}

const immutable = "public, max-age=31536000, immutable";

/** Name a stylesheet by its content. */
export function namedStylesheet(stem: string, css: string): Stylesheet {
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 16);
  return { name: `${stem}-${hash}.css`, css };
}

/** Serve the design kit's styles and scripts, and one stylesheet more; each may be kept for ever. */
export function createAssetRoutes(folder: string | undefined, styles: Stylesheet): Hono {
  const app = new Hono();
  app.get("/:name", (c) => {
    const name = c.req.param("name");
    if (name === styles.name) {
      return c.body(styles.css, 200, {
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": immutable,
      });
    }
    const asset = assets(folder).get(name);
    if (!asset) return c.notFound();
    const headers = {
      "Content-Type": asset.contentType,
      "Cache-Control": immutable,
      ETag: asset.etag,
    };
    return c.body(asset.bytes, 200, headers);
  });
  return app;
}
