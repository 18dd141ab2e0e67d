import { NewContact } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { ContactPage } from "../pages/contact-page.tsx";
import { wayBack } from "../pages/way-back.ts";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf } from "./frame-of.ts";

/** Contacts about requests that were sent: staff say that there was one, and it is counted. */
export function contactRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/processes/:id/contact", (c) => show(c, parts));
  app.post("/processes/:id/contact", async (c) => {
    const fields = await formOf(c);
    const about = fieldOf(fields, "about") || undefined;
    const read = NewContact.safeParse({ channel: fieldOf(fields, "channel"), about });
    if (!read.success) return show(c, parts, "Choose how they got in touch");
    const id = c.req.param("id");
    await c.var.desk.api.countContact(id, read.data, onceOf(fields));
    return doneAt(c, wayBack(c.var, id), "contact-counted");
  });
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts, fault?: string): Promise<Response> {
  const ledger = await c.var.desk.api.ledger(c.req.param("id") ?? "");
  const page = { ...frameOf(c, parts), ledger, fault, once: crypto.randomUUID() };
  return c.html(<ContactPage {...page} />, fault === undefined ? 200 : 422);
}
