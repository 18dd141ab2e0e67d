import type { FaultKind, Faults } from "../faults.ts";

/** What each fault does, in an officer's words. */
export const faultWords: Record<FaultKind, string> = {
  slow: "Answer slowly",
  down: "Be down: destroy the connection before reading",
  hang: "Hang: never answer",
  status429: "Say “too many requests” (429)",
  status503: "Say “not available” (503)",
  "html-200": "Answer 200 with a web page",
  refused: "Refuse new cases",
  duplicate: "Take the case and say “already got that”",
  "success-without-reference": "Take the case and give no reference",
  "lost-reply": "Take the case and lose the reply",
  "edited-meanwhile": "Change a case just before a write to it (Alloy)",
  "moved-on": "Move a new case on by a workflow at once (Alloy)",
  "duplicate-callback": "Tell of each change of a case twice",
  "unknown-status": "Let an officer move a case to a status that was just made up",
};

/** One fault that is on, with its settings. */
export function describeFault(kind: FaultKind, setting: NonNullable<Faults[FaultKind]>): string {
  const details = [
    "ms" in setting ? `${setting.ms} ms` : undefined,
    "retryAfterS" in setting ? `retry after ${setting.retryAfterS} s` : undefined,
    setting.times === undefined ? undefined : `${setting.times} more ${plural(setting.times)}`,
  ].filter(Boolean);
  return details.length > 0 ? `${faultWords[kind]} (${details.join(", ")})` : faultWords[kind];
}

function plural(times: number): string {
  return times === 1 ? "time" : "times";
}
