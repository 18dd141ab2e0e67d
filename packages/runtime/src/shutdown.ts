import type { EventEmitter } from "node:events";

/** One thing to end. Those before it have ended, or failed, when it begins. */
export interface ShutdownStep {
  readonly name: string;
  readonly run: () => unknown;
}

export interface ShutdownOptions {
  readonly deadlineMs: number;
  /** Told of the step that failed, or that was running at the deadline. */
  readonly onError: (error: unknown, step: string) => void;
  /** Where signals come from, and how the process ends: its own, but in tests. */
  readonly signals?: Pick<EventEmitter, "on">;
  readonly exit?: (code: number) => void;
}

/**
 * End in order on SIGTERM or SIGINT: each step after the one before it, all within the deadline.
 *
 * A step that fails does not keep the others from running. A second signal means now. The exit
 * code is 0 only if everything ended well. Gives the function that begins the end without a signal.
 */
export function shutdownOnSignals(
  steps: readonly ShutdownStep[],
  { deadlineMs, onError, signals = process, exit = (code) => process.exit(code) }: ShutdownOptions,
): () => void {
  let current: string | undefined;

  async function end(): Promise<void> {
    let code = 0;
    const timer = setTimeout(() => {
      onError(new Error("Not ended by the deadline."), current ?? "");
      exit(1);
    }, deadlineMs);
    for (const { name, run } of steps) {
      current = name;
      try {
        await run();
      } catch (error) {
        code = 1;
        onError(error, name);
      }
    }
    clearTimeout(timer);
    exit(code);
  }

  function begin(): void {
    if (current === undefined) {
      current = "";
      void end();
    } else {
      exit(1);
    }
  }

  for (const signal of ["SIGTERM", "SIGINT"]) signals.on(signal, begin);
  return begin;
}
