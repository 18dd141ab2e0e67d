import type { DryRunFault } from "@guildhall/contract";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import type { DryRunDesk } from "./desk.ts";
import type { DryRunLog } from "./log.ts";

/** A sample on its way round the circle. */
export interface Trial {
  /** The platform, acting for the sandbox: the tenant itself is not touched. */
  readonly sandbox: Context;
  /** The tenant itself, of whose back offices only such questions are asked as change nothing. */
  readonly live: Context;
  readonly service: CompiledService;
  readonly process: string;
  readonly reference: string;
  /** What goes wrong on purpose. */
  readonly fault: DryRunFault | undefined;
  readonly desk: DryRunDesk;
  readonly log: DryRunLog;
  /** When time is up. */
  deadline: number;
  /** How long each part of the way may take. */
  readonly patienceMs: number;
}

/** Give what begins after a wait as long as what began with the form. */
export function giveTime(trial: Trial): void {
  trial.deadline = trial.sandbox.now() + trial.patienceMs;
}

const lookEveryMs = 150;

/** Look again and again until something is there, or time is up: then undefined. */
export async function until<T>(
  { sandbox, desk, deadline }: Trial,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined || sandbox.now() >= deadline) return seen;
    await desk.wait(lookEveryMs);
  }
}
