import type { ConnectorDefinition, DryRunFault } from "@guildhall/contract";
import {
  type EventRow,
  findConnector,
  listAttempts,
  listEvents,
  listNotes,
  type OutboxRow,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import type { DryRunDesk, Misbehaviour } from "./desk.ts";
import type { DryRunLog } from "./log.ts";
import type { Trial } from "./trial.ts";
import { officerWords } from "./words.ts";

/** A fault that one case is to meet, at each back office that it goes to. */
export interface FaultOfCase {
  readonly fault: DryRunFault;
  readonly reference: string;
  readonly at: readonly { readonly name: string; readonly misbehaviour: Misbehaviour }[];
}

/** Find the simulators of a service's back offices that can misbehave for the case of this reference alone. */
export async function planFault(
  sandbox: Context,
  { definition }: CompiledService,
  { fault, reference, desk }: Pick<FaultOfCase, "fault" | "reference"> & { desk: DryRunDesk },
): Promise<FaultOfCase> {
  const at: { name: string; misbehaviour: Misbehaviour }[] = [];
  const mapped = new Set(
    definition.steps.flatMap((step) => (step.kind === "deliver" ? step.mapping : [])),
  );
  const used = definition.mappings.filter(({ id }) => mapped.has(id));
  for (const id of new Set(used.map(({ connector }) => connector))) {
    const connector: ConnectorDefinition | undefined = (await findConnector(sandbox.db, id))
      ?.definition;
    const misbehaviour = connector && desk.misbehaviourOf(connector);
    if (misbehaviour) at.push({ name: connector.name, misbehaviour });
  }
  return { fault, reference, at };
}

/** Have them misbehave. What was set before one of them failed is for `clearFault`. */
export async function setFault(set: FaultOfCase | undefined): Promise<void> {
  if (!set) return;
  for (const { misbehaviour } of set.at) await misbehaviour.set(set.reference, set.fault);
}

export async function clearFault(set: FaultOfCase | undefined): Promise<void> {
  if (!set) return;
  for (const { misbehaviour } of set.at) await misbehaviour.clear(set.reference);
}

/** Say what was set, or that there is nothing that could go wrong. */
export function sayFault(log: DryRunLog, { fault, at }: FaultOfCase): void {
  if (at.length === 0) {
    const sentence = "This goes to no back office of which there is a simulator that could fail.";
    log.stop("fault", "failed", { sentence });
  }
  const names = at.map(({ name }) => name).join(" and ");
  log.pass("fault", { sentence: `For this case alone, ${names} ${does[fault]}.` });
}

const does: Readonly<Record<DryRunFault, string>> = {
  slow: "is told to answer slowly",
  refused: "is told to refuse it",
  "lost-reply": "is told to take it and lose the answer",
  "duplicate-callback": "is told to tell of everything twice",
  "unknown-status": "has an officer who chooses a status that nobody has named",
};

/** Say how a case arrived in spite of what went wrong on its way. */
export async function tellOfDelivery(
  { sandbox, fault, log }: Trial,
  { id, destination: connector }: OutboxRow,
  name: string,
): Promise<void> {
  if (fault === "slow") {
    const tries = await listAttempts(sandbox.db, id);
    const longest = Math.max(0, ...tries.map(({ begunAt, endedAt }) => endedAt - begunAt));
    const sentence = `${name} took ${seconds(longest)} to answer. Nothing was lost and nothing sent twice.`;
    log.pass("fault", { connector, sentence });
  }
  if (fault === "lost-reply") {
    const sentence = `The answer of ${name} was lost. It was asked for our reference before anything was sent again, and had the case: there is one, not two.`;
    log.pass("fault", { connector, sentence });
  }
}

function seconds(ms: number): string {
  const count = (ms / 1000).toFixed(1).replace(/\.0$/, "");
  return `${count} ${count === "1" ? "second" : "seconds"}`;
}

/** See that a fault has come to pass, and what is told twice is here once. */
export async function seeFault(trial: Trial, set: FaultOfCase): Promise<void> {
  const { log } = trial;
  if (!(await hasCome(set))) {
    const sentence = "What was to go wrong did not: the simulator was not called in that way.";
    return log.stop("fault", "failed", { sentence });
  }
  if (set.fault !== "duplicate-callback") return;
  const doubled = await heardTwice(trial);
  if (doubled !== undefined) return log.stop("fault", "failed", { sentence: doubled });
  const sentence = "All that they told came twice. The citizen has it once.";
  return log.pass("fault", { sentence });
}

async function hasCome({ at, reference }: FaultOfCase): Promise<boolean> {
  for (const { misbehaviour } of at) if (await misbehaviour.hasCome(reference)) return true;
  return false;
}

/** How many notes of officers have come back. */
export function notesBack({ steps }: DryRunLog): number {
  return steps.filter(({ step, state }) => step === "note" && state === "passed").length;
}

/** What the citizen would have been told twice. */
async function heardTwice({ sandbox, process, log }: Trial): Promise<string | undefined> {
  const notes = (await listNotes(sandbox.db, process)).filter(({ contents }) =>
    contents.includes(officerWords),
  );
  if (notes.length > Math.max(1, notesBack(log)))
    return `Their note is here ${notes.length} times.`;
  const isTwice = hasTwice(await listEvents(sandbox.db, process));
  return isTwice ? "The citizen was told twice of the same change." : undefined;
}

/** Whether a change is told twice; after a wait another case may bring the same stages again. */
function hasTwice(events: readonly Pick<EventRow, "type" | "data">[]): boolean {
  const told = new Set<string>();
  return events.some(({ type, data }) => {
    if (type === "wait.ended") told.clear();
    if (type !== "stage.changed" && type !== "process.ended") return false;
    const said = `${type} ${data}`;
    return told.size === told.add(said).size;
  });
}
