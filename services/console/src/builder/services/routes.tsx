import { ServiceDefinition } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf, moreOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { NewServicePage } from "./new-service-page.tsx";
import { ServicesPage } from "./services-page.tsx";

/** The list of services, and where a new one begins. */
export function servicesRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services", async (c) => {
    const search = (c.req.query("search") ?? "").trim();
    const asked = { search, cursor: c.req.query("cursor") };
    const { data: services, nextCursor } = await c.var.desk.api.overviews(asked);
    const page = { ...frameOf(c, parts), services, search, more: moreOf(c, nextCursor) };
    return c.html(<ServicesPage {...page} />);
  });
  app.get("/services/new", (c) =>
    showNew(c, parts, { title: "", summary: "", faults: {}, once: crypto.randomUUID() }),
  );
  app.post("/services/new", (c) => begin(c, parts));
  return app;
}

interface Shown {
  readonly title: string;
  readonly summary: string;
  readonly faults: Faults;
  readonly once: string;
}

function showNew(c: Context<ConsoleEnv>, parts: Parts, shown: Shown) {
  const status = Object.keys(shown.faults).length > 0 ? 400 : 200;
  return c.html(<NewServicePage {...frameOf(c, parts)} {...shown} />, status);
}

async function begin(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const title = (fieldOf(fields, "title") ?? "").trim();
  const summary = (fieldOf(fields, "summary") ?? "").trim();
  const again = (faults: Faults) => showNew(c, parts, { title, summary, faults, once });
  const faults = faultsIn(title, summary);
  if (anyFault(faults)) return again(faults);
  const { api } = c.var.desk;
  const asked = { title, usual: true, ...(summary !== "" && { summary }) } as const;
  const call = api.beginService(asked, once);
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  if (refused) return again({ title: unusable });
  return doneAt(c, serviceAddresses(c.var.office.at.root, answer.service).home, "service-begun");
}

const unusable = "This has characters that cannot be kept. Type it again";

function faultsIn(title: string, summary: string): Faults {
  const faults: Record<string, string> = {};
  const { shape } = ServiceDefinition;
  if (title === "") faults.title = "Enter what the service is called";
  else if (title.length > 120) faults.title = "The name must be 120 characters or fewer";
  else if (!shape.title.safeParse(title).success) faults.title = unusable;
  if (summary.length > 400) faults.summary = "What it is for must be 400 characters or fewer";
  else if (summary !== "" && !shape.summary.safeParse(summary).success) faults.summary = unusable;
  return faults;
}
