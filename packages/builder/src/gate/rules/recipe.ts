import { sayUndecided, sectionOfPart } from "../../recipe/parts.ts";
import type { Rule } from "../gate.ts";

/** What the author of its recipe leaves to whoever adopts it, and nobody has decided yet. */
export const recipe: Rule = ({ known }) =>
  (known.undecided ?? []).map(({ at, title, why }) => ({
    section: sectionOfPart(at),
    at,
    sentence: sayUndecided({ title, why }),
    code: "recipe-part-undecided",
    advice: false,
  }));
