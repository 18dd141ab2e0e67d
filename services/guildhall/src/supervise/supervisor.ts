import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { createBlame, wasAborted } from "./blame.ts";

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
}

async function keepRunning(options: SupervisorOptions, state: State): Promise<Ended> {
  const firstPauseMs = options.pauseMs ?? 200;
  const blame = createBlame(options);
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const startedAt = Date.now();
    const { code, signal } = await runOnce(options.command, state);
    if (state.stopping || !wasAborted(code, signal)) return { code: code ?? 1 };
    blame();
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
