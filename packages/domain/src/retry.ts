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
