import type { Tracking } from "@guildhall/contract";
import { addChaseCounts, type ChaseCountRow, transact } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { Ground } from "../ground.ts";
import { oneCount } from "./stage-since.ts";

/** Where looks at tracking pages are counted, to be written down later. */
export interface ViewLog {
  /** Count a look at a request; nobody waits for it, and nothing is written. */
  record(ctx: Context, tracking: Tracking): void;
  /** Write down what was counted so far. */
  flush(): Promise<void>;
}

export interface ViewLogOptions {
  readonly groundFor: (tenant: string) => Promise<Ground | undefined>;
  readonly onError: (error: unknown) => void;
  /** How many requests that were looked at lately are known again. */
  readonly mostKnown?: number;
}

/** Who looks again within this time of their last look has not looked anew: a page that renews itself counts once. */
const sameLookMs = 30 * 60_000;
const mostWaiting = 10_000;

/**
 * Count looks at tracking pages in memory, and write them down a tenant at a time.
 *
 * Which request was looked at is known for half an hour, in memory alone, so that no cookie and no address is needed to
 * tell a reload from a look. What a process that dies has not written is lost: a few seconds of counts.
 */
export function createViewLog({ groundFor, onError, mostKnown = 50_000 }: ViewLogOptions): ViewLog {
  const known = new Map<string, number>();
  const waiting = new Map<string, Map<string, ChaseCountRow>>();
  async function writeOf(tenant: string, counts: Map<string, ChaseCountRow>): Promise<void> {
    const ground = await groundFor(tenant);
    const rows = [...counts.values()];
    counts.clear();
    if (ground && rows.length > 0)
      await transact(ground.db, (tx) => addChaseCounts(tx, rows)).catch((error) => {
        for (const row of rows) add(counts, row);
        throw error;
      });
    if (counts.size === 0) waiting.delete(tenant);
  }
  async function writeAll(): Promise<void> {
    for (const [tenant, counts] of waiting) await writeOf(tenant, counts).catch(onError);
  }
  let lastWriting = Promise.resolve();
  return {
    record(ctx, tracking) {
      if (!isCitizens(ctx)) return;
      const at = ctx.now();
      const tenant = ctx.tenant.id;
      if (isLookedAtAgain(known, `${tenant}/${tracking.reference}`, { at, mostKnown })) return;
      const counts = waiting.get(tenant) ?? new Map<string, ChaseCountRow>();
      waiting.set(tenant, counts);
      add(counts, viewOf(tracking, at));
    },
    // One after the other: two at once would write the same counts.
    flush: () => {
      lastWriting = lastWriting.then(writeAll);
      return lastWriting;
    },
  };
}

/** Staff, back offices and programs are no citizens who wonder how it stands. */
function isCitizens({ actor, assists, only }: Context): boolean {
  return actor.kind === "citizen" && assists === undefined && only?.grant === undefined;
}

/** Each look puts off when the next one counts; the longest known are forgotten where there are too many. */
function isLookedAtAgain(
  known: Map<string, number>,
  name: string,
  { at, mostKnown }: { at: number; mostKnown: number },
): boolean {
  const before = known.get(name);
  known.delete(name);
  known.set(name, at);
  for (const [oldest, seen] of known) {
    if (known.size <= mostKnown && at - seen < sameLookMs) break;
    known.delete(oldest);
  }
  return before !== undefined && at - before < sameLookMs;
}

function viewOf(tracking: Tracking, at: number): ChaseCountRow {
  const { service, stage, status, stageSince = tracking.receivedAt } = tracking;
  const place = { service, stage: stage.id, ended: status !== "open" };
  return oneCount({ ...place, kind: "view", about: "" }, { since: Date.parse(stageSince), at });
}

function add(counts: Map<string, ChaseCountRow>, row: ChaseCountRow): void {
  const { count: more, ...place } = row;
  const name = Object.values(place).join(" ");
  const before = counts.get(name)?.count ?? 0;
  // What cannot be written for long is not kept for ever.
  if (before === 0 && counts.size >= mostWaiting) return;
  counts.set(name, { ...row, count: before + more });
}
