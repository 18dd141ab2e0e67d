import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { takeTurns } from "../take-turns.ts";

export interface ThumbnailerOptions {
  /** How long one picture may take. */
  readonly deadlineMs?: number;
  /** How long the process waits for another picture before it ends. */
  readonly idleMs?: number;
}

/** Makes small pictures. */
export interface Thumbnailer {
  /** Make one of a picture that is read when it is its turn; undefined where there can be none. */
  make(read: () => Promise<Uint8Array>): Promise<Uint8Array | undefined>;
  /** End the process, where there is one. */
  close(): void;
}

/** Not loaded, not started and no memory taken until the first picture. */
const startMs = 30_000;

/**
 * Make small pictures one at a time in a process of their own, which ends when there is nothing to do.
 *
 * A picture that kills it, or that takes too long, has no small one, and nothing else happens.
 */
export function createThumbnailer(options: ThumbnailerOptions = {}): Thumbnailer {
  const { deadlineMs = 10_000, idleMs = 30_000 } = options;
  const inTurn = takeTurns(1);
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  const end = () => {
    clearTimeout(idle);
    child?.kill("SIGKILL");
    child = undefined;
  };
  const ask = async (bytes: Uint8Array) => {
    clearTimeout(idle);
    if (!child?.connected) {
      child = start();
      if (!(await answerOf(child, startMs))) return end();
    }
    const answered = answerOf(child, deadlineMs);
    child.send({ bytes }, () => undefined);
    const answer = await answered;
    if (!answer) return end();
    idle = setTimeout(end, idleMs).unref();
    return answer.picture;
  };
  return {
    make: (read) => inTurn(async () => (await ask(await read())) ?? undefined),
    close: end,
  };
}

/** Where the process's own code is: beside the bundle where there is one, else the source, with its reader. */
function entry(): { readonly path: string; readonly reader: readonly string[] } {
  const isSource = import.meta.url.endsWith(".ts");
  const name = isSource ? "./shrink-process.ts" : "./shrink-process.mjs";
  const reader = isSource ? ["--import", import.meta.resolve("tsx")] : [];
  return { path: fileURLToPath(new URL(name, import.meta.url)), reader };
}

function start(): ChildProcess {
  const { path, reader } = entry();
  const child = fork(path, {
    // No secrets near the decoders, none of their chatter, and an end to what they may take.
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    execArgv: ["--max-old-space-size=128", ...reader],
  });
  // It keeps nobody alive who has nothing else to do.
  child.unref();
  child.channel?.unref();
  return child;
}

interface Answer {
  readonly picture?: Uint8Array;
}

/** What the process says next; undefined where it ends, or says nothing in time. */
function answerOf(child: ChildProcess, limitMs: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | undefined) => {
      clearTimeout(timer);
      child.off("message", hear);
      child.off("exit", lose);
      child.off("error", lose);
      resolve(answer);
    };
    const hear = (message: unknown) => settle(message as Answer);
    const lose = () => settle(undefined);
    const timer = setTimeout(lose, limitMs);
    child.on("message", hear);
    child.on("exit", lose);
    child.on("error", lose);
  });
}
