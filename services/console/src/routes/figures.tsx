import { Channel, Slug } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { FiguresPage } from "../pages/figures-page.tsx";
import type { FigureSearch } from "../platform/work-api.ts";
import { daysIn } from "./days-in.ts";
import { frameOf } from "./frame-of.ts";

/** Figures: on a page, and as a spreadsheet. */
export function figureRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/figures", (c) => show(c, parts));
  app.get("/figures.csv", async (c) => {
    const response = await c.var.desk.api.figureSheet(searchOf(c, parts.now()));
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
  const search = searchOf(c, parts.now());
  const { service, channel, ward, ...time } = search;
  const figures = await api.figures(search);
  const isFiltered = [service, channel, ward].some((one) => one !== undefined);
  const page = {
    ...frameOf(c, parts),
    search,
    from: search.from ?? "",
    to: search.to ?? "",
    figures,
    everything: isFiltered ? await api.figures(time) : figures,
    sheet: `${c.var.office.at.figureSheet}?${new URLSearchParams({ ...search })}`,
  };
  return c.html(<FiguresPage {...page} />);
}

const dayMs = 86_400_000;
const usualDays = 91;

/** What the address asks for, or the last quarter; whatever it has besides is passed over. */
function searchOf(c: Context<ConsoleEnv>, now: Date): FigureSearch {
  const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const usual = {
    from: dateOf(now.getTime() - (usualDays - 1) * dayMs),
    to: dateOf(now.getTime()),
  };
  const service = Slug.safeParse(c.req.query("service")).data;
  const channel = Channel.safeParse(c.req.query("channel")).data;
  const ward = (c.req.query("ward") ?? "").slice(0, 200);
  return {
    ...usual,
    ...daysIn(c),
    by: c.req.query("by") === "week" ? "week" : "month",
    ...(service && { service }),
    ...(channel && { channel }),
    ...(ward && { ward }),
  };
}
