import type { Process, Question } from "@guildhall/contract";
import { ukDate } from "@guildhall/forms";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Faults } from "../pages/frame.ts";
import { InformationLookPage } from "../pages/information-look-page.tsx";
import { InformationPage, type Typed } from "../pages/information-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf } from "./frame-of.ts";
import { askingOf, nothingTyped, typedIn } from "./read-information.ts";
import { answerOrRefusal } from "./refusal.ts";

/** One more thing: what a resident is asked after they have sent their form. */
export function informationRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/processes/:id/ask", (c) => show(c, parts, { typed: nothingTyped }));
  app.post("/processes/:id/ask", (c) => ask(c, parts));
  app.post("/processes/:id/ask/:request/withdraw", async (c) => {
    const { id, request } = c.req.param();
    const call = c.var.desk.api.withdrawInformation(id, request);
    const { refused } = await answerOrRefusal(call, ["information-ended"]);
    const at = c.var.office.at.askForMore(id);
    return refused ? c.redirect(at, 303) : doneAt(c, at, "asked-withdrawn");
  });
  return app;
}

interface Shown {
  readonly typed: Typed;
  readonly faults?: Faults;
  readonly once?: string;
}

async function show(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { typed, faults = {}, once = crypto.randomUUID() }: Shown,
): Promise<Response> {
  const found = await find(c);
  const asked = await c.var.desk.api.informationRequests(found.process.id);
  const page = { ...frameOf(c, parts), ...found, asked, typed, faults, once };
  return c.html(<InformationPage {...page} />, Object.keys(faults).length > 0 ? 400 : 200);
}

/** Show what they will read before it is asked; and ask it, once. */
async function ask(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const typed = typedIn(fields);
  if (fields.has("change")) return show(c, parts, { typed, once });
  const read = askingOf(typed, ukDate(parts.now()));
  if ("faults" in read) return show(c, parts, { typed, once, faults: read.faults });
  const { asking } = read;
  if (!fields.has("send")) {
    const page = { ...frameOf(c, parts), ...(await find(c)), asking, once };
    return c.html(<InformationLookPage {...page} />);
  }
  const { id } = c.req.param() as { id: string };
  const at = c.var.office.at.askForMore(id);
  const call = c.var.desk.api.askForInformation(id, asking, once);
  const { refused } = await answerOrRefusal(call, ["information-asked", "process-closed"]);
  // Somebody else has asked meanwhile, or it has ended: the page says so.
  return refused ? c.redirect(at, 303) : doneAt(c, at, "more-asked");
}

async function find(
  c: Context<ConsoleEnv>,
): Promise<{ process: Process; questions: readonly Question[] }> {
  const { api } = c.var.desk;
  const process = await api.process(c.req.param("id") ?? "");
  const { form } = await api.serviceAt(process.service, process.serviceVersion);
  const all = form.pages.flatMap(({ questions }) => questions);
  return { process, questions: all.filter(({ type }) => type !== "calculated") };
}
