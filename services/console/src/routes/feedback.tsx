import type { Service } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import { wayOn } from "../addresses.ts";
import type { ConsoleEnv, Desk, Parts } from "../environment.ts";
import { FeedbackOverviewPage, ownPages } from "../pages/feedback-overview-page.tsx";
import { FeedbackPage } from "../pages/feedback-page.tsx";
import { sectionsOf } from "../pages/feedback-sections.ts";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

/** What people say is wrong with the pages: read it beside the questions, and say when it is dealt with. */
export function feedbackRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/feedback", async (c) => {
    const { api } = c.var.desk;
    const counts = await api.feedbackCounts();
    const ids = [...new Set(counts.flatMap(({ service }) => service ?? []))];
    const services = await Promise.all(ids.map((id) => serviceIf(c.var.desk, id)));
    const titles = new Map(services.flatMap((one) => (one ? [[one.id, one.title] as const] : [])));
    return c.html(<FeedbackOverviewPage {...frameOf(c, parts)} counts={counts} titles={titles} />);
  });
  app.get("/feedback/pages", (c) => show(c, parts, undefined));
  app.get("/feedback/services/:service", (c) => show(c, parts, c.req.param("service")));
  app.post("/feedback/:id/deal-with", async (c) => {
    const fields = await formOf(c);
    const id = c.req.param("id");
    const note = fieldOf(fields, "note")?.trim() || undefined;
    // All forms of the page have one name, and each thing is dealt with once.
    const call = c.var.desk.api.dealWithFeedback(id, note, `${onceOf(fields)}-${id}`);
    const { refused } = await answerOrRefusal(call, ["invalid-transition"]);
    const back = wayOn(c.var.office.at.feedback, fieldOf(fields, "back"));
    return refused ? c.redirect(back, 303) : doneAt(c, back, "feedback-dealt-with");
  });
  return app;
}

async function show(
  c: Context<ConsoleEnv>,
  parts: Parts,
  id: string | undefined,
): Promise<Response> {
  const { desk, office } = c.var;
  const state = c.req.query("state") === "all" ? undefined : ("new" as const);
  const cursor = c.req.query("cursor");
  const service = id === undefined ? undefined : await serviceIf(desk, id);
  const of = id === undefined ? { ownPages: "true" as const } : { service: id };
  const asked = { ...of, ...(state && { state }), ...(cursor && { cursor }) };
  const { data, nextCursor } = await desk.api.feedback(asked);
  const counts = (await desk.api.feedbackCounts()).filter((count) => count.service === id);
  const page = {
    ...frameOf(c, parts),
    about: {
      title: id === undefined ? ownPages : (service?.title ?? id),
      href: office.at.feedbackOf(id),
    },
    state,
    sections: sectionsOf(data, counts, service),
    more: moreOf(c, nextCursor),
    once: crypto.randomUUID(),
  };
  return c.html(<FeedbackPage {...page} />);
}

/** What was said of a service stays when it is withdrawn. */
async function serviceIf({ api }: Desk, id: string): Promise<Service | undefined> {
  try {
    return await api.service(id);
  } catch (error) {
    if (error instanceof Refused && [404, 422].includes(error.status)) return undefined;
    throw error;
  }
}
