import { setImmediate } from "node:timers/promises";
import { type Figure, type FiguresQuery, Problem } from "@guildhall/contract";
import { type Counted, countContacts, countEnded, countReceived, type Db } from "@guildhall/store";
import { latestVersion } from "../chase/latest.ts";
import { type Context, requireScope } from "../context.ts";
import { daysOf } from "../days.ts";
import { type Period, periodsOf } from "./periods.ts";
import { Tally } from "./tally.ts";

type Group = Figure["group"];
type Rows = Map<Group, Map<string, Tally>>;

/**
 * Count what was received and done in these days: in all, by month or week, by service, channel and ward.
 *
 * Whoever may list every task may count them, so nothing is hidden. A year is read a week at a time from indexes alone,
 * and others are served between the weeks.
 *
 * @throws Problem `request-invalid` (the days)
 */
export async function getFigures(
  ctx: Context,
  { by, from, to, ...filter }: FiguresQuery,
): Promise<{ data: Figure[] }> {
  requireScope(ctx, "tasks:read");
  if (ctx.only) throw new Problem("scope-missing");
  const rows: Rows = new Map([["all", new Map([["", new Tally()]])]]);
  for (const period of periodsOf(daysOf(ctx, { from, to }), by)) {
    await setImmediate();
    await count(ctx, rows, { period, by, filter });
  }
  return { data: await present(ctx, rows) };
}

interface Counting {
  readonly period: Period;
  readonly by: FiguresQuery["by"];
  readonly filter: Pick<FiguresQuery, "service" | "channel" | "ward">;
}

async function count({ db }: Context, rows: Rows, { period, by, filter }: Counting): Promise<void> {
  const inTime = [tallyOf(rows, "all", ""), tallyOf(rows, by, period.name)];
  const those = ({ service, channel, ward }: Counted) => [
    ...inTime,
    tallyOf(rows, "service", service),
    tallyOf(rows, "channel", channel),
    tallyOf(rows, "ward", ward ?? ""),
  ];
  for (const row of await countReceived(db, { ...period, ...filter }))
    for (const tally of those(row)) tally.addReceived(row.count);
  for (const row of await countEnded(db, { ...period, ...filter }))
    for (const tally of those(row)) tally.addEnded(row);
  // A contact says nothing of the channel or the ward of whose it is.
  if (filter.channel === undefined && filter.ward === undefined)
    await countChased(db, rows, { period, inTime, service: filter.service });
}

interface Chasing {
  readonly period: Period;
  readonly inTime: readonly Tally[];
  readonly service: string | undefined;
}

async function countChased(
  db: Db,
  rows: Rows,
  { period, inTime, service }: Chasing,
): Promise<void> {
  for (const tally of inTime) tally.addChased(0);
  for (const row of await countContacts(db, { ...period, service }))
    for (const tally of [...inTime, tallyOf(rows, "service", row.service)])
      tally.addChased(row.count);
}

function tallyOf(rows: Rows, group: Group, of: string): Tally {
  const known = rows.get(group) ?? new Map<string, Tally>();
  rows.set(group, known);
  const tally = known.get(of) ?? new Tally();
  known.set(of, tally);
  return tally;
}

/** Times in their order, and the rest the most received first. */
async function present(ctx: Context, rows: Rows): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [group, tallies] of rows) {
    const those: Figure[] = [];
    for (const [of, tally] of tallies)
      those.push({ group, of, title: await titleOf(ctx, group, of), ...tally.figures });
    const isTime = group === "month" || group === "week";
    figures.push(...(isTime ? those : those.toSorted((one, two) => two.received - one.received)));
  }
  return figures;
}

const channelTitles: Readonly<Record<string, string>> = {
  online: "Online",
  phone: "By phone",
  "in-person": "In person",
  letter: "By letter",
  api: "From another system",
};

async function titleOf(ctx: Context, group: Group, of: string): Promise<string> {
  if (group === "all") return "All";
  if (group === "service") return (await latestVersion(ctx, of)).definition.title;
  if (group === "channel") return channelTitles[of] ?? of;
  return group === "ward" && of === "" ? "No ward" : of;
}
