import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Commands, Question, Reply } from "./commands.ts";

/** A program that the bench started. Whatever becomes of the bench, it ends. */
export interface Child {
  readonly pid: number;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Stop it at once and wait until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** A program of the bench itself, which does what it is told. */
export interface Worker<C extends Commands> extends Child {
  ask<Name extends keyof C & string>(
    command: Name,
    ...argument: Parameters<C[Name]>
  ): Promise<Awaited<ReturnType<C[Name]>>>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Start a program that is not the bench's own; what it prints is thrown away, but for its errors. */
export function startProgram(
  [program, ...args]: readonly [string, ...string[]],
  { env = {}, cwd = process.cwd() }: ProgramOptions = {},
): Child {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return watch(child);
}

/** Run a program that is not the bench's own to its end. @throws Error when it says that it failed */
export async function runProgram(
  command: readonly [string, ...string[]],
  options: ProgramOptions = {},
): Promise<void> {
  const code = await startProgram(command, options).ended;
  if (code !== 0) throw new Error(`${command.join(" ").slice(0, 200)} ended with ${code}`);
}

/** Start a program of the bench, with these flags of Node's. */
export function startWorker<C extends Commands>(
  path: string,
  flags: readonly string[] = [],
): Worker<C> {
  const args = ["--expose-gc", ...flags, path];
  const child = spawn(process.execPath, args, { stdio: ["ignore", 2, "inherit", "ipc"] });
  const waiting = new Map<number, (reply: Reply) => void>();
  child.on("message", (reply: Reply) => {
    waiting.get(reply.nth)?.(reply);
    waiting.delete(reply.nth);
  });
  child.on("exit", () => {
    for (const [nth, settle] of waiting) settle({ nth, error: `${path} has ended` });
    waiting.clear();
  });
  let count = 0;
  return {
    ...watch(child),
    ask: (command, ...[argument]) => {
      const nth = count++;
      const replied = new Promise<Reply>((resolve) => waiting.set(nth, resolve));
      child.send({ nth, command, argument } satisfies Question);
      return replied.then((reply) => {
        if ("error" in reply) throw new Error(`${command}: ${reply.error}`);
        // The worker answers with what the command of this name gives.
        return reply.answer as never;
      });
    },
  };
}

function watch(child: ChildProcess): Child {
  running.add(child);
  const ended = once(child, "exit").then(([code]: (number | null)[]) => {
    running.delete(child);
    return code ?? null;
  });
  child.on("error", () => running.delete(child));
  return {
    pid: child.pid ?? 0,
    ended,
    kill: async (signal = "SIGKILL") => {
      child.kill(signal);
      await ended;
    },
  };
}
