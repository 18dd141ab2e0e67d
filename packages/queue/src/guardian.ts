import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { within } from "./within.ts";

export interface Guardian {
  stop(timeoutMs: number): Promise<void>;
}

/**
 * The shell ends the program when its standard input ends, which the kernel sees to even if this
 * process is killed. Both have a session of their own, so that a Ctrl-C is ours to handle.
 */
const script = `
exec 3<&0
"$0" "$@" 3<&- &
program=$!
{ read -r _ <&3; kill "$program"; } &
reader=$!
wait "$program"
kill "$reader"
`;

/** Run a program, start it again whenever it ends, and see that it does not outlive this process. */
export function keepRunning(
  program: string,
  args: readonly string[],
  onError: (error: unknown) => void,
): Guardian {
  let stopped = false;
  let pauseMs = firstPauseMs;
  let child = start();

  function start(): ChildProcess {
    const startedAt = performance.now();
    const shell = spawn("/bin/sh", ["-c", script, program, ...args], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    shell.on("error", onError);
    shell.stdin?.on("error", onError);
    shell.once("exit", () => ended(performance.now() - startedAt));
    shell.unref();
    return shell;
  }

  function ended(livedMs: number): void {
    child.stdin?.destroy();
    if (stopped) return;
    onError(new Error(`${program} ended; it is started again.`));
    pauseMs = livedMs > longestPauseMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
    setTimeout(() => {
      if (!stopped) child = start();
    }, pauseMs).unref();
  }

  return {
    async stop(timeoutMs) {
      stopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.stdin?.end();
      await within(exited, timeoutMs, undefined);
    },
  };
}

const firstPauseMs = 100;
const longestPauseMs = 30_000;
