import { type Call, type CallCount, CallOutcome } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { daysOf } from "../pages/call-chart.tsx";
import { type CallSearch, CallsPage, spans } from "../pages/calls-page.tsx";
import type { CallFilter } from "../platform/calls-api.ts";
import { frameOf, moreOf } from "./frame-of.ts";

/** The log of calls: on a page, and as a spreadsheet. */
export function callRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/calls", (c) => show(c, parts));
  app.get("/calls.csv", async (c) => {
    const response = await c.var.desk.api.callSheet(filterOf(searchOf(c), parts.now()));
    const named = (name: string) => response.headers.get(name) ?? "";
    return c.body(response.body ?? "", 200, {
      "Content-Type": named("Content-Type"),
      "Content-Disposition": named("Content-Disposition"),
    });
  });
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const now = parts.now();
  const search = searchOf(c);
  const { caller, route } = search;
  const cursor = c.req.query("cursor");
  const span = Number(search.days);
  const { data: calls, nextCursor } = await api.calls({
    ...filterOf(search, now),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const counts = await api.callCounts({
    days: span,
    ...(caller && { caller }),
    ...(route && { route }),
  });
  const everybody = await api.callCounts({ days: 90 });
  const page = {
    ...frameOf(c, parts),
    search,
    callers: callersOf([...everybody, ...calls], caller),
    days: daysOf(counts, now, span),
    calls,
    more: moreOf(c, nextCursor),
    sheet: `${c.var.office.at.callSheet}?${new URLSearchParams({ ...search })}`,
  };
  return c.html(<CallsPage {...page} />);
}

/** What the address asks for; whatever it has besides is passed over. */
function searchOf(c: Context<ConsoleEnv>): CallSearch {
  const days = c.req.query("days");
  const outcome = CallOutcome.safeParse(c.req.query("outcome")).data ?? "";
  return {
    caller: (c.req.query("caller") ?? "").slice(0, 80),
    outcome,
    route: (c.req.query("route") ?? "").trim().slice(0, 200),
    days: days !== undefined && isSpan(days) ? days : "7",
  };
}

function isSpan(days: string): days is CallSearch["days"] {
  return Object.hasOwn(spans, days);
}

/** Whole days, as they are counted: today is one of them. */
function filterOf({ caller, outcome, route, days }: CallSearch, now: Date): CallFilter {
  const dayMs = 86_400_000;
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const read = CallOutcome.safeParse(outcome).data;
  return {
    since: new Date(today - (Number(days) - 1) * dayMs).toISOString(),
    ...(caller && { caller }),
    ...(read && { outcome: read }),
    ...(route && { route }),
  };
}

/** Whoever has called lately by name, and whom is looked for; calls are listed a moment before they are counted. */
function callersOf(calls: readonly Pick<Call | CallCount, "caller">[], wanted: string) {
  const names = new Map<string, string>();
  for (const { caller } of calls)
    if (caller.id !== undefined) names.set(caller.id, caller.name ?? caller.id);
  if (wanted !== "" && !names.has(wanted)) names.set(wanted, wanted);
  const callers = [...names].map(([id, name]) => ({ id, name }));
  return callers.toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
}
