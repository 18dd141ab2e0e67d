import { z } from "zod";
import { Instant } from "./id.ts";

/** What became of a message after it was handed over, as its carrier says: it arrived, or it came back. */
export const Receipt = z
  .strictObject({
    fate: z.enum(["received", "bounced"]),
    /** Why it came back, as the carrier calls it: `permanent-failure`, `mailbox-full`. */
    code: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)
      .optional(),
    /** False where the next message may arrive: a full mailbox, a phone that was off. */
    lasting: z.boolean().default(true),
    /** When the carrier knew; now unless said otherwise. */
    at: Instant.optional(),
  })
  .meta({ id: "Receipt" });
export type Receipt = z.infer<typeof Receipt>;

/**
 * What GOV.UK Notify says of a message that it has come to an end with, as far as it is read.
 *
 * Its `reference` is the id of our message; an account that others send with as well names what is not ours.
 */
export const NotifyReceipt = z
  .object({
    reference: z.string().max(1000).nullish(),
    status: z.string().max(80),
    completed_at: z.string().max(60).nullish(),
  })
  .meta({ id: "NotifyReceipt" });
export type NotifyReceipt = z.infer<typeof NotifyReceipt>;
