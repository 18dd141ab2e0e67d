/** Where in the request a fault lies, as a JSON pointer, and what kind it is. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

/** A part that somebody else has changed meanwhile, and what stands there now. */
export interface Conflict {
  readonly at: string;
  readonly sentence: string;
  readonly by: string;
  readonly changedAt: string;
  readonly theirs?: unknown;
}

/** What the API would not do, or that it could not be reached. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly conflicts: readonly Conflict[];

  constructor(
    status: number,
    code: string,
    faults: readonly Fault[] = [],
    conflicts: readonly Conflict[] = [],
  ) {
    super(`The API answered ${status} ${code}.`);
    this.name = "Refused";
    this.status = status;
    this.code = code;
    this.faults = faults;
    this.conflicts = conflicts;
  }

  /** Whether the same request may do later what it cannot now. */
  get passes(): boolean {
    return this.status === 503 || this.status === 429;
  }
}

/** Read an answer of the API that is no success; without one it was not reached. */
export function refusedBy(response: Response | undefined, problem: unknown): Refused {
  if (!response) return new Refused(503, "unreachable");
  const { code, errors, conflicts } = isRecord(problem) ? problem : {};
  return new Refused(
    response.status,
    typeof code === "string" ? code : "unexpected",
    Array.isArray(errors) ? errors.filter(isFault) : [],
    Array.isArray(conflicts) ? conflicts.filter(isConflict) : [],
  );
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && typeof value.pointer === "string" && typeof value.code === "string";
}

function isConflict(value: unknown): value is Conflict {
  return isRecord(value) && typeof value.at === "string" && typeof value.sentence === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
