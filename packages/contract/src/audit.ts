import { z } from "zod";
import { Event, EventType } from "./event.ts";
import { Instant } from "./id.ts";

/** An event as the audit trail has it: who did it is named by id too, and by hash what came before. */
export const AuditEvent = Event.extend({
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  hash: z.string().meta({ description: "SHA-256 over this event and the one before, in hex" }),
}).meta({ id: "AuditEvent" });
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Which events of the audit trail are wanted. */
export const AuditFilter = z.object({
  type: EventType.optional(),
  actor: z.string().max(200).optional(),
  process: z.string().max(40).optional(),
  after: Instant.optional(),
  before: Instant.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** Whether the chain of hashes holds from its first event to its last. */
export const AuditVerification = z
  .object({
    holds: z.boolean(),
    events: z.int().meta({ description: "How many events hold" }),
    /** The place of the first event that does not. */
    brokenAt: z.int().optional(),
    /** The last hash that holds: keep it elsewhere, and an end that was cut off shows. */
    hash: z.string(),
    checkedAt: Instant,
  })
  .meta({ id: "AuditVerification" });
export type AuditVerification = z.infer<typeof AuditVerification>;
