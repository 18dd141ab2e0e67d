import { dirname } from "node:path";
import type { TenantFolder } from "@guildhall/folder";
import { runCircles, type TenantCircles } from "../dry-run/run-circles.ts";
import type { ReadFolder } from "../examples/run-tenants.ts";
import { lineOfFault } from "../visible.ts";
import { linesOfCircles, summariseCircles } from "./circle-words.ts";
import { createSlowProgress } from "./progress.ts";
import type { CommandWorld } from "./world.ts";

interface CircleFlags {
  readonly service?: string;
  readonly json?: boolean;
}

/** Send a sample of each service through the whole circle; the exit code says whether all got round. */
export async function testCircles(
  read: readonly ReadFolder[],
  flags: CircleFlags,
  world: CommandWorld,
): Promise<0 | 1 | 2> {
  const { say } = world;
  const [tenants, ...others] = new Set(read.map(({ path }) => dirname(path)));
  if (tenants === undefined || others.length > 0) {
    say("The folders of tenants that share a server have to lie beside each other.");
    return 2;
  }
  const unread = read.flatMap(unreadable);
  for (const line of unread) say(line);
  if (unread.length > 0) return 1;
  const whole = read.flatMap((one) => ("folder" in one ? one.folder : []));
  return isRound(await run(whole, { ...flags, tenants }, world)) ? 0 : 1;
}

function unreadable(one: ReadFolder): string[] {
  return "faults" in one ? one.faults.map((fault) => `${one.path}: ${lineOfFault(fault)}`) : [];
}

async function run(
  whole: readonly TenantFolder[],
  { service, json = false, tenants }: CircleFlags & { readonly tenants: string },
  { env, folders, print, say }: CommandWorld,
): Promise<TenantCircles[]> {
  const isWanted = ({ id }: { readonly id: string }) => service === undefined || id === service;
  const total = whole.flatMap(({ services }) => services.filter(isWanted)).length;
  say(`Starting a server of its own, to send ${total} ${total === 1 ? "sample" : "samples"}.`);
  const progress = createSlowProgress(total);
  const options = { folders: { ...folders, tenants }, env, only: service, step: progress.step };
  const results = await runCircles(whole, options).finally(progress.end);
  if (json) print(JSON.stringify({ tenants: results }));
  else for (const line of results.flatMap(linesOfCircles)) print(line);
  say(summariseCircles(results));
  return results;
}

function isRound(results: readonly TenantCircles[]): boolean {
  return results
    .flatMap(({ runs, scenarios }) => [...runs, ...scenarios])
    .every(({ outcome }) => outcome === "passed");
}
