import type { CallerKind, CallOutcome } from "@guildhall/contract";
import {
  addCallCounts,
  type CallCountRow,
  insertCalls,
  type NewCallRow,
  pruneCalls,
  transact,
} from "@guildhall/store";
import type { Ground } from "../ground.ts";

/** One call, as it was answered. */
export interface CallEntry extends Omit<NewCallRow, "callerKind"> {
  readonly callerKind: CallerKind | "citizen";
}

/** Where calls are noted, to be written down later. */
export interface CallLog {
  /** Note a call of a tenant that is open; nobody waits for it. */
  record(tenant: string, entry: CallEntry): void;
  /** Write down what was noted so far. */
  flush(): Promise<void>;
  /** How many calls were counted and not listed, because too many came at once. */
  readonly unlisted: number;
}

export interface CallLogOptions {
  readonly groundFor: (tenant: string) => Promise<Ground | undefined>;
  readonly onError: (error: unknown) => void;
  /** How many calls of one tenant wait to be listed. */
  readonly mostWaiting?: number;
  /** How many calls of one tenant are kept. */
  readonly mostKept?: number;
}

const dayMs = 86_400_000;
const keptDays = { calls: 30, counts: 90 } as const;
/** How long it is kept who called the API for what. */
export const callsKeptDays = keptDays.calls;
/** Written together; others' works come between. */
const rowsAtATime = 500;

/**
 * Note calls in memory and write them down a tenant at a time.
 *
 * A request costs no more than a push to a list. When more come than can wait, or the database takes none, calls are
 * still counted, and only not listed.
 */
export function createCallLog(options: CallLogOptions): CallLog {
  const { groundFor, onError, mostWaiting = 5000, mostKept = 1_000_000 } = options;
  const waiting = new Map<string, Waiting>();
  let unlisted = 0;
  async function writeOf(tenant: string, noted: Waiting): Promise<void> {
    const ground = await groundFor(tenant);
    if (ground) await write(ground, noted, mostKept);
    if (!ground || noted.rows.length + noted.counts.size === 0) waiting.delete(tenant);
  }
  async function writeAll(): Promise<void> {
    for (const [tenant, noted] of waiting) await writeOf(tenant, noted).catch(onError);
  }
  let lastWriting = Promise.resolve();
  return {
    record(tenant, entry) {
      const { rows, counts } = waiting.get(tenant) ?? begin(waiting, tenant);
      add(counts, countOf(entry));
      const { callerKind } = entry;
      if (callerKind === "citizen") return;
      if (rows.length < mostWaiting) rows.push({ ...entry, callerKind });
      else unlisted += 1;
    },
    // One after the other: two at once would write the same rows.
    flush: () => {
      lastWriting = lastWriting.then(writeAll);
      return lastWriting;
    },
    get unlisted() {
      return unlisted;
    },
  };
}

/** What of one tenant waits to be written down. */
interface Waiting {
  readonly rows: NewCallRow[];
  readonly counts: Map<string, CallCountRow>;
}

function begin(waiting: Map<string, Waiting>, tenant: string): Waiting {
  const fresh: Waiting = { rows: [], counts: new Map() };
  waiting.set(tenant, fresh);
  return fresh;
}

/** Write what waits and take it away, so that what fails is left for the next time, and nothing is written twice. */
async function write(
  { db, now }: Ground,
  { rows, counts }: Waiting,
  mostKept: number,
): Promise<void> {
  const keep = { ...retention(now()), most: mostKept, limit: 2 * rowsAtATime };
  for (let left = rows.length; left > 0; left -= rowsAtATime) {
    const part = rows.slice(0, Math.min(left, rowsAtATime));
    await transact(db, async (tx) => {
      await insertCalls(tx, part);
      await pruneCalls(tx, keep);
    });
    rows.splice(0, part.length);
  }
  const counted = [...counts.values()];
  counts.clear();
  await transact(db, (tx) => addCallCounts(tx, counted)).catch((error) => {
    for (const count of counted) add(counts, count);
    throw error;
  });
}

/** What became of a call, by the status it was answered with. */
export function outcomeOf(status: number): CallOutcome {
  if (status < 400) return "ok";
  return status < 500 ? "refused" : "failed";
}

/** Of staff and citizens it is not counted who called: that is nobody's business a month later. */
function countOf({ at, callerKind, caller, route, status }: CallEntry): CallCountRow {
  const named = callerKind === "key" || callerKind === "back-office";
  return {
    day: Math.floor(at / dayMs),
    callerKind,
    caller: named ? caller : "",
    route,
    outcome: outcomeOf(status),
    count: 1,
  };
}

function add(counts: Map<string, CallCountRow>, row: CallCountRow): void {
  const { day, callerKind, caller, route, outcome } = row;
  const name = `${day} ${callerKind} ${caller} ${route} ${outcome}`;
  const count = (counts.get(name)?.count ?? 0) + row.count;
  counts.set(name, { ...row, count });
}

function retention(now: number) {
  return {
    before: now - keptDays.calls * dayMs,
    beforeDay: Math.floor(now / dayMs) - keptDays.counts,
  };
}
