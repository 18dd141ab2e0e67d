import type { Task } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import { wayOn } from "../addresses.ts";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Faults } from "../pages/frame.ts";
import { formOf, onceOf } from "../routes/form.ts";
import { frameOf, moreOf } from "../routes/frame-of.ts";
import { ActLookPage, ActPage } from "./act-pages.tsx";
import { doToMany } from "./do-to-many.tsx";
import { actOf, typedAct, wordsForCitizen } from "./read-act.ts";
import { filtersOf, workSearchOf } from "./read-work.ts";
import { WorkPage } from "./work-page.tsx";

type C = Context<ConsoleEnv>;

/** The work: what is to be done, and doing one thing to several tasks. */
export function workRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/work", (c) => list(c, parts));
  app.post("/work/tasks", (c) => act(c, parts));
  return app;
}

async function list(c: C, parts: Parts): Promise<Response> {
  const { api, person } = c.var.desk;
  const search = workSearchOf(c);
  const cursor = c.req.query("cursor");
  const filters = filtersOf(search, person.teams);
  const isOne = filters.length === 1;
  const found = await Promise.all(
    filters.map((filter) => api.tasks(isOne && cursor ? { ...filter, cursor } : filter)),
  );
  const all = found.flatMap(({ data }) => data);
  const tasks = isOne ? all : all.sort(byDay);
  const page = {
    ...frameOf(c, parts),
    search,
    tasks,
    teams: await api.teams(),
    myTeams: person.teams,
    colleagues: await c.var.desk.api.colleagues(),
    services: await servicesOf(c),
    more: isOne ? moreOf(c, found[0]?.nextCursor) : undefined,
    isCut: !isOne && found.some(({ nextCursor }) => nextCursor !== undefined),
    now: parts.now(),
    faults: faultsOf(c, tasks),
  };
  return c.html(<WorkPage {...page} />);
}

/** Whoever pressed a button without a task is led back here, and told so. */
function faultsOf(c: C, [first]: readonly Task[]): Faults {
  const isAsked = c.req.query("choose") === "task" && first !== undefined;
  return isAsked ? { [first.id]: "Choose at least one task" } : {};
}

function byDay(one: Task, other: Task): number {
  return (one.dueAt ?? "9").localeCompare(other.dueAt ?? "9");
}

/** The services that anybody can see; a list of work is filtered by them. */
export async function servicesOf(c: C) {
  return (await c.var.desk.api.services()).map(({ id, title }) => ({ id, title }));
}

/** Ask what exactly is done, show what residents will read of it, do it, and say what became of each task. */
async function act(c: C, parts: Parts): Promise<Response> {
  const { api } = c.var.desk;
  const fields = await formOf(c);
  const back = wayOn(c.var.office.at.root, fieldOf(fields, "back"));
  const ids = [...new Set(fields.get("tasks") ?? [])].slice(0, 100);
  const typed = typedAct(fields);
  if (typed === undefined || ids.length === 0) return c.redirect(chooseAt(back), 303);
  const tasks = await Promise.all(ids.map((id) => api.task(id)));
  const page = { ...frameOf(c, parts), tasks, back, once: onceOf(fields) };
  const ask = async (faults: Faults = {}) => {
    const those = { colleagues: await c.var.desk.api.colleagues(), teams: await api.teams() };
    const shown = { ...page, ...those, typed, faults };
    return c.html(<ActPage {...shown} />, Object.keys(faults).length > 0 ? 400 : 200);
  };
  if (!goesOn(fields)) return ask();
  const read = actOf(typed);
  if ("faults" in read) return ask(read.faults);
  const words = wordsForCitizen(typed);
  if (words !== undefined && fieldOf(fields, "go") !== "send")
    return c.html(<ActLookPage {...page} typed={typed} words={words} />);
  return doToMany(c, parts, { page: { ...page, typed }, act: read.act });
}

function goesOn(fields: Fields): boolean {
  return ["on", "send"].includes(fieldOf(fields, "go") ?? "");
}

function chooseAt(back: string): string {
  return `${back}${back.includes("?") ? "&" : "?"}choose=task`;
}
