import { type EventRow, listOutbox, listToldOf } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { followerPurpose } from "../follower/update.ts";
import { timeOfId } from "../ids.ts";
import { grouped } from "./grouped.ts";
import { dayInStage, stageEvents } from "./stage-since.ts";

/** A time that a process stood at a stage, and the last day of it on which its citizen was sent something. */
interface Stay {
  readonly stage: string;
  readonly from: number;
  readonly to: number;
  lastTold: number;
}

type Happening = Pick<EventRow, "process" | "type" | "at" | "data">;

const mostProcesses = 200;

/**
 * Until which day of each stage most citizens of a service were sent something, by its latest processes.
 *
 * Three in four have heard nothing later; the message at a stage's beginning is of day 0.
 */
export async function toldUntil(
  { db }: Context,
  { definition: { id, stages } }: Pick<CompiledService, "definition">,
): Promise<ReadonlyMap<string, number>> {
  const events = await listToldOf(db, id, { types: stageEvents, most: mostProcesses });
  const first = stages[0]?.id ?? "";
  const stays = new Map(
    [...grouped(events, ({ process }) => process ?? "")].map(
      ([process, happened]) => [process, staysIn(happened, first)] as const,
    ),
  );
  for (const row of await listOutbox(db, [...stays.keys()]))
    if (row.kind === "message" && row.purpose !== followerPurpose)
      noteTold(stays.get(row.process) ?? [], timeOfId(row.id));
  return quartiles([...stays.values()].flat());
}

/** The stages of one process: each lasts until the next begins, and what has ended waits for nothing. */
function staysIn(happened: readonly Happening[], first: string): Stay[] {
  return happened.flatMap(({ type, at, data }, place): Stay[] => {
    if (type === "process.ended") return [];
    const { stage }: { stage?: unknown } = JSON.parse(data);
    const to = happened[place + 1]?.at ?? Number.POSITIVE_INFINITY;
    return [{ stage: typeof stage === "string" ? stage : first, from: at, to, lastTold: 0 }];
  });
}

function noteTold(stays: readonly Stay[], at: number): void {
  const stay = stays.findLast(({ from, to }) => from <= at && at <= to);
  if (stay) stay.lastTold = Math.max(stay.lastTold, dayInStage(stay.from, at));
}

function quartiles(stays: readonly Stay[]): Map<string, number> {
  return new Map(
    [...grouped(stays, ({ stage }) => stage)].map(([stage, ofStage]) => {
      const days = ofStage.map(({ lastTold }) => lastTold).toSorted((one, other) => one - other);
      return [stage, days[Math.ceil(days.length * 0.75) - 1] ?? 0] as const;
    }),
  );
}
