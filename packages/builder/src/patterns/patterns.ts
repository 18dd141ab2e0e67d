import { evidence, place, time } from "./happening.ts";
import type { Pattern } from "./pattern.ts";
import { address, contact, declaration, organisation } from "./people.ts";

/** The patterns that there are, in the order in which most forms ask. */
export const patterns: readonly Pattern[] = [
  place,
  time,
  evidence,
  organisation,
  contact,
  address,
  declaration,
];
