import { Problem, type Task } from "@guildhall/contract";
import {
  findTask,
  listAllTasks as listRows,
  listTasksByDay,
  type TaskFilter,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentTasks } from "./present.ts";

export interface TaskQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: readonly Task["state"][] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly team?: string | undefined;
  /** The id of a person, or `me`, or `nobody`. */
  readonly assignee?: string | undefined;
  readonly process?: string | undefined;
  readonly dueBefore?: string | undefined;
  /** Those that are still to do and should have been done. */
  readonly overdue?: boolean | undefined;
  readonly updatedSince?: string | undefined;
  /** Soonest due first, of those that are still to do. */
  readonly order?: "due" | undefined;
}

const stillToDo = ["open", "in-progress"] as const;

/**
 * List the tasks of all processes, newest first or soonest due first; a token for one process lists nothing.
 *
 * @throws Problem `request-invalid` (a cursor of another list, or a way to ask that is not for this caller)
 */
export async function listAllTasks(
  ctx: Context,
  query: TaskQuery,
): Promise<{ data: Task[]; nextCursor?: string }> {
  requireScope(ctx, "tasks:read");
  if (ctx.only) throw new Problem("scope-missing");
  const filter = filterOf(ctx, query);
  if (query.cursor !== undefined && query.order === "due") await checkCursor(ctx, query.cursor);
  const list = query.order === "due" ? listTasksByDay : listRows;
  const { rows, next } = await list(ctx.db, filter);
  const data = await presentTasks(ctx, rows);
  return next === undefined ? { data } : { data, nextCursor: next };
}

function filterOf(
  ctx: Context,
  { cursor, service, dueBefore, updatedSince, ...query }: TaskQuery,
): TaskFilter {
  const { limit, team, process } = query;
  const late = query.overdue ? ctx.now() : undefined;
  const dueAt = moment(dueBefore);
  return {
    limit,
    team,
    process,
    before: cursor,
    states: statesOf(query),
    services: service,
    assignee: assigneeOf(ctx, query.assignee),
    dueBefore: late === undefined ? dueAt : Math.min(late, dueAt ?? late),
    updatedSince: moment(updatedSince),
  };
}

/** What is overdue, and what is listed by its day, is still to do. */
function statesOf({ state, overdue, order }: TaskQuery): TaskFilter["states"] {
  if (!overdue && order !== "due") return state;
  const isEnded = (one: Task["state"]) => one === "completed" || one === "cancelled";
  if (state?.some(isEnded)) throw invalid("/state");
  return state ?? stillToDo;
}

/** Whose they are, staff ask alone: nobody else is told, or can find out by asking. */
function assigneeOf({ actor }: Context, asked: string | undefined): string | null | undefined {
  if (asked === undefined) return undefined;
  if (actor.kind !== "staff") throw new Problem("scope-missing");
  if (asked === "nobody") return null;
  return asked === "me" ? actor.id : asked;
}

async function checkCursor({ db }: Context, cursor: string): Promise<void> {
  if (!(await findTask(db, cursor))) throw invalid("/cursor");
}

function invalid(pointer: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer, code: "invalid-format" }] });
}

function moment(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
