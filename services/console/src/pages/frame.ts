import type { Desk, Look, Office } from "../environment.ts";

/** What every page behind the sign-in is told: whose it is, who reads it, how it looks, and what was just done. */
export interface Frame {
  readonly office: Office;
  readonly desk: Desk;
  readonly look: Look;
  /** The name of what was done on the page before, as its address says it. */
  readonly done?: string | undefined;
}

/** What is wrong with a form, by the field that has it. */
export type Faults = Readonly<Partial<Record<string, string>>>;
