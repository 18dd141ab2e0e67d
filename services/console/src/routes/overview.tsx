import { fieldOf } from "@guildhall/ui";
import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { CouncilsHealthPage } from "../pages/councils-health-page.tsx";
import { HealthPage } from "../pages/health-page.tsx";
import { OverviewPage } from "../pages/overview-page.tsx";
import { SharedOutPage } from "../pages/shared-out-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { frameOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

/** The work of all teams, and how it goes with what leads to the outside. */
export function overviewRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/overview", async (c) => {
    const workload = await c.var.desk.api.workload();
    const page = { ...frameOf(c, parts), workload, once: crypto.randomUUID() };
    return c.html(<OverviewPage {...page} />);
  });
  app.post("/overview/share-out", async (c) => {
    const fields = await formOf(c);
    const team = fieldOf(fields, "team") ?? "";
    const call = c.var.desk.api.shareOut(team, onceOf(fields));
    const { answer } = await answerOrRefusal(call, ["not-found"]);
    const page = { ...frameOf(c, parts), team, allocation: answer };
    return c.html(<SharedOutPage {...page} />, answer ? 200 : 404);
  });
  app.get("/health", async (c) => {
    const health = await c.var.desk.api.health();
    return c.html(<HealthPage {...frameOf(c, parts)} health={health} />);
  });
  app.get("/councils-health", async (c) => {
    const tenants = await c.var.desk.api.tenantHealth();
    return c.html(<CouncilsHealthPage {...frameOf(c, parts)} tenants={tenants} />);
  });
  return app;
}
