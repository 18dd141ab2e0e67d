import type { Outcome } from "@guildhall/contract";

export type Setback = Exclude<Outcome, { outcome: "accepted" }>;

/** Ends a delivery from any depth with what it came to. Never leaves its connector. */
export class NotAccepted extends Error {
  readonly outcome: Setback;

  constructor(outcome: Setback) {
    super(outcome.code);
    this.name = "NotAccepted";
    this.outcome = outcome;
  }
}

/** Turn an ending into the outcome it carries; a fault of ours goes on its way. */
export async function settled(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotAccepted) return error.outcome;
    throw error;
  }
}
