import { TaskState } from "@guildhall/contract";
import type { Context } from "hono";
import type { ConsoleEnv } from "../environment.ts";
import type { TaskFilter } from "./api.ts";

/** Whose work is looked at. */
export const whose = { mine: "Mine", teams: "My teams’", all: "Everybody’s" } as const;
export type Whose = keyof typeof whose;

/** What is looked for, as the address of the page has it. */
export interface WorkSearch {
  readonly whose: Whose;
  readonly service: string;
  readonly team: string;
  readonly assignee: string;
  readonly state: string;
  readonly late: boolean;
  readonly sort: "due" | "newest";
}

export function workSearchOf(c: Context<ConsoleEnv>): WorkSearch {
  const asked = (name: string) => c.req.query(name) ?? "";
  const named = asked("whose");
  return {
    whose: Object.hasOwn(whose, named) ? (named as Whose) : "mine", // It was just looked for.
    service: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(asked("service")) ? asked("service") : "",
    team: asked("team").slice(0, 120),
    assignee: /^(nobody|per_\w{26})$/.test(asked("assignee")) ? asked("assignee") : "",
    state: TaskState.safeParse(asked("state")).data ?? "",
    late: asked("late") === "yes",
    sort: asked("sort") === "newest" ? "newest" : "due",
  };
}

/** The address of the list with something of it changed. */
export function workAddress(root: string, search: WorkSearch, change: Partial<WorkSearch>): string {
  const { late, sort, ...others } = { ...search, ...change };
  const those = { ...others, late: late ? "yes" : "", sort: sort === "due" ? "" : sort };
  const said = Object.entries(those).filter(([, value]) => value !== "");
  return `${root}?${new URLSearchParams(Object.fromEntries(said))}`;
}

/** What the API is asked for; more than once, where somebody has several teams. */
export function filtersOf(search: WorkSearch, teams: readonly string[]): TaskFilter[] {
  const one = filterOf(search);
  if (search.whose !== "teams" || search.team !== "") return [one];
  return teams.map((team) => ({ ...one, team }));
}

function filterOf({
  whose: of,
  service,
  team,
  assignee,
  state,
  late,
  sort,
}: WorkSearch): TaskFilter {
  const asked = TaskState.safeParse(state).data;
  const states = asked === undefined ? (["open", "in-progress"] as const) : [asked];
  const isToDo = asked === undefined || asked === "open" || asked === "in-progress";
  return {
    state: states,
    ...(of === "mine" && { assignee: "me" }),
    ...(of !== "mine" && assignee !== "" && { assignee }),
    ...(service !== "" && { service: [service] }),
    ...(team !== "" && { team }),
    ...(late && isToDo && { overdue: "true" as const }),
    ...(sort === "due" && isToDo && { order: "due" as const }),
  };
}
