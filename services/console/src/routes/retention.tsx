import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { RetentionPage } from "../pages/retention-page.tsx";
import { frameOf } from "./frame-of.ts";

/** For how long things are kept. */
export function retentionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/retention", async (c) => {
    const retention = await c.var.desk.api.retention();
    return c.html(<RetentionPage {...frameOf(c, parts)} retention={retention} />);
  });
  return app;
}
