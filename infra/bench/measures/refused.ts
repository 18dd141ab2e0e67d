import type { Refused } from "../loader/load.ts";
import type { Target } from "../loader/target.ts";
import type { Rig } from "../rig.ts";

const tolerated = 0.001;

/** Take a load that was accepted but for one in a thousand, and say what those were answered; throw for more. */
export function checkRefused(
  { say }: Rig,
  { url }: Target,
  { accepted, refused }: { accepted: number; refused: Refused },
): void {
  if (refused.count === 0 && accepted > 0) return;
  const sentence = `${url}: ${refused.count} refused of ${accepted + refused.count}: ${refused.first}`;
  if (refused.count > accepted * tolerated) throw new Error(sentence);
  say(`  ${sentence}`);
}
