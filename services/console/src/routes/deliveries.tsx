import { DeliveryReading, DeliveryState } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { DeliveriesPage, type DeliverySearch } from "../pages/deliveries-page.tsx";
import { DeliveryPage } from "../pages/delivery-page.tsx";
import type { Done } from "../pages/done-banner.tsx";
import type { Faults } from "../pages/frame.ts";
import { LedgerPage } from "../pages/ledger-page.tsx";
import type { DeliveryFilter } from "../platform/deliveries-api.ts";
import { filesOf } from "./documents.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

/** Deliveries: see what waits, what was tried, and mend one. */
export function deliveryRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/deliveries", (c) => list(c, parts));
  app.get("/deliveries/:id", (c) => show(c, parts, { id: c.req.param("id") }));
  app.get("/processes/:id/ledger", async (c) => {
    const ledger = await c.var.desk.api.ledger(c.req.param("id"));
    const files = await filesOf(c, ledger.process);
    return c.html(<LedgerPage {...frameOf(c, parts)} ledger={ledger} files={files} />);
  });
  app.post("/deliveries/:id/contents", (c) => read(c, parts, c.req.param("id")));
  app.post("/deliveries/:id/retry", async (c) => {
    const id = c.req.param("id");
    const once = onceOf(await formOf(c));
    return settle(c, { id, done: "delivery-resent", call: c.var.desk.api.retryDelivery(id, once) });
  });
  app.post("/deliveries/:id/hasten", async (c) => {
    const id = c.req.param("id");
    const once = onceOf(await formOf(c));
    const call = c.var.desk.api.hastenDelivery(id, once);
    return settle(c, { id, done: "delivery-resent", call });
  });
  app.post("/deliveries/:id/handled", (c) => handled(c, parts, c.req.param("id")));
  app.post("/deliveries/:id/hand-over", (c) => handOver(c, parts, c.req.param("id")));
  return app;
}

async function list(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const search = searchOf(c);
  const groups = await api.deliveryGroups();
  const { data: deliveries, nextCursor } = await api.deliveries(filterOf(c, search));
  const { data: replays } = await api.deliveryReplays();
  const lists = { groups, deliveries, replays, more: moreOf(c, nextCursor) };
  return c.html(<DeliveriesPage {...frameOf(c, parts)} search={search} {...lists} />);
}

function searchOf(c: Context<ConsoleEnv>): DeliverySearch {
  const asked = (name: string) => (c.req.query(name) ?? "").trim().slice(0, 80);
  return { state: asked("state"), connector: asked("connector"), code: asked("code") };
}

/** What the address asks for; whatever it has besides, or could name nothing, is passed over. */
function filterOf(
  c: Context<ConsoleEnv>,
  { state, connector, code }: DeliverySearch,
): DeliveryFilter {
  const wanted = DeliveryState.safeParse(state).data;
  const cursor = c.req.query("cursor");
  return {
    ...(wanted && { state: [wanted] }),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(connector) && { connector }),
    ...(code && { code }),
    ...(cursor && { cursor }),
  };
}

async function show(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { id, faults = {}, once }: { id: string; faults?: Faults; once?: string },
): Promise<Response> {
  const delivery = await c.var.desk.api.delivery(id);
  const files = await filesOf(c, delivery.process);
  const shown = { delivery, files, faults, once: once ?? crypto.randomUUID() };
  const page = { ...frameOf(c, parts), ...shown };
  return c.html(<DeliveryPage {...page} />, Object.keys(faults).length > 0 ? 400 : 200);
}

async function read(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const asked = DeliveryReading.safeParse({ reason: fieldOf(await formOf(c), "why") });
  if (!asked.success) return show(c, parts, { id, faults: { why: "Choose why you need it" } });
  const contents = await c.var.desk.api.readContents(id, asked.data);
  const delivery = await c.var.desk.api.delivery(id);
  const files = await filesOf(c, delivery.process);
  const shown = { delivery, files, contents, faults: {}, once: crypto.randomUUID() };
  const page = { ...frameOf(c, parts), ...shown };
  c.header("Cache-Control", "no-store");
  return c.html(<DeliveryPage {...page} />);
}

async function handled(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const reason = typed(fields, "reason");
  const reference = typed(fields, "reference");
  if (reason === "") return show(c, parts, { id, once, faults: { reason: "Say what was done" } });
  const body = { reason, ...(reference && { reference }) };
  const call = c.var.desk.api.handleDelivery(id, body, once);
  return settle(c, { id, done: "delivery-handled", call });
}

async function handOver(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const team = typed(fields, "team");
  const words = typed(fields, "words");
  const faults = {
    ...(team === "" && { team: "Name a team" }),
    ...(words === "" && { words: "Say what they are to do" }),
  };
  if (Object.keys(faults).length > 0) return show(c, parts, { id, once, faults });
  const call = c.var.desk.api.handOverDelivery(id, { team, words }, once);
  return settle(c, { id, done: "delivery-handed-over", call });
}

/** What cannot be done any more, since somebody was first, is seen on its page. */
async function settle(
  c: Context<ConsoleEnv>,
  { id, done, call }: { id: string; done: Done; call: Promise<unknown> },
): Promise<Response> {
  const at = c.var.office.at.delivery(id);
  const { refused } = await answerOrRefusal(call, ["invalid-transition"]);
  return refused ? c.redirect(at, 303) : doneAt(c, at, done);
}

function typed(fields: Fields, name: string): string {
  return (fieldOf(fields, name) ?? "").trim();
}
