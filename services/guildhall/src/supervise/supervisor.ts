import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { quarantine, readCrashJournal } from "./crash-journal.ts";

const abortSignals: readonly (NodeJS.Signals | null)[] = [
  "SIGABRT",
  "SIGSEGV",
  "SIGBUS",
  "SIGILL",
  "SIGTRAP",
];
const abortCodes: readonly (number | null)[] = [134, 139, 135, 132];
const abortsBeforeQuarantine = 3;
const longestPauseMs = 10_000;

export interface SupervisorOptions {
  /** The program and arguments of the server. */
  readonly command: readonly [string, ...string[]];
  readonly data: string;
  readonly report: (sentence: string) => void;
  /** The pause before the first restart; it doubles while restarts fail. */
  readonly pauseMs?: number;
}

/** How the supervised server ended for good. */
export interface Ended {
  readonly code: number;
}

/**
 * Keep a server running: start it again when native code aborts it.
 *
 * A tenant in whose file that happened again and again is kept shut, so that the others go on. What ends by
 * itself, or by a signal that we passed on, stays ended.
 */
export function supervise(options: SupervisorOptions): {
  ended: Promise<Ended>;
  stop(signal: NodeJS.Signals): void;
} {
  const state = {
    child: undefined as ChildProcess | undefined,
    stopping: false,
    aborts: new Map<string, number>(),
  };
  return {
    ended: keepRunning(options, state),
    stop(signal) {
      state.stopping = true;
      state.child?.kill(signal);
    },
  };
}

interface State {
  child: ChildProcess | undefined;
  stopping: boolean;
  /** How often each tenant's file was the last that was touched. */
  readonly aborts: Map<string, number>;
}

async function keepRunning(options: SupervisorOptions, state: State): Promise<Ended> {
  const firstPauseMs = options.pauseMs ?? 200;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const startedAt = Date.now();
    const { code, signal } = await runOnce(options.command, state);
    if (state.stopping || !wasAborted(code, signal)) return { code: code ?? 1 };
    blame(options, state);
    if (Date.now() - startedAt > 60_000) pauseMs = firstPauseMs;
    await wait(pauseMs);
  }
}

function runOnce(
  [program, ...args]: SupervisorOptions["command"],
  state: State,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    // The channel carries nothing: it closes when this process is gone, and the server then ends too.
    const child = spawn(program, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
    state.child = child;
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}

function wasAborted(code: number | null, signal: NodeJS.Signals | null): boolean {
  return (signal !== null && abortSignals.includes(signal)) || abortCodes.includes(code);
}

function blame({ data, report }: SupervisorOptions, { aborts }: State): void {
  const tenant = readCrashJournal(data);
  const count = tenant === undefined ? 0 : (aborts.get(tenant) ?? 0) + 1;
  if (tenant !== undefined) aborts.set(tenant, count);
  report(`${sentenceFor(tenant, count)}.`);
  if (tenant !== undefined && count >= abortsBeforeQuarantine) quarantine(data, tenant);
}

function sentenceFor(tenant: string | undefined, count: number): string {
  if (tenant === undefined) return "The server was aborted and is started again";
  if (count < abortsBeforeQuarantine) {
    return `The server was aborted while it used the database of ${tenant}, and is started again`;
  }
  return `The database of ${tenant} aborted the server ${count} times and is kept shut; the others go on`;
}
