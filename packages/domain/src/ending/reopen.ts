import { type NotFixed, type NotFixedSaid, Problem } from "@guildhall/contract";
import { addWorkingDays } from "@guildhall/process";
import {
  findConnector,
  insertNote,
  insertNotFixed,
  listCases,
  type NoteRow,
  type ProcessRow,
  reopenProcess,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { showPlace } from "../nearby/show.ts";
import { openTask } from "../process/run.ts";
import { talkedOf } from "../process/talked-of.ts";
import { notFixedStep } from "../task/raise.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

interface Reopening {
  readonly service: CompiledService;
  readonly rule: NotFixed;
  readonly words: string;
}

/**
 * Open a process again with what its citizen says is not fixed.
 *
 * There is a task of the service's own for it, so that it ends again as it would have: when that is done, or when the
 * back office says so. A back office that takes notes is told by itself; of one that takes none, the task says so.
 */
export async function reopen(
  ctx: Context,
  row: ProcessRow,
  { service: { definition }, rule, words }: Reopening,
): Promise<NotFixedSaid> {
  const process = await talkedOf(ctx, row);
  const at = ctx.now();
  const { firstResponseWorkingDays: days } = definition.target;
  const respondBy = addWorkingDays(new Date(at), days).getTime();
  const [first] = definition.stages;
  const stage = definition.stages.find(({ id }) => id === rule.stage) ?? first;
  return change(ctx, async (unit) => {
    const { tx } = unit;
    const to = { stage: stage?.id ?? row.stage, respondBy };
    if (!(await reopenProcess(tx, row.id, to))) throw new Problem("process-open");
    await insertNotFixed(tx, { id: ctx.ids.id("nfx"), process: row.id, rule: "reopen", at });
    const note = await noteOf(unit, row.id, words);
    await callTeam(unit, process, days);
    await showPlace(unit, process);
    const data = { stage: to.stage };
    await tell(unit, { type: "process.reopened", process, subject: row.id, data });
    // The message that it is open again says all that there is to say.
    const visible = { visible: true };
    const noted = { type: "note.added", process, subject: note.id, data: visible } as const;
    await tell(unit, { ...noted, quiet: true });
    return { rule: "reopen" };
  });
}

async function noteOf({ ctx, tx }: Unit, process: string, contents: string): Promise<NoteRow> {
  const author = ctx.actor.name;
  const id = ctx.ids.id("not");
  const note = { id, process, visible: true, author, contents, at: ctx.now() };
  await insertNote(tx, note);
  return note;
}

/** Give the team that did the last of the work a task. */
async function callTeam(unit: Unit, process: TalkedOf, dueWorkingDays: number): Promise<void> {
  const { steps } = process.service.definition;
  const team = steps.findLast((step) => step.kind === "task")?.team;
  const untold = await listUntold(unit, process);
  const said = "The citizen says that it is not fixed";
  const title = untold.length === 0 ? said : `${said}. Tell ${untold.join(" and ")}`;
  await openTask(unit, process.id, {
    id: notFixedStep,
    title,
    dueWorkingDays,
    ...(team === undefined ? {} : { team }),
  });
}

/** The back offices with a case of it that take no notes. */
async function listUntold({ tx }: Unit, { id }: TalkedOf): Promise<string[]> {
  const names = new Set<string>();
  for (const { destination } of await listCases(tx, id)) {
    const definition = (await findConnector(tx, destination))?.definition;
    if (!definition?.follows.includes("note")) names.add(definition?.name ?? destination);
  }
  return [...names];
}
