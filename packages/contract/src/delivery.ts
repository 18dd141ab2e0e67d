import { z } from "zod";
import { Id, Instant, Slug } from "./id.ts";
import { DeliveryState } from "./process.ts";

/** What is wrong with a row of a mapping for one process, without any of the answers. */
export const DeliveryFault = z
  .object({ target: z.string(), sentence: z.string() })
  .meta({ id: "DeliveryFault" });
export type DeliveryFault = z.infer<typeof DeliveryFault>;

/** One thing owed to a back office, and how far its attempts have got. */
export const Delivery = z
  .object({
    id: Id,
    process: Id,
    connector: Slug,
    mapping: z.string(),
    state: DeliveryState,
    attempts: z.int(),
    createdAt: Instant,
    /** When it is tried next, where it is still to be tried by itself. */
    nextAt: Instant.optional(),
    settledAt: Instant.optional(),
    /** What the back office calls it. */
    reference: z.string().optional(),
    /** Why the last attempt came to nothing. */
    lastCode: z.string().optional(),
    /** The rows that the receiver's schema would refuse. */
    faults: z.array(DeliveryFault).optional(),
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof Delivery>;
