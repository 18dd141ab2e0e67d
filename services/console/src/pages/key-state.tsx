import type { Key } from "@guildhall/contract";
import { Tag } from "@guildhall/ui";

export type KeyState = "good" | "ends-soon" | "ended" | "revoked";

const soonMs = 30 * 86_400_000;

/** Whether a key still gets in. */
export function stateOf({ revokedAt, expiresAt }: Key, now: Date): KeyState {
  const left = Date.parse(expiresAt) - now.getTime();
  if (revokedAt !== undefined) return "revoked";
  if (left <= 0) return "ended";
  return left < soonMs ? "ends-soon" : "good";
}

const words: Record<KeyState, { text: string; colour: string }> = {
  good: { text: "In use", colour: "green" },
  "ends-soon": { text: "Ends soon", colour: "yellow" },
  ended: { text: "Ended", colour: "grey" },
  revoked: { text: "Revoked", colour: "red" },
};

export function KeyTag({ of: key, now }: { of: Key; now: Date }) {
  const { text, colour } = words[stateOf(key, now)];
  return <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>;
}
