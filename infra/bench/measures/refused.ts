import type { Refused } from "../loader/load.ts";
import type { Target } from "../loader/target.ts";

/** Throw when not all of a load was accepted: its figures would be of something else. */
export function checkRefused(
  { url }: Target,
  { accepted, refused }: { accepted: number; refused: Refused },
): void {
  if (refused.count === 0 && accepted > 0) return;
  const sent = accepted + refused.count;
  throw new Error(`${url} refused ${refused.count} of ${sent}: ${refused.first}`);
}
