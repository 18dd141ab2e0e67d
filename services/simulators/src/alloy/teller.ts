import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Link } from "../platform/link.ts";
import type { Shelf } from "../shelf.ts";
import type { Call, News, Notice } from "./notice.ts";
import { tell as tellPlatform, type Verdict } from "./platform.ts";

/** Tells the platform what officers did: each item's news in its order, each until it is answered for. */
export interface Teller {
  /** Owe the platform some news of an item; ends once it was tried for the first time. */
  tell(itemId: string, news: News): Promise<void>;
  /** All news of an item, oldest first. */
  noticesOf(itemId: string): readonly Notice[];
  /** Ends when nothing is owed any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Deps {
  readonly shelf: Shelf<Notice>;
  readonly linkOf: (itemId: string) => Link | undefined;
  /** Whether the news of an item is to be told twice. */
  readonly isDoubled: (itemId: string) => boolean;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** The first pause after an attempt that failed; it doubles up to a minute. */
  readonly pauseMs: number;
}

const longestPauseMs = 60_000;
const keptCalls = 30;

/** Take up what is still owed from before, and go on from there. */
export function startTeller(deps: Deps): Teller {
  const { shelf, now } = deps;
  const stop = new AbortController();
  const runs = new Map<string, Promise<void>>();
  const untried = new Map<string, () => void>();
  const noticesOf = (itemId: string) => shelf.values().filter((notice) => notice.itemId === itemId);
  const owed = (itemId: string) => noticesOf(itemId).find(({ state }) => state === "waiting");

  const work = async (itemId: string) => {
    for (let next = owed(itemId); next && !stop.signal.aborted; next = owed(itemId)) {
      const pauseMs = await attempt(deps, next, stop.signal);
      untried.get(next.id)?.();
      untried.delete(next.id);
      await wait(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    runs.delete(itemId);
  };
  const run = (itemId: string) => {
    if (!runs.has(itemId)) runs.set(itemId, work(itemId));
  };

  for (const { itemId, state } of shelf.values()) if (state === "waiting") run(itemId);
  return {
    noticesOf,
    tell(itemId, news) {
      const [id, createdAt] = [randomUUID(), now().toISOString()];
      const state = "waiting";
      shelf.put(id, { id, itemId, news, createdAt, state, attempts: 0, calls: [] });
      const tried = new Promise<void>((resolve) => untried.set(id, resolve));
      run(itemId);
      return tried;
    },
    async settled() {
      while (runs.size > 0) await Promise.all(runs.values());
    },
    async close() {
      stop.abort();
      await Promise.all(runs.values());
    },
  };
}

/** Try once, keep what came of it, and give the pause before what comes next. */
async function attempt(deps: Deps, notice: Notice, signal: AbortSignal): Promise<number> {
  const { shelf, linkOf, fetch, now, pauseMs } = deps;
  const link = linkOf(notice.itemId);
  const calls: Call[] = [...notice.calls];
  const attempts = notice.attempts + 1;
  const onCall = (call: Call) => calls.push(call);
  const key = `alloy-notice-${notice.id}`;
  const line = link && { link, key, fetch, now, signal, onCall };
  const verdict: Verdict = line ? await tellPlatform(line, notice.news) : { verdict: "refused" };
  if (line && verdict.verdict === "answered" && deps.isDoubled(notice.itemId))
    await tellPlatform(line, notice.news);
  if (signal.aborted) return 0;

  const state = verdict.verdict === "again" ? "waiting" : verdict.verdict;
  shelf.put(notice.id, { ...notice, attempts, state, calls: calls.slice(-keptCalls) });
  if (verdict.verdict !== "again") return 0;
  const doubled = Math.min(longestPauseMs, pauseMs * 2 ** (attempts - 1));
  return verdict.afterMs ?? doubled * (0.5 + Math.random() / 2);
}
