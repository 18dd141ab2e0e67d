import { type ChasedStage, type Chasing, type DaysQuery, Problem } from "@guildhall/contract";
import { type ChaseCountRow, sumChaseCounts } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { type Days, daysOf, monthsOf } from "../days.ts";
import { stageOf } from "../process/present.ts";
import { chaseFindings } from "./findings.ts";
import { grouped } from "./grouped.ts";
import { latestVersion } from "./latest.ts";
import { toldUntil } from "./told.ts";

interface Counted extends Pick<ChaseCountRow, "stage" | "ended" | "dayInStage" | "kind" | "count"> {
  /** Of which of the times it is that numbers are told or hidden of. */
  readonly part: number;
}

/**
 * Tell how often people look at, or ask about, what they sent to a service, at which stage and on which day of it, and
 * which message is missing.
 *
 * Whoever is not of the council is told of finished months alone, of none of them numbers from 1 to 4, and all sums are
 * of what they are told: so no two answers, for other days or asked at another time, make out what is hidden.
 *
 * @throws Problem `not-found` (service), `request-invalid` (the days)
 */
export async function getChasing(
  ctx: Context,
  service: string,
  query: DaysQuery,
): Promise<Chasing> {
  requireScope(ctx, "services:read");
  if (ctx.only) throw new Problem("scope-missing");
  const version = await latestVersion(ctx, service);
  const days = daysOf(ctx, query);
  const hides = ctx.actor.kind !== "staff" && ctx.actor.kind !== "platform";
  const parts = hides ? monthsOf(ctx, days) : [days];
  const rows = await countedIn(ctx, service, parts);
  const stages = stagesOf(rows, hides).map((stage) => ({
    ...stage,
    title: stageOf(version, stage.stage).title,
  }));
  const order = version.definition.stages.map(({ id }) => id);
  return {
    service,
    from: parts[0]?.from ?? days.from,
    to: parts.at(-1)?.to ?? days.to,
    views: total(stages, "views"),
    contacts: total(stages, "contacts"),
    stages: stages.toSorted((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage)),
    findings: chaseFindings(stages, await toldUntil(ctx, version)),
  };
}

async function countedIn(
  { db }: Context,
  service: string,
  parts: readonly Days[],
): Promise<Counted[]> {
  const counted = parts.map(async (days, part) =>
    (await sumChaseCounts(db, service, days)).map((row) => ({ ...row, part })),
  );
  return (await Promise.all(counted)).flat();
}

function stagesOf(rows: readonly Counted[], hides: boolean): Omit<ChasedStage, "title">[] {
  const byStage = grouped(rows, ({ stage, ended }) => `${stage} ${ended}`);
  return [...byStage.values()].flatMap((ofStage) => {
    const [first] = ofStage;
    if (!first) return [];
    const days = daysIn(ofStage, hides);
    const { stage, ended } = first;
    return [{ stage, ended, views: total(days, "views"), contacts: total(days, "contacts"), days }];
  });
}

function daysIn(rows: readonly Counted[], hides: boolean): ChasedStage["days"] {
  const byDay = grouped(rows, ({ dayInStage }) => dayInStage);
  return [...byDay]
    .toSorted(([one], [other]) => one - other)
    .map(([day, ofDay]) => {
      const sum = (isView: boolean) =>
        sumOf(
          ofDay.filter(({ kind }) => (kind === "view") === isView),
          hides,
        );
      return { day, views: sum(true), contacts: sum(false) };
    });
}

/** The sum of what is shown of each part; null where nothing of it is. */
function sumOf(rows: readonly Counted[], hides: boolean): number | null {
  const parts = [...grouped(rows, ({ part }) => part).values()].map((ofPart) =>
    shown(
      ofPart.reduce((all, { count }) => all + count, 0),
      hides,
    ),
  );
  const sum = parts.reduce<number>((all, one) => all + (one ?? 0), 0);
  return sum === 0 && parts.includes(null) ? null : sum;
}

const fewestShown = 5;

function shown(count: number, hides: boolean): number | null {
  return hides && count > 0 && count < fewestShown ? null : count;
}

/** The sum of what is shown; null where nothing of it is. */
function total(
  parts: readonly Pick<ChasedStage, "views" | "contacts">[],
  of: "views" | "contacts",
): number | null {
  const sum = parts.reduce((all, part) => all + (part[of] ?? 0), 0);
  return sum === 0 && parts.some((part) => part[of] === null) ? null : sum;
}
