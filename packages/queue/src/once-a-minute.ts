import type { OnError } from "./queue.ts";

const minuteMs = 60_000;

/** Tell of the same failure of the carrier once a minute: what is tried every second fails every second. */
export function onceAMinute(onError: OnError, now: () => number): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const kind = kindOf(error);
    const at = now();
    if (at - (told.get(kind) ?? Number.NEGATIVE_INFINITY) < minuteMs) return;
    told.set(kind, at);
    onError(error);
  };
}

/** Redis begins what it answers with a word for what is wrong; there are few of them. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return `${error.name} ${/^[A-Z]+\b/.exec(error.message)?.[0] ?? ""}`;
}
