import { type ChasedStage, type Chasing, type DaysQuery, Problem } from "@guildhall/contract";
import { type ChaseCountRow, sumChaseCounts } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { stageOf } from "../process/present.ts";
import { daysOf } from "./days.ts";
import { chaseFindings } from "./findings.ts";
import { grouped } from "./grouped.ts";
import { latestVersion } from "./latest.ts";
import { toldUntil } from "./told.ts";

type Counted = Pick<ChaseCountRow, "stage" | "ended" | "dayInStage" | "kind" | "count">;

/**
 * Tell how often people look at, or ask about, what they sent to a service, at which stage and on which day of it, and
 * which message is missing.
 *
 * Whoever is not of the council is not told numbers from 1 to 4, and all sums are of what they are told.
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
  const rows = await sumChaseCounts(ctx.db, service, days);
  const hides = ctx.actor.kind !== "staff" && ctx.actor.kind !== "platform";
  const stages = stagesOf(rows, hides).map((stage) => ({
    ...stage,
    title: stageOf(version, stage.stage).title,
  }));
  const order = version.definition.stages.map(({ id }) => id);
  return {
    service,
    from: days.from,
    to: days.to,
    views: total(stages, "views"),
    contacts: total(stages, "contacts"),
    stages: stages.toSorted((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage)),
    findings: chaseFindings(stages, await toldUntil(ctx, version)),
  };
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
        ofDay
          .filter(({ kind }) => (kind === "view") === isView)
          .reduce((all, { count }) => all + count, 0);
      return { day, views: shown(sum(true), hides), contacts: shown(sum(false), hides) };
    });
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
