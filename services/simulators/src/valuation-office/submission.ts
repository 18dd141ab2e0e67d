import { z } from "zod";

export const State = z.enum([
  "Pending",
  "Verified",
  "Failed",
  "Unknown",
  "Submitted",
  "Cancelled",
  "Done",
]);
export type State = z.infer<typeof State>;

/** Something wrong with a report, and where; without a place it is about the whole file. */
export const Finding = z.object({
  code: z.string(),
  sentence: z.string(),
  /** The element, counted from 1 at each level below the root: `1/3/2`. */
  position: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** A file of reports as the Valuation Office keeps it. */
export const Submission = z.object({
  /** What the sender calls it. */
  reference: z.string(),
  state: State,
  xml: z.string(),
  findings: z.array(Finding),
  events: z.array(z.object({ state: State, at: z.iso.datetime() })),
});
export type Submission = z.infer<typeof Submission>;

const finished: readonly State[] = ["Cancelled", "Done"];

export function isFinished({ state }: Pick<Submission, "state">): boolean {
  return finished.includes(state);
}

export function receivedAt({ events }: Submission): string {
  return events[0]?.at ?? "";
}

export function changedAt({ events }: Submission): string {
  return events.at(-1)?.at ?? "";
}

/** What the published codes mean, in an officer's words. */
export const codes: Readonly<Record<string, string>> = {
  "1000": "A character that is not allowed",
  "1001": "One proposed property is needed",
  "1002": "No existing property may be given",
  "1003": "Either one existing or one proposed property is needed",
  "1004": "At least one proposed property is needed",
  "1005": "At least one existing property is needed",
  "1006": "A reason that is not in use",
  "1007": "One existing property is needed",
  "1008": "No proposed property may be given",
  "1010": "The billing authority is not the one of this account",
  "1012": "The report names another billing authority",
  "1020": "A kind of tax that is not supported",
  "1021": "A kind of tax that is not known",
  "1022": "A part that is not known",
  "2000": "Not as the schema asks",
  "2001": "Not XML that can be read",
  "3000": "The system behind is not available",
  "4000": "The file could not be fetched",
  "4500": "Checking took too long",
  "5000": "An error that is not known",
};
