import type { ConnectorDefinition, StatusRow } from "@guildhall/contract";
import { findConnector, findProcess, listNotes, listTasks } from "@guildhall/store";
import { stageOf } from "../process/present.ts";
import { madeUpStatus, type Officer } from "./desk.ts";
import { notesBack } from "./fault.ts";
import type { Delivered } from "./look-up.ts";
import { giveTime, type Trial, until } from "./trial.ts";
import { waitOf } from "./waits.ts";
import { officerWords } from "./words.ts";

/** A case at a simulator, and who works it there. */
export interface Worked extends Delivered {
  readonly officer: Officer;
  readonly name: string;
  readonly statuses: readonly StatusRow[];
  /** What they call a status. */
  wordsOf(external: string): string;
}

/** Have the simulator's officer take up the first case that one works, and see that what they do comes back. */
export async function takeUp(
  trial: Trial,
  cases: readonly Delivered[],
): Promise<Worked | undefined> {
  for (const delivered of cases) {
    const worked = await workedOf(trial, delivered);
    if (!worked) continue;
    const isFirst = notesTried(trial) === 0;
    await addNote(trial, worked);
    if (isFirst && trial.fault === "unknown-status") await goAstray(trial, worked);
    await moveOn(trial, worked);
    return worked;
  }
  return undefined;
}

function notesTried({ log }: Trial): number {
  return log.steps.filter(({ step }) => step === "note").length;
}

async function workedOf(trial: Trial, delivered: Delivered): Promise<Worked | undefined> {
  const { sandbox, desk, service } = trial;
  const connector: ConnectorDefinition | undefined = (
    await findConnector(sandbox.db, delivered.connector)
  )?.definition;
  const officer = connector && desk.officerOf(connector);
  if (!officer) return undefined;
  // What counts only after another status is left to real cases.
  const statuses = [...service.definition.statuses, ...connector.statuses].filter(
    ({ after }) => after === undefined,
  );
  const known = new Map(connector.knownStatuses.map(({ code, text }) => [code, text]));
  const wordsOf = (external: string) => known.get(external) ?? external;
  return { ...delivered, officer, name: connector.name, statuses, wordsOf };
}

async function addNote(trial: Trial, { officer, reference, connector, name }: Worked) {
  const { sandbox, process, log } = trial;
  if (!(await officer.note(reference, officerWords)))
    return log.skip("note", { connector, sentence: `Officers of ${name} write no notes there.` });
  const isThere = async () => {
    const notes = await listNotes(sandbox.db, process);
    const theirs = notes.filter(({ contents }) => contents.includes(officerWords));
    return theirs.length > notesBack(log) ? true : undefined;
  };
  if (await until(trial, isThere))
    return log.pass("note", {
      connector,
      sentence: `A note by their officer came back: “${officerWords}”`,
    });
  const sentence = "The note that their officer wrote had not come back when time was up.";
  return log.stop("note", "waiting", { connector, sentence });
}

/** Have the officer choose a status that nobody has named, and see that it is not lost and moves nothing. */
async function goAstray(trial: Trial, { officer, reference, connector, name }: Worked) {
  const { sandbox, process, log } = trial;
  if (!(await officer.move(reference, madeUpStatus))) {
    const sentence = `Officers of ${name} can choose no status that is not in its lists.`;
    return log.stop("fault", "failed", { connector, sentence });
  }
  const task = await until(trial, async () =>
    (await listTasks(sandbox.db, process)).find(({ step }) => step === "status-unmapped"),
  );
  if (!task) {
    const sentence = "The status that nobody has named had not come back when time was up.";
    return log.stop("fault", "waiting", { connector, sentence });
  }
  const sentence = `Their officer chose a status that nobody has said the meaning of. The citizen is told nothing, and a person has the task “${task.title}”.`;
  return log.pass("fault", { connector, sentence });
}

async function moveOn(trial: Trial, worked: Worked): Promise<void> {
  const { log, process, sandbox, service } = trial;
  const { connector, name, statuses, officer, reference } = worked;
  const stage = (await findProcess(sandbox.db, process))?.stage;
  const wanted = (await waitOf(trial))?.stage;
  const moves = statuses
    .filter((row) => !row.ends && row.stage !== undefined && row.stage !== stage)
    .toSorted((one, other) => Number(other.stage === wanted) - Number(one.stage === wanted));
  const row = await firstThat(moves, ({ external }) => officer.move(reference, external));
  if (!row)
    return log.skip("status", {
      connector,
      sentence: `No status of ${name} that its table knows leads to another stage.`,
    });
  const isReached = async () =>
    (await findProcess(sandbox.db, process))?.stage === row.stage ? true : undefined;
  if (!(await until(trial, isReached)))
    return log.stop("status", "waiting", {
      connector,
      sentence: `The status “${worked.wordsOf(row.external)}” had not come back when time was up.`,
    });
  const reached = stageOf(service, row.stage ?? "");
  log.reach(reached);
  const { title } = reached;
  const isOn = wanted !== undefined && wanted === row.stage;
  const then = isOn ? " The steps that waited for that began." : "";
  const sentence = `Their status “${worked.wordsOf(row.external)}” came back as “${title}”.${then}`;
  return log.pass("status", { connector, sentence });
}

/** Have the simulator's officer complete a case, and see that the end comes back. */
export async function complete(trial: Trial, worked: Worked): Promise<void> {
  const { log, process, sandbox, service } = trial;
  const { connector, name, statuses, officer, reference } = worked;
  const endings = statuses.filter(({ ends }) => ends !== undefined);
  const waited = await waitOf(trial);
  const row = await firstThat(endings, ({ external }) => officer.end(reference, external));
  if (!row)
    return log.skip("completion", {
      connector,
      sentence: `No status of ${name} that its table knows ends the case.`,
    });
  const ended = await until(trial, async () => {
    const found = await findProcess(sandbox.db, process);
    const isOver = waited !== undefined && (await waitOf(trial))?.id !== waited.id;
    return found && (found.status !== "open" || isOver) ? found : undefined;
  });
  if (!ended)
    return log.stop("completion", "waiting", {
      connector,
      sentence: `The end, “${worked.wordsOf(row.external)}”, had not come back when time was up.`,
    });
  const reached = stageOf(service, ended.stage);
  log.reach(reached);
  const { title } = reached;
  const sentence =
    ended.status === "open"
      ? `Their officer completed it: “${title}”. The steps that waited for that began.`
      : `Their officer completed it: “${title}” (${ended.status}).`;
  giveTime(trial);
  return log.pass("completion", { connector, sentence });
}

async function firstThat<T>(
  items: readonly T[],
  suits: (item: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const item of items) if (await suits(item)) return item;
  return undefined;
}
