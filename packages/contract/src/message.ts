import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { DeliveryState } from "./process.ts";

/** One thing that a person is told, and whether it was sent. What it says is not kept. */
export const Message = z
  .object({
    id: Id,
    /** The process that it tells of. */
    process: Id.optional(),
    /** What it is about: the process, or for a letter to staff or a partner the person or request. */
    about: z.string(),
    purpose: z.string(),
    channel: z.string(),
    state: DeliveryState,
    /** What is known of it since it was handed over; left out while it was not. */
    fate: z.enum(["sent", "received", "bounced"]).optional(),
    attempts: z.int(),
    at: Instant,
    settledAt: Instant.optional(),
    lastCode: z.string().optional(),
    /** What its carrier calls it. */
    reference: z.string().optional(),
    /** Masked for whoever may not read the process. */
    recipient: z.string().optional(),
  })
  .meta({ id: "Message" });
export type Message = z.infer<typeof Message>;
