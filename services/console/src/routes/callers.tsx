import { AssistedChannel, CaseSearch, NewNote } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import {
  CallerPage,
  type CallerPageProps,
  CallerServicePage,
  CallerServicesPage,
} from "../pages/caller-page.tsx";
import { CallersPage, FindCallerPage, type FindCallerPageProps } from "../pages/callers-page.tsx";
import type { CallerSearch } from "../platform/agreements-api.ts";
import { matching } from "./assist.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf } from "./frame-of.ts";

type Asked = Context<ConsoleEnv>;

/** Callers of other councils, served under agreements: find, see, note, and fill in for them. */
export function callerRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/callers", async (c) => {
    const { tenant } = c.var.office;
    const all = await c.var.desk.api.agreements();
    const agreements = all.filter(
      ({ standing, serving }) => standing === "in-force" && serving.id === tenant.id,
    );
    return c.html(<CallersPage {...frameOf(c, parts)} agreements={agreements} />);
  });
  app.get("/callers/:id", (c) => showFind(c, parts, { typed: {}, faults: {} }));
  app.post("/callers/:id", (c) => find(c, parts));
  app.get("/callers/:id/requests/:reference", (c) => showCaller(c, parts));
  app.post("/callers/:id/requests/:reference", (c) => addWords(c, parts));
  app.get("/callers/:id/services", (c) => showServices(c, parts));
  app.get("/callers/:id/services/:service", (c) => showService(c, parts));
  app.post("/callers/:id/services/:service", (c) => begin(c, parts));
  return app;
}

/** The agreement that the address names, and acting under it. */
async function actUnder(c: Asked) {
  const { api } = c.var.desk;
  const id = c.req.param("id") ?? "";
  return { agreement: await api.agreement(id), callers: await api.callersUnder(id) };
}

async function showFind(
  c: Asked,
  parts: Parts,
  shown: Pick<FindCallerPageProps, "typed" | "faults" | "found">,
): Promise<Response> {
  const { agreement } = await actUnder(c);
  const page = { ...frameOf(c, parts), ...shown, agreement };
  return c.html(<FindCallerPage {...page} />, Object.keys(shown.faults).length > 0 ? 422 : 200);
}

async function find(c: Asked, parts: Parts): Promise<Response> {
  const typed = searchIn(await formOf(c));
  const read = CaseSearch.safeParse(typed);
  if (Object.keys(typed).length === 0)
    return showFind(c, parts, { typed, faults: { reference: "Enter something to find them by" } });
  if (!read.success) return showFind(c, parts, { typed, faults: { reference: notSuch } });
  const { callers } = await actUnder(c);
  return showFind(c, parts, { typed, faults: {}, found: await callers.find(typed) });
}

const notSuch = "Enter a reference like CAM-2V4K-7XQP, or search by something else";

function searchIn(fields: Fields): CallerSearch {
  const asked = ["reference", "email", "phone", "postcode", "surname"] as const;
  const given = asked.map((name) => [name, (fieldOf(fields, name) ?? "").trim()] as const);
  return Object.fromEntries(
    given
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [name, name === "reference" ? value.toUpperCase() : value]),
  );
}

async function showCaller(
  c: Asked,
  parts: Parts,
  shown: Pick<CallerPageProps, "typed" | "faults"> = { typed: "", faults: {} },
): Promise<Response> {
  const { agreement, callers } = await actUnder(c);
  const tracking = await callers.look(c.req.param("reference") ?? "");
  const page = { ...frameOf(c, parts), ...shown, agreement, tracking, once: crypto.randomUUID() };
  return c.html(<CallerPage {...page} />, Object.keys(shown.faults).length > 0 ? 422 : 200);
}

/** Count that they got in touch, and add what they said. */
async function addWords(c: Asked, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const typed = (fieldOf(fields, "contents") ?? "").trim();
  const channel = AssistedChannel.safeParse(fieldOf(fields, "channel"));
  const note = NewNote.safeParse({
    contents: typed,
    visibleToCitizen: fieldOf(fields, "visible") === "yes",
  });
  const faults = {
    ...(!channel.success && { channel: "Choose how they got in touch" }),
    ...(typed !== "" && !note.success && { contents: "Write a shorter note, in plain letters" }),
  };
  if (!channel.success || Object.keys(faults).length > 0)
    return showCaller(c, parts, { typed, faults });
  const { agreement, callers } = await actUnder(c);
  const reference = c.req.param("reference") ?? "";
  const { process = "" } = await callers.look(reference);
  const once = onceOf(fields);
  await callers.count(process, channel.data, `${once}-contact`);
  if (note.success) await callers.addNote(process, note.data, once);
  return doneAt(c, c.var.office.at.caller(agreement.id, reference), "caller-noted");
}

async function showServices(c: Asked, parts: Parts): Promise<Response> {
  const { agreement } = await actUnder(c);
  const query = (c.req.query("q") ?? "").slice(0, 200).trim();
  const all = await c.var.desk.api.servicesAt(agreement.owner.id);
  const named = all.filter(({ id }) => agreement.services?.includes(id) ?? true);
  const page = { ...frameOf(c, parts), agreement, query, services: matching(named, query) };
  return c.html(<CallerServicesPage {...page} />);
}

async function showService(c: Asked, parts: Parts, fault?: string): Promise<Response> {
  const { agreement, callers } = await actUnder(c);
  const service = await callers.service(c.req.param("service") ?? "");
  const page = { ...frameOf(c, parts), agreement, service, fault, once: crypto.randomUUID() };
  return c.html(<CallerServicePage {...page} />, fault === undefined ? 200 : 422);
}

async function begin(c: Asked, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const channel = AssistedChannel.safeParse(fieldOf(fields, "channel"));
  if (!channel.success) return showService(c, parts, "Choose how they contacted you");
  const { agreement, callers } = await actUnder(c);
  const service = c.req.param("service") ?? "";
  const { handOver } = await callers.assist(service, channel.data, onceOf(fields));
  const code = new URLSearchParams({ code: handOver.code });
  return c.redirect(`/c/${agreement.owner.id}/assist?${code}`, 303);
}
