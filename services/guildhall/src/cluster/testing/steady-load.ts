import { setTimeout as wait } from "node:timers/promises";
import type { Process } from "@guildhall/contract";
import { exampleOf } from "../../testing/fill-in.ts";
import type { RunningCluster } from "./running-cluster.ts";

const council = "huntingdonshire";
const service = "noise-nuisance";

/** What came of a load. */
export interface LoadResult {
  /** The processes that were acknowledged. */
  readonly started: readonly string[];
  /** What went otherwise than by an acknowledgement, in words. */
  readonly failures: readonly string[];
}

/** A few citizens who report one thing after the other until it is enough. */
export interface SteadyLoad {
  enough(): Promise<LoadResult>;
}

let names = 0;

/**
 * Begin a load. Whoever gets no answer, or is told to come again, sends the same under the same key, as any client
 * does.
 */
export function beginLoad({ base, keys }: RunningCluster, citizens = 3): SteadyLoad {
  const body = JSON.stringify({ service, answers: withoutFiles() });
  const started: string[] = [];
  const failures: string[] = [];
  let isOver = false;
  const send = async (key: string): Promise<boolean> => {
    const headers = {
      Authorization: `Bearer ${keys[council]?.partner}`,
      "Content-Type": "application/json",
      "Idempotency-Key": key,
    };
    const url = `${base}/t/${council}/v1/processes`;
    try {
      const response = await fetch(url, { method: "POST", headers, body });
      const answer = await response.json();
      if (response.status === 202) started.push(answer.id);
      else failures.push(`${response.status} ${answer.code}`);
      return response.status === 202;
    } catch (error) {
      failures.push(String(Object(error).cause ?? error));
      return false;
    }
  };
  const report = async () => {
    names += 1;
    const key = `steady-load-of-reports-${names}`;
    for (let tries = 0; tries < 100 && !(await send(key)); tries += 1) await wait(100);
  };
  const citizen = async () => {
    while (!isOver) {
      await report();
      await wait(30);
    }
  };
  const all = Promise.all(Array.from({ length: citizens }, citizen));
  return {
    enough: async () => {
      isOver = true;
      await all;
      return { started, failures };
    },
  };
}

/** The reference of a process's case, once the back office has it. */
export async function deliveredAs(cluster: RunningCluster, id: string): Promise<string> {
  const headers = { Authorization: `Bearer ${cluster.keys[council]?.partner}` };
  for (let tries = 0; tries < 400; tries += 1) {
    const response = await fetch(`${cluster.base}/t/${council}/v1/processes/${id}`, { headers });
    const { destinations }: Process = await response.json();
    if (destinations[0]?.state === "accepted") return destinations[0].reference ?? "";
    await wait(100);
  }
  throw new Error(`${id} was not delivered`);
}

/** How many cases the back office has. */
export async function casesAt({ simulators }: RunningCluster): Promise<number> {
  const seen = new Set<string>();
  for (let page = 1; page < 100; page += 1) {
    const html = await (
      await fetch(`${simulators}/alloy/${council}/?state=all&page=${page}`)
    ).text();
    const found = [...html.matchAll(/items\/([^"/?#]+)"/g)].map(([, id = ""]) => id);
    const before = seen.size;
    for (const id of found) seen.add(id);
    if (seen.size === before) break;
  }
  return seen.size;
}

/** Evidence comes with a citizen's draft; a partner's key brings none. */
function withoutFiles(): Record<string, unknown> {
  const isFile = (value: unknown) =>
    Array.isArray(value) && value.some((one) => typeof one === "string" && one.startsWith("doc_"));
  const answers = exampleOf(council, service, "most");
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isFile(value)));
}
