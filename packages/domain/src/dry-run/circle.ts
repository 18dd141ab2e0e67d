import type { DryRun, StartedProcess } from "@guildhall/contract";
import { findOutbox, findProcess, listOutbox } from "@guildhall/store";
import type { Context } from "../context.ts";
import { loadMessageRow } from "../message/load.ts";
import { instant, stageOf } from "../process/present.ts";
import type { Asked } from "./asked.ts";
import { submit } from "./begin.ts";
import { clearFault, type FaultOfCase, planFault, sayFault, seeFault, setFault } from "./fault.ts";
import { goThrough } from "./go-through.ts";
import { DryRunLog, Stopped } from "./log.ts";
import type { Prepared } from "./prepare.ts";
import type { Trial } from "./trial.ts";

interface Round extends Asked {
  readonly id: string;
  readonly begunAt: number;
}

/** A sample's way round: how it stands before it begins, and what to call to let it go. */
export function goRound(prepared: Prepared, round: Round) {
  const { sandbox, service } = prepared;
  let onNews: (run: DryRun) => void = () => undefined;
  let started: StartedProcess | undefined;
  const facts = (): RunFacts => ({ ...round, service: service.definition.id, started });
  const log = new DryRunLog(sandbox.now, () => onNews(resultOf(log, facts(), true)));
  const go = async (told: (run: DryRun) => void): Promise<DryRun> => {
    onNews = told;
    const reference = sandbox.ids.reference(sandbox.tenant.referencePrefix);
    const { fault } = round;
    const set =
      fault && (await planFault(sandbox, service, { fault, reference, desk: prepared.desk }));
    try {
      await setFault(set);
      const submitting = { given: round.answers, desk: prepared.desk, log };
      started = await submit(callingIt(sandbox, reference), service, submitting);
      await passStations(trialOf(prepared, { round, started, log }), set);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      await clearFault(set);
    }
    return resultOf(log, facts(), false);
  };
  return { first: resultOf(log, facts(), true), go };
}

/** The sandbox where the next process has this reference, so that it is known before anything is sent. */
function callingIt(sandbox: Context, reference: string): Context {
  const { ids } = sandbox;
  const drawn = [reference];
  return {
    ...sandbox,
    ids: {
      id: (kind) => ids.id(kind),
      reference: (prefix) => drawn.pop() ?? ids.reference(prefix),
    },
  };
}

function trialOf(
  { live, sandbox, service, desk }: Prepared,
  { round, started, log }: { round: Round; started: StartedProcess; log: DryRunLog },
): Trial {
  const { id: process, reference } = started;
  const { fault, begunAt } = round;
  // What goes wrong costs a second try, or another look.
  const patienceMs = desk.patienceMs * (fault ? 2 : 1);
  const deadline = begunAt + patienceMs;
  return { live, sandbox, service, desk, log, deadline, patienceMs, process, reference, fault };
}

async function passStations(trial: Trial, set: FaultOfCase | undefined): Promise<void> {
  const { log, sandbox, service, process } = trial;
  if (set) sayFault(log, set);
  const found = await findProcess(sandbox.db, process);
  if (found) log.reach(stageOf(service, found.stage));
  try {
    await goThrough(trial);
    if (set) await seeFault(trial, set);
  } finally {
    await readMessages(trial);
  }
}

/** What the citizen would have been written, in the order it was. */
async function readMessages({ sandbox, process, desk, log }: Trial): Promise<void> {
  const owed = (await listOutbox(sandbox.db, [process])).filter(({ kind }) => kind === "message");
  for (const { id } of owed) {
    const row = await findOutbox(sandbox.db, id);
    const message = row && (await loadMessageRow(sandbox, row));
    if (message) log.messages.push({ purpose: message.row.purpose, ...desk.writeMessage(message) });
  }
  const count = log.messages.length;
  const many = `${count === 1 ? "One message" : `${count} messages`} would have gone to the citizen.`;
  if (count === 0)
    log.skip("messages", { sentence: "The citizen left no address, so nothing is written." });
  else log.pass("messages", { sentence: many });
}

interface RunFacts extends Round {
  readonly service: string;
  readonly started: StartedProcess | undefined;
}

function resultOf(log: DryRunLog, facts: RunFacts, isUnderWay: boolean): DryRun {
  const { id, service, begunAt, fault, started } = facts;
  const { steps, answers, documents, theirReferences, stages, messages, ends } = log;
  return {
    id,
    service,
    begunAt: instant(begunAt),
    ...(isUnderWay ? goingOn(log) : judged(log)),
    steps: [...steps],
    ...(fault ? { fault } : {}),
    ...(ends ? { ends } : {}),
    ...(answers ? { answers } : {}),
    ...(started ? { process: started.id, reference: started.reference } : {}),
    documents: [...documents],
    theirReferences: { ...theirReferences },
    stages: stages.map(({ title }) => title),
    stageIds: stages.map((stage) => stage.id),
    messages: [...messages],
  };
}

function goingOn({ steps }: DryRunLog): Pick<DryRun, "outcome" | "verdict"> {
  return { outcome: "running", verdict: steps.at(-1)?.sentence ?? "It begins." };
}

function judged({ steps, ends }: DryRunLog): Pick<DryRun, "outcome" | "verdict"> {
  const failed = steps.find(({ state }) => state === "failed");
  const broken = failed ?? steps.find(({ state }) => state === "waiting");
  if (broken) return { outcome: failed ? "failed" : "waiting", verdict: broken.sentence };
  const verdict =
    ends === "accepted"
      ? "It went round the whole circle."
      : `It ended as it was to: it is ${ends}, for a person to look at.`;
  return { outcome: "passed", verdict };
}
