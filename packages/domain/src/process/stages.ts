import type { TrackedStage } from "@guildhall/contract";
import type { EventRow, ProcessRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { stageOf } from "./present.ts";

/**
 * Tell where a process is among the stages of its service: those that it came through, where it stands, and what its
 * service has after that.
 *
 * A stage that was passed over is not shown as one that it came through. One that it came back to stands where it was
 * first; once it has ended nothing is ahead. Stages that only end a request are no steps on its way: one of them comes,
 * and which is not known before.
 */
export function stagesOf(
  { stage: now, status }: Pick<ProcessRow, "stage" | "status">,
  events: readonly EventRow[],
  service: CompiledService,
  ends: ReadonlySet<string>,
): TrackedStage[] {
  const { stages } = service.definition;
  const seen = new Set([stages[0]?.id ?? now, ...events.flatMap(stageIn)]);
  seen.delete(now);
  const past = [...seen].map((id) => ({ id, state: "past" as const }));
  const place = stages.findIndex(({ id }) => id === now);
  const ahead = status === "open" && place >= 0 ? stages.slice(place + 1) : [];
  const coming = ahead.filter(({ id }) => !seen.has(id) && !ends.has(id));
  return [
    ...past,
    { id: now, state: "now" as const },
    ...coming.map(({ id }) => ({ id, state: "ahead" as const })),
  ].map(({ id, state }) => ({ id, title: stageOf(service, id).title, state }));
}

/**
 * Find the stages of a service that end a request: those that a status table says do, its own or that of a back office
 * that it goes to, and the one that a request comes to when all its steps are done.
 */
export async function endStages(
  { catalogue }: Pick<Context, "catalogue">,
  { definition: { stages, statuses, mappings } }: CompiledService,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(mappings.map(({ connector }) => connector))];
  const connectors = await Promise.all(ids.map((id) => catalogue.connector(id)));
  const rows = [...statuses, ...connectors.flatMap((one) => one?.statuses ?? [])];
  const named = rows.flatMap(({ ends, stage }) => (ends && stage !== undefined ? [stage] : []));
  return new Set([...named, ...stages.slice(-1).map(({ id }) => id)]);
}

function stageIn({ type, data }: EventRow): string[] {
  if (type !== "stage.changed") return [];
  const { stage } = JSON.parse(data) as { stage?: unknown };
  return typeof stage === "string" ? [stage] : [];
}
