import type { DraftFinding } from "@guildhall/contract";
import type { Rule } from "../gate.ts";

/** Words of what concerns somebody's home, health or neighbours. No list of them is whole, so they only give advice. */
const private_ =
  /\b(noise|nuisance|neighbour|illness|ill|sick|health|poison|food|hygiene|pest|rat|rats|mice|wasp|insect|hous|home|homes|damp|tenan|landlord|benefit|debt|abuse|cruel|barking|smoke|smell|odour)/i;

/** Services whose requests others can see though their own words sound as if nobody else should. */
export const lookFirst: Rule = ({ definition: { lookFirst: shown, title, summary, category } }) => {
  if (!shown) return [];
  const said = [title, summary, category].filter((text) => text !== undefined);
  const found = said.map((text) => private_.exec(text)?.[0]).find((word) => word !== undefined);
  if (found === undefined) return [];
  const finding: DraftFinding = {
    section: "process",
    at: "/lookFirst",
    sentence: `Others can see where these requests are, and “${found.toLowerCase()}” sounds like somebody’s home, health or neighbours: make sure that all of it lies in public.`,
    code: "look-first-private",
    advice: true,
  };
  return [finding];
};
