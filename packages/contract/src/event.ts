import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { CleanJson } from "./text.ts";

/** Something that happened, in the past tense. Events are appended, chained by hash, and hold no personal data in clear. */
export const EventType = z
  .enum([
    "process.started",
    "delivery.accepted",
    "delivery.refused",
    "delivery.held",
    "delivery.delayed",
    "delivery.handled",
    "delivery.handed-over",
    "message.held",
    "payment.due",
    "payment.paid",
    "payment.unpaid",
    "payment.reminded",
    "note.added",
    "wait.begun",
    "step.overdue",
    "wait.ended",
    "payment.waived",
    "task.updated",
    "task.completed",
    "stage.changed",
    "status.unmapped",
    "container.changed",
    "document.added",
    "process.ended",
    "document.read",
    "grants.revoked",
    "service.published",
    "service.withdrawn",
    "service.scheduled",
    "service.unscheduled",
    "service-draft.begun",
    "service-draft.edited",
    "service-draft.discarded",
    "recipe.adopted",
    "recipe.upgraded",
    "recipe.confirmed",
    "recipe.shared",
    "recipe.imported",
    "recipe.required",
    "recipe.required-no-more",
    "target.added",
    "target.changed",
    "target.removed",
    "folder.imported",
    "delivery.retried",
    "connector.changed",
    "connector.credential-set",
    "connector.stopped",
    "connector.resumed",
    "connector.drifted",
    "alarm.raised",
    "alarm.acknowledged",
    "alarm.ended",
    "key.issued",
    "key.changed",
    "key.rotated",
    "key.revoked",
    "signing-key.rotated",
    "signing-key.revoked",
    "person.added",
    "person.changed",
    "person.removed",
    "session.started",
    "session.ended",
    "subscription.added",
    "subscription.changed",
    "subscription.disabled",
    "subscription.removed",
    "access.asked",
    "access.approved",
    "access.refused",
    "access.collected",
    "feedback.dealt-with",
    "draft.assisted",
    "preview.shared",
    "preview.ended",
  ])
  .meta({
    description: "More types can come: pass over those that you do not know",
    "x-extensible": true,
  });
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
export const OutboxKind = z.enum(["delivery", "message", "webhook"]);
export type OutboxKind = z.infer<typeof OutboxKind>;
