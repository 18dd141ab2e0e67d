const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A thing owed is given up, and shown to a person, three days after it arose. */
export const giveUpAfterMs = 72 * hourMs;

/** How long a claim holds: longer than any one call may take. */
export const leaseMs = 3 * minuteMs;

const stepsMs = [5_000, 30_000, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, 2 * hourMs];

/**
 * How long to wait after the given attempt (1 is the first), with full jitter: `random` is in [0, 1).
 *
 * Those that failed together must not come back together, so the whole of the step is drawn from, but for
 * the first second.
 */
export function retryDelayMs(attempt: number, random: number): number {
  const step = stepsMs[attempt - 1] ?? 4 * hourMs;
  return Math.round(1000 + random * (step - 1000));
}

/** Nothing is given up before it was tried this often, whatever the clock says: once for each step, and once more. */
export const leastTries = stepsMs.length + 1;

/** How an attempt came to nothing, of a thing that may be tried again. */
export interface Setback {
  readonly now: number;
  readonly giveUpAt: number;
  /** Which attempt it was, of those that count. */
  readonly attempt: number;
  /** How long the other side asks us to wait. */
  readonly afterMs?: number | undefined;
  readonly random: number;
}

/**
 * When to try next, or undefined when it is time to give up.
 *
 * The other side is never asked sooner than it wants, nor than we would have. A row that lay still for days, behind
 * a connector that was stopped or under a clock that was set forward, has all its tries before it.
 */
export function nextTryAt(setback: Setback): number | undefined {
  const { now, giveUpAt, attempt, afterMs = 0, random } = setback;
  const nextAt = now + Math.max(afterMs, retryDelayMs(attempt, random));
  return nextAt > giveUpAt && attempt >= leastTries ? undefined : nextAt;
}
