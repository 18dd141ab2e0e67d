import type { Context } from "@guildhall/domain";
import type { ReadyConnector } from "./jobs/ready-connector.ts";

const slowestMs = 15 * 60_000;

/** Something that is looked at again and again. */
export interface Turn {
  readonly name: string;
  readonly connector: string;
  readonly everyMs: number;
  /** After how long it is looked at first. */
  readonly firstMs: number;
  readonly look: (ctx: Context, ready: ReadyConnector) => Promise<unknown>;
  /** Told whether a look went well; one that could not be made did not. */
  readonly ended?: (ctx: Context, wentWell: boolean) => Promise<void>;
}

interface Kept {
  turn: Turn;
  dueAt: number;
  failures: number;
  isUnderWay: boolean;
}

/** Whose turn it is, by a clock that never jumps: what fails is waited for longer and longer. */
export class Turns {
  readonly #kept = new Map<string, Kept>();

  /** Keep these and no others; one whose pace has become quicker is due sooner. */
  keep(turns: readonly Turn[]): void {
    const now = performance.now();
    const names = new Set(turns.map(({ name }) => name));
    for (const name of this.#kept.keys()) if (!names.has(name)) this.#kept.delete(name);
    for (const turn of turns) {
      const known = this.#kept.get(turn.name);
      const fresh = { dueAt: now + turn.firstMs, failures: 0, isUnderWay: false };
      const kept = known ?? { turn, ...fresh };
      if (turn.everyMs < kept.turn.everyMs)
        kept.dueAt = Math.min(kept.dueAt, now + pauseOf(turn.everyMs, kept.failures));
      kept.turn = turn;
      this.#kept.set(turn.name, kept);
    }
  }

  /** Those whose turn it is now; each is under way until it is said to have ended. */
  due(): Turn[] {
    const now = performance.now();
    const due = [...this.#kept.values()].filter((one) => !one.isUnderWay && one.dueAt <= now);
    for (const one of due) one.isUnderWay = true;
    return due.map(({ turn }) => turn);
  }

  /** Say that a turn is over, and how: whoever is not spoken to for a while is asked when that is over. */
  ended({ name }: Turn, { failed, waitMs }: { failed: boolean; waitMs?: number }): void {
    const kept = this.#kept.get(name);
    if (!kept) return;
    kept.isUnderWay = false;
    kept.failures = failed ? Math.min(kept.failures + 1, 10) : 0;
    kept.dueAt = performance.now() + (waitMs ?? pauseOf(kept.turn.everyMs, kept.failures));
  }

  get isQuiet(): boolean {
    return [...this.#kept.values()].every(({ isUnderWay }) => !isUnderWay);
  }

  /** In how long one is due; undefined for one that is not known. */
  inMs(name: string): number | undefined {
    const kept = this.#kept.get(name);
    return kept && Math.max(kept.dueAt - performance.now(), 0);
  }

  /** In how long the next is due that is not under way. */
  get nextInMs(): number {
    const waiting = [...this.#kept.values()].filter(({ isUnderWay }) => !isUnderWay);
    const next = Math.min(...waiting.map(({ dueAt }) => dueAt));
    return Math.max(next - performance.now(), 0);
  }
}

function pauseOf(everyMs: number, failures: number): number {
  return Math.min(everyMs * 2 ** failures, Math.max(slowestMs, everyMs));
}
