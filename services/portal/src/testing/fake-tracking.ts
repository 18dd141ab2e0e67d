import type { ProblemCode } from "@guildhall/contract";
import { Hono } from "hono";
import { additionRoutes } from "./fake-additions.ts";
import type { FakeApi } from "./fake-api.ts";
import { said } from "./fake-welsh.ts";
import { reduced, trackingKey } from "./tracking.ts";

/** Requests that are followed, by their reference alone and with their key. */
export function trackingRoutes(api: FakeApi, problem: (code: ProblemCode) => Response): Hono {
  const app = new Hono();
  app.get("/tracking/:reference", (c) => {
    const found = api.tracking.get(c.req.param("reference"));
    if (!found) return problem("not-found");
    const bearer = c.req.header("authorization");
    if (bearer === "Bearer token.stale") return problem("unauthenticated");
    return c.json(said(c, api, bearer === "Bearer token.process" ? found : reduced(found)));
  });
  app.route("/tracking", additionRoutes(api, problem));
  app.post("/tracking/:reference/token", async (c) => {
    const { key } = (await c.req.json()) as { key: string };
    const known = api.tracking.has(c.req.param("reference")) && key === trackingKey;
    return known ? c.json({ token: "token.process", expiresInS: 86_400 }) : problem("not-found");
  });
  app.get("/documents/:id/thumbnail", (c) => {
    if (!/^Bearer token\.(drf_|process$)/.test(c.req.header("authorization") ?? ""))
      return problem("not-found");
    return c.body("a small picture", 200, { "Content-Type": "image/webp" });
  });
  app.get("/documents/:id", (c) => {
    if (c.req.header("authorization") !== "Bearer token.process") return problem("not-found");
    if (c.req.param("id") !== "frm_1") return problem("not-found");
    if (c.req.header("accept") === "application/pdf")
      return c.body("%PDF", 200, { "Content-Type": "application/pdf" });
    return c.body("<h1>What you sent</h1>", 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    });
  });
  return app;
}
