import type { Setback } from "../not-accepted.ts";
import type { Answer } from "./exchange.ts";
import type { GuardFault } from "./guard-fault.ts";

const longestWaitMs = 24 * 60 * 60 * 1000;

/** Say what a missing answer means for a request that must not be done twice. */
export function outcomeOfFault({ code, sent }: GuardFault): Setback {
  if (sent) return { outcome: "ambiguous", code };
  if (code === "request-invalid") return { outcome: "refused", code };
  return { outcome: "retry", code };
}

/** Say what an answer's status means where its body says nothing that is understood. */
export function outcomeOfStatus(answer: Answer, now: Date): Setback {
  const { status } = answer;
  const known = statuses[status];
  if (known?.outcome === "retry") return { ...known, ...retryAfter(answer, now) };
  if (known) return known;
  if (status < 300) return { outcome: "ambiguous", code: "bad-answer" };
  if (status < 400) return { outcome: "ambiguous", code: "redirected" };
  if (status < 500) return { outcome: "refused", code: `answered-${status}` };
  return { outcome: "ambiguous", code: "answered-5xx" };
}

/** Read Retry-After, in seconds or as a date; a day at most, and nothing when it makes no sense. */
export function retryAfter(answer: Answer, now: Date): { afterMs?: number } {
  const value = answer.headers["retry-after"]?.trim() ?? "";
  const date = /^[A-Z][a-z]+, /.test(value) ? Date.parse(value) : Number.NaN;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : date - now.getTime();
  return Number.isNaN(ms) ? {} : { afterMs: Math.min(Math.max(ms, 0), longestWaitMs) };
}

const statuses: Readonly<Record<number, Setback>> = {
  // “Do it there”, so it was not done here. Any other redirection may come after it was.
  307: { outcome: "retry", code: "redirected" },
  308: { outcome: "retry", code: "redirected" },
  401: { outcome: "retry", code: "credential-refused" },
  403: { outcome: "retry", code: "credential-refused" },
  408: { outcome: "retry", code: "busy" },
  410: { outcome: "refused", code: "gone" },
  425: { outcome: "retry", code: "busy" },
  429: { outcome: "retry", code: "rate-limited" },
  503: { outcome: "retry", code: "unavailable" },
};
