import cluster, { type Worker } from "node:cluster";
import { fileURLToPath } from "node:url";
import { serverFlags } from "../server-memory.ts";
import { wasAborted } from "../supervise/blame.ts";
import { newNodeId } from "./node-shape.ts";

/** What the processes of a cluster do: answer requests, hold tenants, or stand for the outside. */
export type Kind = "api" | "worker" | "simulators";

/** A process of the cluster. */
export interface Member {
  readonly kind: Kind;
  /** Its place: who comes into it next takes up what this one left in the queue. */
  readonly slot: string;
  /** Its name in the directory, new at every start. */
  readonly node: string;
  /** Resolves when it does its work; rejects where it ends before. */
  readonly ready: Promise<void>;
  /** How it ended. */
  readonly ended: Promise<{ readonly wasAsked: boolean; readonly wasAborted: boolean }>;
  /** End once all it does has been taken over by others. */
  retire(deadlineMs: number): Promise<void>;
  /** End now, as soon as what is under way has been answered. */
  end(deadlineMs: number): Promise<void>;
}

export type StartMember = (kind: Kind, slot: string) => Member;

/** What a process tells the main one, and the other way round. */
export const messages = { ready: "ready", retire: "retire" } as const;

export interface MembersOptions {
  /** The file that was run, to run it again. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Start processes that share the ports they listen on.
 *
 * They accept from one queue, which is the kernel's: one that dies takes only its own connections along, and one that
 * ends leaves those that wait to the others.
 */
export function createMembers({ program, env }: MembersOptions): StartMember {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  return (kind, slot) => {
    const node = newNodeId(slot);
    const args = ["node", "--kind", kind, "--slot", slot, "--id", node];
    const execArgv = [...process.execArgv, ...serverFlags];
    cluster.setupPrimary({ exec: fileURLToPath(program), args, execArgv });
    return asMember(cluster.fork(env), { kind, slot, node });
  };
}

function asMember(worker: Worker, who: Pick<Member, "kind" | "slot" | "node">): Member {
  let wasAsked = false;
  const ended: Member["ended"] = new Promise((resolve) => {
    worker.once("exit", (code: number | null, signal: string | null) =>
      resolve({ wasAsked, wasAborted: wasAborted(code, signal) }),
    );
  });
  const ready = new Promise<void>((resolve, reject) => {
    worker.on("message", (message) => message === messages.ready && resolve());
    ended.then(() => reject(new Error(`The process ${who.slot} ended before it was ready.`)));
  });
  ready.catch(() => undefined);
  worker.on("error", () => undefined);
  const within = async (deadlineMs: number): Promise<void> => {
    const timer = setTimeout(() => worker.process.kill("SIGKILL"), deadlineMs);
    await ended;
    clearTimeout(timer);
  };
  return {
    ...who,
    ready,
    ended,
    retire: (deadlineMs) => {
      wasAsked = true;
      if (worker.isConnected()) worker.send(messages.retire);
      return within(deadlineMs);
    },
    end: (deadlineMs) => {
      wasAsked = true;
      worker.process.kill("SIGTERM");
      return within(deadlineMs);
    },
  };
}
