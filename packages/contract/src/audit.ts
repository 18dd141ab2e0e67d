import { z } from "zod";
import { Event, EventType } from "./event.ts";
import { Instant, Slug } from "./id.ts";

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

/**
 * How far the trail had come at a moment, signed with the installation's own key: kept elsewhere, it shows whether what
 * came before was cut off or written anew.
 */
export const AuditCheckpoint = z
  .object({
    tenant: Slug,
    /** The place of the last event; 0 while there is none. */
    seq: z.int(),
    hash: z.string().meta({ description: "That event's hash, in hex" }),
    at: Instant,
    signed: z.string().meta({ description: "All this as a compact JWS, signed with Ed25519" }),
  })
  .meta({ id: "AuditCheckpoint" });
export type AuditCheckpoint = z.infer<typeof AuditCheckpoint>;

/** What became of the checkpoints that a trail was held against. */
export const HeldCheckpoints = z
  .object({
    held: z.int().meta({ description: "How many the trail agrees with" }),
    refused: z.int().meta({ description: "How many are not of this tenant, or not signed by us" }),
    /** The place that the first was taken at which the trail does not agree with: it ends before, or is another. */
    brokenAt: z.int().optional(),
  })
  .meta({ id: "HeldCheckpoints" });
export type HeldCheckpoints = z.infer<typeof HeldCheckpoints>;

/** Whether the chain of hashes holds from its first event to its last. */
export const AuditVerification = z
  .object({
    holds: z.boolean(),
    events: z.int().meta({ description: "How many events hold" }),
    /** The place of the first event that does not. */
    brokenAt: z.int().optional(),
    /** The last hash that holds: keep it elsewhere, and an end that was cut off shows. */
    hash: z.string(),
    /** Left out where there was none to hold it against. */
    checkpoints: HeldCheckpoints.optional(),
    checkedAt: Instant,
  })
  .meta({ id: "AuditVerification" });
export type AuditVerification = z.infer<typeof AuditVerification>;
