import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { DriftPage } from "../pages/drift-page.tsx";
import { doneAt, frameOf } from "./frame-of.ts";

/** Whether back offices still take what is sent to them. */
export function driftRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const path = "/connectors/:connector/drift";
  app.get(path, (c) => show(c, parts));
  app.post(path, async (c) => {
    const connector = c.req.param("connector");
    await c.var.desk.api.lookForDrift(connector);
    return doneAt(c, c.var.office.at.drift(connector), "drift-looked");
  });
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const id = c.req.param("connector") ?? "";
  const drift = await api.drift(id);
  const name = (await api.connectors()).find((one) => one.id === id)?.name ?? id;
  return c.html(<DriftPage {...frameOf(c, parts)} drift={drift} name={name} />);
}
