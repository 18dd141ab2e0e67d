import { EventType } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { AuditPage, type AuditWish } from "../pages/audit-page.tsx";
import type { AuditSearch } from "../platform/audit-api.ts";
import { frameOf, moreOf } from "./frame-of.ts";

/** The audit trail: on a page, as a spreadsheet, and as a signed line that is kept elsewhere. */
export function auditRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/audit", (c) => show(c, parts));
  app.get("/audit.csv", async (c) => {
    const response = await c.var.desk.api.auditSheet(searchFor(wishOf(c)));
    const named = (name: string) => response.headers.get(name) ?? "";
    return c.body(response.body ?? "", 200, {
      "Content-Type": named("Content-Type"),
      "Content-Disposition": named("Content-Disposition"),
    });
  });
  app.get("/audit/checkpoint.txt", async (c) => {
    const { signed, tenant, at } = await c.var.desk.api.auditCheckpoint();
    const name = `${tenant}-audit-${at.slice(0, 10)}.txt`;
    return c.text(`${signed}\n`, 200, {
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    });
  });
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const wish = wishOf(c);
  const cursor = c.req.query("cursor");
  const { data: events, nextCursor } = await api.audit({
    ...searchFor(wish),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const isAsked = c.req.query("verify") !== undefined;
  const page = {
    ...frameOf(c, parts),
    wish,
    events,
    more: moreOf(c, nextCursor),
    sheet: `${c.var.office.at.auditSheet}?${new URLSearchParams({ ...wish })}`,
    verified: isAsked ? await api.auditVerification() : undefined,
  };
  return c.html(<AuditPage {...page} />);
}

/** What the address asks for; whatever it has besides is passed over. */
function wishOf(c: Context<ConsoleEnv>): AuditWish {
  const text = (name: string, most: number) => (c.req.query(name) ?? "").trim().slice(0, most);
  return {
    type: EventType.safeParse(c.req.query("type")).data ?? "",
    actor: text("actor", 200),
    process: text("process", 40),
    from: dayIn(text("from", 10)),
    to: dayIn(text("to", 10)),
  };
}

function dayIn(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}

const dayMs = 86_400_000;

/** Whole days, the last one too. */
function searchFor({ type, actor, process, from, to }: AuditWish): AuditSearch {
  return {
    ...(type && { type }),
    ...(actor && { actor }),
    ...(process && { process }),
    ...(from && { after: new Date(Date.parse(from) - 1).toISOString() }),
    ...(to && { before: new Date(Date.parse(to) + dayMs).toISOString() }),
  };
}
