import { Problem, type ProcessStatus, type Stage } from "@guildhall/contract";
import { type EventRow, findProcesses, listFollowed, listNotes } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant, stageOf } from "./present.ts";

/** Something that a citizen was told of a process: a note that they may see, a stage, or the end. */
export interface Update {
  readonly id: string;
  readonly reference: string;
  readonly at: string;
  /** What it made of the process; a note makes nothing of it. */
  readonly status: "unchanged" | "open" | "in-progress" | Exclude<ProcessStatus, "open">;
  readonly stage?: Stage;
  readonly text: string;
}

/** Updates of a time, both ends with it. */
export interface UpdateWindow {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

/**
 * List what citizens were told in a time, oldest first.
 *
 * Whoever may read processes and notes is given all of it. Anyone else who may submit is given what their own
 * submissions came to: they hold the tracking keys of these, and could read each of them as its citizen does.
 */
export async function listUpdates(ctx: Context, window: UpdateWindow): Promise<Update[]> {
  const readsAll = ctx.scopes.has("processes:read") && ctx.scopes.has("notes:read");
  if (!readsAll) requireScope(ctx, "processes:write");
  if (ctx.only) throw new Problem("scope-missing");
  const startedBy = readsAll ? undefined : ctx.actor.id;
  const rows = await listFollowed(ctx.db, { ...window, startedBy });
  return present(ctx, rows);
}

async function present(ctx: Context, rows: readonly EventRow[]): Promise<Update[]> {
  const ids = [...new Set(rows.flatMap(({ process }) => process ?? []))];
  const processes = new Map((await findProcesses(ctx.db, ids)).map((row) => [row.id, row]));
  const notes = await visibleNotes(ctx, rows);
  const updates: Update[] = [];
  for (const row of rows) {
    const process = processes.get(row.process ?? "");
    if (!process) continue;
    const { reference } = process;
    const common = { reference, at: instant(row.at) };
    const note = notes.get(row.subject);
    if (row.type !== "note.added") {
      const service = await ctx.catalogue.version(process.service, process.version);
      updates.push({ ...common, id: `evt_${row.seq}`, ...changeOf(row, service) });
    } else if (note !== undefined)
      updates.push({ ...common, id: row.subject, status: "unchanged", text: note });
  }
  return updates;
}

type Told = Parameters<typeof stageOf>[0];

/** A stage or an end, in the words that the citizen read. */
function changeOf(row: EventRow, service: Told): Pick<Update, "status" | "stage" | "text"> {
  // Appended by `tell`, as its timeline reads it.
  const data = JSON.parse(row.data) as {
    stage: string;
    text?: string;
    status?: Exclude<ProcessStatus, "open">;
  };
  const stage = stageOf(service, data.stage);
  const words = data.text ?? stage.text;
  const begins = service.definition.stages[0]?.id === stage.id;
  return {
    status: data.status ?? (begins ? "open" : "in-progress"),
    stage,
    text: words === undefined ? stage.title : `${stage.title}\n\n${words}`,
  };
}

async function visibleNotes(
  ctx: Context,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, string>> {
  const noted = rows.filter(({ type }) => type === "note.added");
  const processes = new Set(noted.flatMap(({ process }) => process ?? []));
  const found = new Map<string, string>();
  for (const process of processes) {
    for (const { id, visible, contents } of await listNotes(ctx.db, process))
      if (visible) found.set(id, contents);
  }
  return found;
}
