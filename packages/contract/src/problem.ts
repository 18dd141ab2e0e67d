import { problems } from "./problems.ts";
import type { EditConflict } from "./service-draft.ts";

export type ProblemCode = keyof typeof problems;

/** Where in the request a fault lies, as a JSON pointer, and what kind it is. Never the value itself. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

/** A failure that a caller can act on. Its code names a page in `docs/problems/`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  readonly retryAfterS: number | undefined;
  /** What others did to the parts that were to be edited. */
  readonly conflicts: readonly EditConflict[];

  constructor(
    code: ProblemCode,
    {
      faults = [],
      retryAfterS,
      conflicts = [],
    }: {
      faults?: readonly Fault[];
      retryAfterS?: number;
      conflicts?: readonly EditConflict[];
    } = {},
  ) {
    super(problems[code].title);
    this.name = "Problem";
    this.code = code;
    this.faults = faults;
    this.retryAfterS = retryAfterS;
    this.conflicts = conflicts;
  }
}
