import type { DryRun, NewDryRun, StartedProcess } from "@guildhall/contract";
import { findOutbox, findProcess, listOutbox } from "@guildhall/store";
import { asPlatform, type Context, requireScope } from "../context.ts";
import { loadMessageRow } from "../message/load.ts";
import { stageOf } from "../process/present.ts";
import { inSandbox, submit, toTry } from "./begin.ts";
import { followDeliveries } from "./deliver.ts";
import type { DryRunDesk } from "./desk.ts";
import { DryRunLog, Stopped } from "./log.ts";
import type { Trial } from "./trial.ts";
import { workCase } from "./work-case.ts";

/**
 * Send a sample through the whole circle and say at each station what happened.
 *
 * It goes through the sandbox: over the wire to the simulators of the council's back offices, whose officer works it,
 * and back by grant or poll. No citizen and nothing of the tenant's own is touched; a live back office is asked for a
 * case that nobody has, and told nothing.
 *
 * @throws Problem `not-found` (service, version), `request-invalid` (a definition that cannot work)
 */
export async function dryRun(
  ctx: Context,
  service: string,
  input: NewDryRun,
  desk: DryRunDesk,
): Promise<DryRun> {
  requireScope(ctx, "services:write");
  const definition = await toTry(ctx, service, input);
  const sandbox = asPlatform(await desk.sandboxFor(ctx));
  sandbox.catalogue.lookAgain();
  const compiled = await inSandbox(sandbox, service, definition);
  const log = new DryRunLog(sandbox.now);
  const deadline = sandbox.now() + desk.patienceMs;
  let started: StartedProcess | undefined;
  try {
    started = await submit(sandbox, compiled, input.answers, log);
    const { id: process } = started;
    await goRound({ sandbox, live: ctx, service: compiled, process, desk, log, deadline }, started);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return resultOf(service, log, started);
}

async function goRound(trial: Trial, { payment }: StartedProcess): Promise<void> {
  const { log, sandbox, service, process, desk } = trial;
  const found = await findProcess(sandbox.db, process);
  if (found) log.reach(stageOf(service, found.stage).title);
  if (payment) {
    await desk.pay(sandbox, process);
    log.pass("payment", { sentence: "It was paid with the simulator's card." });
  }
  try {
    await workCase(trial, await followDeliveries(trial));
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

function resultOf(service: string, log: DryRunLog, started: StartedProcess | undefined): DryRun {
  const { steps, documents, theirReferences, stages, messages } = log;
  const failed = steps.find(({ state }) => state === "failed");
  const broken = failed ?? steps.find(({ state }) => state === "waiting");
  return {
    service,
    outcome: failed ? "failed" : broken ? "waiting" : "passed",
    verdict: broken ? broken.sentence : "It went round the whole circle.",
    steps,
    ...(started ? { process: started.id, reference: started.reference } : {}),
    documents,
    theirReferences,
    stages,
    messages,
  };
}
