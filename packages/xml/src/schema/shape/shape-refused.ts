import type { SchemaFault } from "../../fault.ts";

/** A description that a receiver's shape cannot be read from, with everything that is wrong with it. */
export class ShapeRefused extends Error {
  readonly faults: readonly SchemaFault[];
  /** What it could be the shape of, where it has to be said which is meant. */
  readonly roots: readonly string[];

  constructor(faults: readonly SchemaFault[], roots: readonly string[] = []) {
    super("The shape cannot be read.");
    this.name = "ShapeRefused";
    this.faults = faults;
    this.roots = roots;
  }
}

/** Ask which of several is meant. */
export function whichOf(roots: readonly string[], what: string): ShapeRefused {
  const most = 40;
  const named = roots.slice(0, most).join(", ");
  const rest = roots.length > most ? ` and ${roots.length - most} more` : "";
  const sentence = `There are several ${what}; say which one is meant: ${named}${rest}.`;
  return new ShapeRefused([{ sentence }], roots.slice(0, 200));
}
