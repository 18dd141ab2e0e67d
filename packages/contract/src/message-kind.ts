import { z } from "zod";

/** What citizens are told and when. `((reference))` and its like are filled in; the words are the council's. */
export const MessageKind = z.enum([
  "started",
  "payment-due",
  "paid",
  "note-added",
  "stage-changed",
  "completed",
  "reopened",
  "information-asked",
  "information-due",
  "information-over",
]);
export type MessageKind = z.infer<typeof MessageKind>;
