import { AssistedChannel, type ServiceSummary } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { AssistPage, AssistWithPage } from "../pages/assist-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { frameOf } from "./frame-of.ts";

/** Forms that staff fill in for callers: choose one, and be led to the pages that citizens see. */
export function assistRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/assist", async (c) => {
    const query = (c.req.query("q") ?? "").slice(0, 200).trim();
    const services = matching(await c.var.desk.api.services(), query);
    return c.html(<AssistPage {...frameOf(c, parts)} services={services} query={query} />);
  });
  app.get("/assist/:service", (c) => show(c, parts));
  app.post("/assist/:service", async (c) => {
    const fields = await formOf(c);
    const channel = AssistedChannel.safeParse(fieldOf(fields, "channel"));
    if (!channel.success) return show(c, parts, "Choose how they contacted you");
    const service = c.req.param("service");
    const { handOver } = await c.var.desk.api.assist(service, channel.data, onceOf(fields));
    const code = new URLSearchParams({ code: handOver.code });
    return c.redirect(`/c/${c.var.office.tenant.id}/assist?${code}`, 303);
  });
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts, fault?: string): Promise<Response> {
  const service = await c.var.desk.api.service(c.req.param("service") ?? "");
  const page = { ...frameOf(c, parts), service, fault, once: crypto.randomUUID() };
  return c.html(<AssistWithPage {...page} />, fault === undefined ? 200 : 422);
}

/** Every word must occur, wherever it does. */
export function matching(services: readonly ServiceSummary[], query: string): ServiceSummary[] {
  const words = query.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  return services.filter(({ title, summary, category }) => {
    const text = `${title} ${summary} ${category}`.toLocaleLowerCase("en-GB");
    return words.every((word) => text.includes(word));
  });
}
