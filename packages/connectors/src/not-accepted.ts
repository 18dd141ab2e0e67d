import { notThereYet, type Outcome } from "@guildhall/contract";

export type Setback = Exclude<Outcome, { outcome: "accepted" }>;

/** The ending of an attempt that only looked for a case and did not find it. */
export const notFound: Setback = { outcome: "retry", code: notThereYet };

/** Ends a delivery from any depth with what it came to. Never leaves its connector. */
export class NotAccepted extends Error {
  readonly outcome: Setback;

  constructor(outcome: Setback) {
    super(outcome.code);
    this.name = "NotAccepted";
    this.outcome = outcome;
  }
}

/** The ending of what would be refused at every attempt. */
export function refused(code: string): NotAccepted {
  return new NotAccepted({ outcome: "refused", code });
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

/** What may be done again without harm needs nobody to wonder whether it was done: an unclear ending is a plain retry. */
export async function harmless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NotAccepted) || error.outcome.outcome !== "ambiguous") throw error;
    throw new NotAccepted({ outcome: "retry", code: error.outcome.code });
  }
}
