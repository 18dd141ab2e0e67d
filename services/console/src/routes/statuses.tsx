import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { StatusesPage } from "../pages/statuses-page.tsx";
import { frameOf } from "./frame-of.ts";

/** What the statuses of back offices mean. */
export function statusRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/statuses", (c) => show(c, parts));
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const connectors = (await api.connectors()).filter(({ kind }) => kind !== "govuk-pay");
  const asked = c.req.query("connector");
  const connector = connectors.find(({ id }) => id === asked) ?? connectors[0];
  const statuses = connector ? await api.coverage(connector.id) : [];
  const page = { ...frameOf(c, parts), connectors, connector: connector?.id, statuses };
  return c.html(<StatusesPage {...page} />);
}
