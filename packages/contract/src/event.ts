import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { CleanJson } from "./text.ts";

/** Something that happened, in the past tense. Events are appended, chained by hash, and hold no personal data in clear. */
export const EventType = z.enum([
  "process.started",
  "delivery.accepted",
  "delivery.refused",
  "delivery.held",
  "delivery.delayed",
  "message.held",
  "payment.due",
  "payment.paid",
  "payment.unpaid",
  "payment.reminded",
  "note.added",
  "task.updated",
  "task.completed",
  "stage.changed",
  "status.unmapped",
  "process.ended",
  "document.read",
  "grants.revoked",
  "service.published",
  "key.issued",
  "key.revoked",
]);
export type EventType = z.infer<typeof EventType>;

export const Event = z
  .object({
    seq: z.int(),
    type: EventType,
    process: Id.optional(),
    subject: z.string(),
    actor: z.object({ kind: z.string(), name: z.string() }),
    at: Instant,
    data: z.record(z.string(), CleanJson),
  })
  .meta({ id: "Event" });
export type Event = z.infer<typeof Event>;

/** The kinds of thing that can be owed to the outside. */
export const OutboxKind = z.enum(["delivery", "message"]);
export type OutboxKind = z.infer<typeof OutboxKind>;
