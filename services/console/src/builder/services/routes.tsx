import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf, moreOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { NewServicePage } from "./new-service-page.tsx";
import {
  faultsIn,
  nothingTyped,
  type TypedService,
  typedService,
  unusable,
} from "./read-new-service.ts";
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
  app.get("/services/new", (c) => showNew(c, parts, { typed: nothingTyped, faults: {} }));
  app.post("/services/new", (c) => begin(c, parts));
  return app;
}

interface Shown {
  readonly typed: TypedService;
  readonly faults: Faults;
  readonly once?: string;
}

async function showNew(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { typed, faults, once = crypto.randomUUID() }: Shown,
) {
  const page = { typed, faults, once, categories: await categoriesOf(c) };
  return c.html(<NewServicePage {...frameOf(c, parts)} {...page} />, anyFault(faults) ? 400 : 200);
}

/** The categories that citizens see services in. */
async function categoriesOf(c: Context<ConsoleEnv>): Promise<string[]> {
  const services = await c.var.desk.api.services();
  const categories = new Set(services.map(({ category }) => category));
  return [...categories].toSorted((one, other) => one.localeCompare(other, "en-GB"));
}

async function begin(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const typed = typedService(fields);
  const again = (faults: Faults) => showNew(c, parts, { typed, faults, once });
  const faults = faultsIn(typed);
  if (anyFault(faults)) return again(faults);
  const { title, summary, ownCategory } = typed;
  const category = ownCategory || typed.category;
  const asked = { title, category, usual: true, ...(summary !== "" && { summary }) } as const;
  const call = c.var.desk.api.beginService(asked, once);
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  if (refused) return again({ title: unusable });
  return doneAt(c, serviceAddresses(c.var.office.at.root, answer.service).home, "service-begun");
}
