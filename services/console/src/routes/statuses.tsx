import { type StatusCoverage, takesCases } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { StatusOffice } from "../pages/status-filters.tsx";
import { groupsOf, isUnmapped, type StatusSearch } from "../pages/status-groups.ts";
import { StatusesPage } from "../pages/statuses-page.tsx";
import { frameOf } from "./frame-of.ts";

/** What the statuses of back offices mean. */
export function statusRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/statuses", (c) => show(c, parts));
  return app;
}

interface Covered extends StatusOffice {
  readonly rows: readonly StatusCoverage[];
}

async function show(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const connectors = await coveredOffices(c);
  const asked = c.req.query("connector");
  const chosen = connectors.find(({ id }) => id === asked) ?? connectors[0];
  const statuses = chosen?.rows ?? [];
  const lists = { connectors, connector: chosen?.id, statuses, search: searchOf(c) };
  return c.html(<StatusesPage {...frameOf(c, parts)} {...lists} />);
}

/** The back offices that have statuses, those with something to explain first. */
async function coveredOffices(c: Context<ConsoleEnv>): Promise<Covered[]> {
  const { api } = c.var.desk;
  const connectors = (await api.connectors()).filter(takesCases);
  const covered = connectors.map(async ({ id, name }): Promise<Covered> => {
    const rows = await api.coverage(id);
    const groups = groupsOf(rows);
    return { id, name, rows, statuses: groups.length, unmapped: groups.filter(isUnmapped).length };
  });
  return (await Promise.all(covered)).toSorted((one, other) => other.unmapped - one.unmapped);
}

function searchOf(c: Context<ConsoleEnv>): StatusSearch {
  const show = c.req.query("show");
  return {
    service: c.req.query("service") ?? "",
    show: show === "unmapped" || show === "came" ? show : "",
  };
}
