import type { SessionRow } from "@guildhall/store";

const minuteMs = 60_000;

/** How long a link lives that was sent by e-mail: a letter may be slow. */
export const linkLifeMs = 15 * minuteMs;
/** How long somebody may take at the provider. */
export const askingLifeMs = 10 * minuteMs;
/** A session that is not refreshed for this long is over. */
export const idleMs = 30 * minuteMs;
/** A session is over after this long, whatever is done in it. */
export const longestMs = 12 * 60 * minuteMs;
/** How old a proof may be of who somebody is, where they do something that could let others in. */
export const recentMs = 15 * minuteMs;
/** How long the secret before the latest is still answered: several tabs refresh at once, and answers are lost. */
export const graceMs = 30_000;

/** When a session is over unless it is refreshed, and when it is in any case. */
export function endsOf({ usedAt, startedAt }: Pick<SessionRow, "usedAt" | "startedAt">) {
  const endsAt = startedAt + longestMs;
  return { idleUntil: Math.min(usedAt + idleMs, endsAt), endsAt };
}

export function isOver(session: Pick<SessionRow, "usedAt" | "startedAt">, now: number): boolean {
  return now >= endsOf(session).idleUntil;
}
