import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { ApiEnv } from "./environment.ts";
import { exampleKey } from "./once.ts";

const types: ReadonlyMap<string, string> = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["favicon-32x32.png", "image/png"],
]);

const start = `function withKeyOfItsOwn(request) {
  const name = "Idempotency-Key";
  if (request.headers[name] !== "${exampleKey}") return request;
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  request.headers[name] = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return request;
}
window.addEventListener("load", () => {
  window.ui = SwaggerUIBundle({
    requestInterceptor: withKeyOfItsOwn,
    url: "../v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true, persistAuthorization: true,
    displayRequestDuration: true, validatorUrl: null, tryItOutEnabled: true,
  });
});`;

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The tenant's API in Swagger UI, every byte of it served from here. Its addresses are relative to a last slash. */
export function createDocsPage(): Hono<ApiEnv> {
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  return new Hono<ApiEnv>()
    .get("/", (c) => c.html(page(c.var.ground.tenant), 200, { "Content-Security-Policy": policy }))
    .get("/start.js", (c) =>
      c.body(start, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
    )
    .get("/:file", async (c) => {
      const file = c.req.param("file");
      const type = types.get(file);
      if (type === undefined) return c.notFound();
      const bytes = await readFile(join(folder, file));
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": type,
        "Cache-Control": "public, max-age=86400",
      });
    });
}

const style = `
nav{font:16px/1.5 "Helvetica Neue",Helvetica,Arial,sans-serif;max-width:1460px;margin:0 auto;padding:16px 20px 0;color:#1a1f24}
nav p{margin:0 0 8px}nav a{color:#1d4f7c;margin-right:1.25em}nav p a{margin:0}
nav a:focus{outline:3px solid #ffdd00;background:#ffdd00;color:#0b0c0c}
.swagger-ui .info{margin:24px 0}`;

function page({ id, name }: { readonly id: string; readonly name: string }) {
  return html`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} services API</title><link rel="stylesheet" href="swagger-ui.css"><link rel="icon" href="favicon-32x32.png"><style>${raw(style)}</style></head>
<body><nav aria-label="Documentation"><p>To try a call, <a href="../../../c/${id}/developers/">get a test key</a>, press Authorize, and paste it as the value of “bearer”.</p>
<a href="reference">The same as a plain page</a><a href="guides/">Guides</a></nav>
<div id="swagger-ui"></div><noscript>This page needs JavaScript; the plain page does not.</noscript>
<script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body></html>`;
}
