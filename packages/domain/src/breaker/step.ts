import { notThereYet, type Outcome } from "@guildhall/contract";
import type { BreakerRow } from "@guildhall/store";

/** Whether a connector is spoken to, and what has been seen of it lately. */
export type Breaker = Omit<BreakerRow, "connector">;

/** One that is spoken to and of which nothing bad is known: what a connector without a row has. */
export const closedBreaker: Breaker = {
  state: "closed",
  failures: 0,
  windowFrom: 0,
  calls: 0,
  failed: 0,
  trips: 0,
  openSince: null,
  openUntil: null,
  code: null,
};

const failuresInARow = 5;
const windowMs = 60_000;
const callsForShare = 10;
const firstRestMs = 30_000;
const longestRestMs = 15 * 60_000;

/** What a call says of the one that was called. */
type Sign = "answered" | "failed" | "slowed" | "shut" | "nothing";

/** Codes of what went wrong on our side of the wall. */
const ours = new Set([
  "egress-blocked",
  "request-invalid",
  "unexpected",
  "stopped",
  "evidence-unreadable",
]);
/** Codes of an answer that only asks for patience. */
const patient: ReadonlySet<string> = new Set([notThereYet, "id-pending"]);
/** Codes that every other call would meet as well. */
const ofAll = new Set(["credential-refused", "gone"]);

/** Read an outcome; left out where nothing was called after all. A refusal is an answer: the other side is well. */
export function signOf(outcome: Outcome | undefined): Sign {
  if (!outcome) return "nothing";
  if (outcome.outcome === "accepted") return "answered";
  if (ofAll.has(outcome.code)) return "shut";
  if (ours.has(outcome.code)) return "nothing";
  if (outcome.outcome === "refused" || patient.has(outcome.code)) return "answered";
  return outcome.code === "rate-limited" ? "slowed" : "failed";
}

/**
 * Step a breaker on by one call; the very same breaker where the call changes nothing.
 *
 * It opens after five failures in a row, when half of ten or more calls within a minute failed, and at once when a
 * credential is refused, for that meets every call. A call that is told to slow down counts towards the share and
 * not towards the row: the other side is well, and asks for fewer calls, not for none. The minute begins with a
 * failure, so that a connector that is well is not counted, nor written of.
 */
export function afterCall(
  breaker: Breaker,
  outcome: Outcome | undefined,
  now: number,
  random: number,
): Breaker {
  const sign = signOf(outcome);
  if (breaker.state === "open") return breaker;
  if (sign === "nothing") return untold(breaker, now);
  if (sign === "answered") return answered(breaker, now);
  const code = outcome && "code" in outcome ? outcome.code : null;
  const counted = withFailure(breaker, sign, now);
  return opens(counted, sign) ? opened({ ...counted, code }, now, random) : counted;
}

/** A probe that told nothing leaves its turn to the next row. */
function untold(breaker: Breaker, now: number): Breaker {
  return breaker.state === "half-open" ? { ...breaker, state: "open", openUntil: now } : breaker;
}

function answered(breaker: Breaker, now: number): Breaker {
  if (breaker.state === "half-open") return closedBreaker;
  const counted = { ...breaker, failures: 0, ...inWindow(breaker, now, 0) };
  const isWell = breaker.failures === 0 && (breaker.calls === 0 || hasPassed(breaker, now));
  return isWell ? breaker : counted;
}

function withFailure(breaker: Breaker, sign: Sign, now: number): Breaker {
  const failures = sign === "slowed" ? breaker.failures : breaker.failures + 1;
  return { ...breaker, failures, ...inWindow(breaker, now, 1) };
}

/** Count a call in the minute that runs, or in a new one that a failure begins; a clock that was set back begins one, too. */
function inWindow(
  breaker: Breaker,
  now: number,
  failed: 0 | 1,
): Pick<Breaker, "windowFrom" | "calls" | "failed"> {
  if (breaker.calls === 0 || hasPassed(breaker, now))
    return { windowFrom: now, calls: failed, failed };
  const { windowFrom } = breaker;
  return { windowFrom, calls: breaker.calls + 1, failed: breaker.failed + failed };
}

function hasPassed({ windowFrom }: Breaker, now: number): boolean {
  return now - windowFrom >= windowMs || now < windowFrom;
}

function opens({ state, failures, calls, failed }: Breaker, sign: Sign): boolean {
  if (state === "half-open" || sign === "shut" || failures >= failuresInARow) return true;
  return calls >= callsForShare && failed * 2 >= calls;
}

/** Each time it opens again without closing between, it rests twice as long; drawn a little, so that many do not come back together. */
function opened(breaker: Breaker, now: number, random: number): Breaker {
  const trips = breaker.trips + 1;
  const restMs = Math.min(firstRestMs * 2 ** (trips - 1), longestRestMs);
  return {
    ...breaker,
    state: "open",
    trips,
    openSince: breaker.openSince ?? now,
    openUntil: now + Math.round(restMs * (1 - 0.2 * random)),
  };
}
