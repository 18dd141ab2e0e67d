import { z } from "zod";
import { Channel } from "./assist.ts";
import { DocumentState } from "./evidence.ts";
import { Answers } from "./form.ts";
import { Id, Instant, Reference, Slug } from "./id.ts";
import { Payment, PaymentSummary } from "./payment.ts";
import { Stage } from "./service.ts";
import { CleanJson, text } from "./text.ts";
import { NextInTracking, TrackedDestination, TrackedStage } from "./tracking.ts";
import { Language } from "./translation.ts";

/** A submission: the answers themselves, or the draft that holds them. */
export const NewProcess = z
  .strictObject({
    service: Slug,
    /** The version that the answers were given to; the live one where it is left out. */
    version: z.int().positive().optional(),
    answers: Answers,
    /** The language that the person reads: what they are told later is in it, where the service is offered in it. */
    language: Language.optional(),
  })
  .meta({ id: "NewProcess" });
export type NewProcess = z.infer<typeof NewProcess>;

export const ProcessStatus = z.enum(["open", "completed", "closed", "referred"]);
export type ProcessStatus = z.infer<typeof ProcessStatus>;
/** Done, closed without action, or not the council's own to deal with. */
export const Ended = ProcessStatus.exclude(["open"]);
export type Ended = z.infer<typeof Ended>;

/**
 * Where one thing owed to the outside truly stands: waiting for its time, under way, sent and unanswered, taken over,
 * refused, waiting for a person to decide, given up, or dealt with by a person in another way.
 */
export const DeliveryState = z.enum([
  "pending",
  "queued",
  "sent",
  "accepted",
  "refused",
  "held",
  "dead",
  "handled",
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Destination = z
  .object({
    connector: Slug,
    name: z.string(),
    state: DeliveryState,
    /** Their reference, once they have given one. */
    reference: z.string().optional(),
    acceptedAt: Instant.optional(),
    attempts: z.int(),
  })
  .meta({ id: "Destination" });
export type Destination = z.infer<typeof Destination>;

export const Process = z
  .object({
    id: Id,
    reference: Reference,
    service: Slug,
    serviceVersion: z.int(),
    serviceTitle: z.string(),
    channel: Channel,
    status: ProcessStatus,
    stage: Stage,
    receivedAt: Instant,
    /** When something last happened to it. */
    updatedAt: Instant,
    respondBy: Instant.optional(),
    endedAt: Instant.optional(),
    /** The process that had ended and was not dealt with for its citizen, who began this one from it. */
    continues: Id.optional(),
    /** The process that this one was a duplicate of. */
    mergedInto: Id.optional(),
    destinations: z.array(Destination),
    /** The latest payment, where the service costs something. What comes after it waits until it is paid. */
    payment: Payment.optional(),
  })
  .meta({ id: "Process" });
export type Process = z.infer<typeof Process>;

/** The answer to a submission. The token lets the citizen follow this process and no other. */
export const StartedProcess = z
  .object({
    id: Id,
    reference: Reference,
    status: ProcessStatus,
    receivedAt: Instant,
    trackingKey: z.string(),
    token: z.string().optional(),
    /** What has to be paid before the work begins: `POST /processes/{id}/payments` starts it. */
    payment: Payment.optional(),
  })
  .meta({ id: "StartedProcess" });
export type StartedProcess = z.infer<typeof StartedProcess>;

export const NewNote = z
  .strictObject({ contents: text(4000, 1), visibleToCitizen: z.boolean() })
  .meta({ id: "NewNote" });
export type NewNote = z.infer<typeof NewNote>;
export const Note = z
  .object({
    id: Id,
    process: Id,
    contents: z.string(),
    visibleToCitizen: z.boolean(),
    author: z.string(),
    at: Instant,
  })
  .meta({ id: "Note" });
export type Note = z.infer<typeof Note>;

export const Document = z
  .object({
    id: z.string(),
    kind: z.enum(["form", "evidence"]),
    name: z.string(),
    contentType: z.string(),
    bytes: z.int().optional(),
    sha256: z.string().optional(),
    href: z.string(),
    /** What it shows, in the words of whoever sent it. */
    label: z.string().optional(),
    /** Of evidence: whether malware was looked for, and what was found. */
    state: DocumentState.optional(),
    /** Where a small picture of it is, where there can be one. */
    thumbnail: z.string().optional(),
  })
  .meta({ id: "Document" });
export type Document = z.infer<typeof Document>;

export const TaskState = z.enum(["open", "in-progress", "completed", "cancelled"]);
export const Task = z
  .object({
    id: Id,
    process: Id,
    /** Of its process, so that a list of work can be read by itself. */
    reference: Reference,
    service: Slug,
    serviceTitle: z.string(),
    step: Slug,
    title: z.string(),
    team: z.string().optional(),
    /** Whose it is, for the council's own staff alone; nobody's where it is left out. */
    assignee: z.object({ id: Id, name: z.string() }).optional(),
    state: TaskState,
    dueAt: Instant.optional(),
    externalStatus: z.string().optional(),
    completedAt: Instant.optional(),
    updatedAt: Instant,
    fields: z.record(z.string(), CleanJson).optional(),
  })
  .meta({ id: "Task" });
export type Task = z.infer<typeof Task>;

/** What a back office may say of a task: its own status code, which the connector's table turns into a stage. */
export const TaskUpdate = z
  .strictObject({
    state: z.enum(["open", "in-progress"]).optional(),
    stage: Slug.optional(),
    externalStatus: text(200, 1).optional(),
  })
  .meta({ id: "TaskUpdate" });
export type TaskUpdate = z.infer<typeof TaskUpdate>;

/** How a task ended; `fields` are the back office's own words for it. */
export const TaskCompletion = z
  .strictObject({
    outcome: z.enum(["completed", "closed", "referred"]).default("completed"),
    fields: z.record(z.string().max(80), text(2000)).default({}),
    /** Words for the citizen of how it ended; of what is not the council's own, whom to turn to. They become a note. */
    words: text(1200, 1).optional(),
  })
  .meta({ id: "TaskCompletion" });
export type TaskCompletion = z.infer<typeof TaskCompletion>;

/** One line of the timeline, in plain words. */
export const TimelineEntry = z
  .object({
    at: Instant,
    title: z.string(),
    text: z.string().optional(),
    author: z.string().optional(),
  })
  .meta({ id: "TimelineEntry" });
/** How a process ended, in the citizen's words. */
export const Ending = z
  .object({
    outcome: Ended,
    title: z.string(),
    text: z.string(),
    /** Until when its citizen may say that it is not fixed, and what comes of it. */
    notFixed: z.object({ rule: z.enum(["reopen", "start-anew"]), until: Instant }).optional(),
    /** Whether its citizen has said how satisfied they are. */
    rated: z.boolean().optional(),
  })
  .meta({ id: "Ending" });
export type Ending = z.infer<typeof Ending>;

/** A process as its citizen follows it. Without the citizen's token there are no notes, documents or authors in it. */
export const Tracking = z
  .object({
    reference: Reference,
    service: Slug,
    serviceTitle: z.string(),
    /** The languages that its service is offered in, whichever this answer is in. */
    languages: z.array(Language),
    /** The service's own brand, where it has one. */
    brand: Slug.optional(),
    status: ProcessStatus,
    stage: Stage,
    receivedAt: Instant,
    respondBy: Instant.optional(),
    targetText: z.string(),
    delivery: z.object({
      state: z.enum(["awaiting-payment", "received", "passed-on", "delayed", "in-hand"]),
      text: z.string(),
    }),
    /** Each place that it goes to. */
    destinations: z.array(TrackedDestination).optional(),
    /** Where it is among the stages of its service. */
    stages: z.array(TrackedStage).optional(),
    /** Left out once it has ended. */
    next: NextInTracking.optional(),
    timeline: z.array(TimelineEntry),
    documents: z.array(Document),
    payment: PaymentSummary.optional(),
    /** When it came to the stage that it stands at. */
    stageSince: Instant.optional(),
    /** Left out while it is open. */
    ending: Ending.optional(),
    /** What the citizen is asked for now, and the last day to answer on, for whoever holds the citizen's token. */
    information: z.object({ id: Id, respondBy: z.iso.date() }).optional(),
    /** Changes with anything that is seen here, but for the days that go by. */
    version: z.string().optional(),
    /** The process itself, for whoever holds its token. */
    process: Id.optional(),
    complete: z.boolean(),
  })
  .meta({ id: "Tracking" });
export type Tracking = z.infer<typeof Tracking>;
