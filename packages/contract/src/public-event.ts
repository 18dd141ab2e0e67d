import { z } from "zod";
import type { EventType } from "./event.ts";
import { Id, Instant, Reference, Slug } from "./id.ts";
import { ProcessStatus } from "./process.ts";

/** What every event says of its process: enough to know which it is, and where to read more. */
const ofProcess = z.object({
  tenant: Slug,
  event: z.int().meta({
    description:
      "Its place among all events of the tenant. Webhooks may come in another order than this",
  }),
  process: Id,
  reference: Reference,
  service: Slug,
  links: z.object({ process: z.url(), events: z.url() }),
});

/** An event that outsiders may hear of: thin on purpose, and without a word that anybody typed. */
function happening<T extends EventType, S extends z.ZodRawShape>(
  type: T,
  description: string,
  more: S,
) {
  return z
    .object({ type: z.literal(type), timestamp: Instant, data: ofProcess.extend(more) })
    .meta({ id: nameOf(type), description });
}

const task = { task: Id };
const payment = { payment: Id };
const information = { information: Id };
const delivery = { delivery: Id, connector: Slug };

/** The catalogue of events that outsiders may hear of, whether they are called or ask. */
export const publicEvents = [
  happening("process.started", "Somebody submitted a form and has its reference", {}),
  happening("stage.changed", "The process reached another stage in the citizen's words", {
    stage: Slug,
  }),
  happening("process.ended", "The process came to its end", { status: ProcessStatus, stage: Slug }),
  happening("process.reopened", "Its citizen said that it is not fixed, and it goes on", {
    stage: Slug,
  }),
  happening("process.rated", "Its citizen said how satisfied they are", {}),
  happening("task.updated", "Somebody or a back office said how far a task is", task),
  happening("task.completed", "A task was completed", task),
  happening("note.added", "A note was added; read it with the scope `notes:read`", {
    note: Id,
    visibleToCitizen: z.boolean(),
  }),
  happening("delivery.accepted", "A back office has taken the case over", delivery),
  happening("delivery.refused", "A back office will not have the case", delivery),
  happening("delivery.held", "A delivery waits for a person to decide", delivery),
  happening("payment.due", "The citizen is asked to pay before it goes on", payment),
  happening("payment.paid", "What was due is paid", payment),
  happening("information.asked", "The citizen was asked for what is missing or wrong", information),
  happening("information.answered", "The citizen answered what was asked", information),
  happening("information.over", "Nobody answered in time", information),
  happening("information.withdrawn", "What was asked is not asked any more", information),
  happening("payment.unpaid", "The process was closed because nobody paid", payment),
] as const;

/** Every event of the catalogue, told apart by its type. */
export const PublicEvent = z.discriminatedUnion("type", publicEvents).meta({
  id: "PublicEvent",
  description: "More types can come: pass over those that you do not know",
  "x-extensible": true,
});
export type PublicEvent = z.infer<typeof PublicEvent>;

export const PublicEventType = z.enum(publicEvents.map(({ shape }) => shape.type.value)).meta({
  id: "PublicEventType",
  description: "A type of event that outsiders may hear of; more can come",
  "x-extensible": true,
});
export type PublicEventType = z.infer<typeof PublicEventType>;

/** What a subscriber is sent when somebody wants to see whether it listens. */
export const Ping = z
  .object({
    type: z.literal("ping"),
    timestamp: Instant,
    data: z.object({ tenant: Slug, subscription: Id }),
  })
  .meta({ id: "Ping", description: "A test: nothing has happened" });
export type Ping = z.infer<typeof Ping>;

/** A part of all that happened, in order. */
export const PublicEvents = z
  .object({
    data: z.array(PublicEvent),
    nextCursor: z.string().meta({
      description:
        "Ask with `after` of this for what comes next. Where it is what you asked with, there is nothing new",
      examples: ["1024"],
    }),
  })
  .meta({ id: "PublicEvents" });
export type PublicEvents = z.infer<typeof PublicEvents>;

export const PublicEventQuery = z.object({
  /** The place of the last event that the caller has. */
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .default("0"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  type: PublicEventType.optional(),
});
export type PublicEventQuery = z.infer<typeof PublicEventQuery>;

function nameOf(type: EventType): string {
  const words = type.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Event`;
}
