import type { EventType } from "@guildhall/contract";
import type { ChaseCountRow, EventRow, ProcessRow } from "@guildhall/store";
import { dayAt, dayMs } from "../days.ts";

/** The events that begin a stage. */
export const stageEvents: readonly EventType[] = [
  "process.started",
  "stage.changed",
  "process.ended",
  "process.reopened",
];

/** When a process came to the stage that it stands at. */
export function stageSince(row: ProcessRow, events: readonly EventRow[]): number {
  const begun = events.findLast(({ type }) => stageEvents.some((one) => one === type));
  return begun?.at ?? row.receivedAt;
}

/** Days are counted up to this one, which counts all later ones as well. */
const lastDay = 60;

/** How many whole days a stage had gone on. */
export function dayInStage(since: number, at: number): number {
  return Math.min(lastDay, Math.max(0, Math.floor((at - since) / dayMs)));
}

/** One look or contact, as it is counted: nothing of whose it was. */
export function oneCount(
  place: Pick<ChaseCountRow, "service" | "stage" | "ended" | "kind" | "about">,
  { since, at }: { since: number; at: number },
): ChaseCountRow {
  return { ...place, dayInStage: dayInStage(since, at), day: dayAt(at), count: 1 };
}
