import { Problem, type TeamWorkload, type Workload } from "@guildhall/contract";
import {
  countOpen,
  countWorkload,
  findPeople,
  groupStuck,
  listOpenAlarms,
  type WorkloadRow,
} from "@guildhall/store";
import { grouped } from "../chase/grouped.ts";
import { type Context, requireScope } from "../context.ts";

/**
 * Count what is late, stuck, held and unowned now, and what each team and person has still to do.
 *
 * Who of a team has how much, the council's own staff see and nobody else.
 */
export async function getWorkload(ctx: Context): Promise<Workload> {
  requireScope(ctx, "tasks:read");
  if (ctx.only) throw new Problem("scope-missing");
  const { db } = ctx;
  const rows = await countWorkload(db, ctx.now());
  const stuck = await groupStuck(db);
  const alarms = await listOpenAlarms(db);
  return {
    processes: await countOpen(db, ctx.now()),
    tasks: { ...toDo(rows), unowned: unownedOf(rows) },
    deliveries: {
      stuck: sum(stuck.filter(({ state }) => state !== "held")),
      held: sum(stuck.filter(({ state }) => state === "held")),
    },
    alarms: alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
    teams: await teamsOf(ctx, rows),
  };
}

async function teamsOf({ actor, db }: Context, rows: readonly WorkloadRow[]) {
  const owners = rows.flatMap(({ assignee }) => assignee ?? []);
  const isStaff = actor.kind === "staff";
  const known = isStaff ? await findPeople(db, [...new Set(owners)]) : [];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const teams = [...grouped(rows, ({ team }) => team)].map(([team, those]): TeamWorkload => {
    const people = those.flatMap(({ assignee, open, overdue }) => {
      const name = names.get(assignee ?? "");
      return assignee === null || name === undefined ? [] : [{ id: assignee, name, open, overdue }];
    });
    const named = team === null ? {} : { team };
    return { ...named, ...toDo(those), unowned: unownedOf(those), people };
  });
  return teams.toSorted((one, other) => other.open - one.open);
}

function toDo(rows: readonly WorkloadRow[]) {
  return {
    open: rows.reduce((all, { open }) => all + open, 0),
    overdue: rows.reduce((all, { overdue }) => all + overdue, 0),
  };
}

function unownedOf(rows: readonly WorkloadRow[]): number {
  return toDo(rows.filter(({ assignee }) => assignee === null)).open;
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
