import { z } from "zod";
import { EventType } from "./event.ts";
import { Id, Instant, QuestionId, Reference, Slug } from "./id.ts";
import { NewNote, Process, ProcessStatus, TaskCompletion } from "./process.ts";
import { CleanJson, text } from "./text.ts";

/** Whose a task is from now on: a person's, or nobody's; and its team, where that is to be another. */
export const TaskAssignment = z
  .strictObject({
    assignee: Id.nullable(),
    team: text(120, 1).optional(),
    /** Why, for colleagues: a note that the citizen does not see. */
    words: text(1200, 1).optional(),
  })
  .meta({ id: "TaskAssignment" });
export type TaskAssignment = z.infer<typeof TaskAssignment>;

/** Somebody of a council's staff who can be given tasks. */
export const Colleague = z.object({ id: Id, name: z.string() }).meta({ id: "Colleague" });
export type Colleague = z.infer<typeof Colleague>;

/** Tasks that one thing is to be done to, each in its own change. */
export const BulkTasks = z
  .strictObject({
    tasks: z
      .array(Id)
      .min(1)
      .max(100)
      .refine((ids) => new Set(ids).size === ids.length, "not-unique"),
    act: z.discriminatedUnion("kind", [
      TaskAssignment.extend({ kind: z.literal("assign") }),
      TaskCompletion.extend({ kind: z.literal("complete") }),
      NewNote.extend({ kind: z.literal("note") }),
    ]),
  })
  .meta({ id: "BulkTasks" });
export type BulkTasks = z.infer<typeof BulkTasks>;

/** What became of each task, in the order they were named: done, or the code of the problem that it met. */
export const BulkOutcome = z
  .object({ data: z.array(z.object({ task: Id, code: z.string().optional() })) })
  .meta({ id: "BulkOutcome" });
export type BulkOutcome = z.infer<typeof BulkOutcome>;

/** What a caller is known by: all that is given has to be right. */
export const CaseSearch = z
  .strictObject({
    reference: Reference.optional(),
    email: text(254, 1).optional(),
    phone: text(40, 1).optional(),
    postcode: text(12, 1).optional(),
    surname: text(120, 1).optional(),
    service: z.array(Slug).min(1).max(50).optional(),
    status: ProcessStatus.optional(),
    limit: z.int().min(1).max(100).default(20),
  })
  .meta({ id: "CaseSearch" });
export type CaseSearch = z.infer<typeof CaseSearch>;

/** An answer that staff put right, and why. */
export const NewCorrection = z
  .strictObject({
    question: QuestionId,
    /** As a form's answer to the question; null for none. */
    value: CleanJson,
    reason: text(1000, 1),
  })
  .meta({ id: "NewCorrection" });
export type NewCorrection = z.infer<typeof NewCorrection>;

export const Correction = z
  .object({
    id: Id,
    question: QuestionId,
    /** In the words of the form; no line where there is no answer any more. */
    text: z.array(z.string()),
    reason: z.string(),
    author: z.string(),
    at: Instant,
    /** Of a correction that was just made: that something was sent before with the answer as it was. */
    sentBefore: z.boolean().optional(),
  })
  .meta({ id: "Correction" });
export type Correction = z.infer<typeof Correction>;

/** The answers as they were sent, question by question in the words of the version that the process follows. */
export const CaseAnswers = z
  .object({
    pages: z.array(
      z.object({
        title: z.string(),
        rows: z.array(
          z.object({
            question: QuestionId,
            label: z.string(),
            /** The kind of the question. */
            type: z.string(),
            /** As it was sent; no line where it was left unanswered. */
            text: z.array(z.string()),
            /** What holds now, as data; left out where there is none, and of what is masked. */
            value: CleanJson.optional(),
            /** Whether it can be corrected: files, what is worked out and what is masked cannot. */
            correctable: z.boolean(),
            /** The last of them holds. */
            corrections: z.array(Correction),
          }),
        ),
      }),
    ),
    /** The names of the files that came with it. */
    files: z.array(z.string()),
  })
  .meta({ id: "CaseAnswers" });
export type CaseAnswers = z.infer<typeof CaseAnswers>;

/** The process that a duplicate is of, and words for the citizen of the duplicate. */
export const NewMerge = z
  .strictObject({ into: Id, words: text(1200, 1).optional() })
  .meta({ id: "NewMerge" });
export type NewMerge = z.infer<typeof NewMerge>;

/** The colleagues who have the same case open, and whether whoever asks follows it. */
export const Viewers = z
  .object({
    data: z.array(z.object({ name: z.string(), seenAt: Instant })),
    follows: z.boolean(),
  })
  .meta({ id: "Viewers" });
export type Viewers = z.infer<typeof Viewers>;

/** A case that somebody follows, with what others did to it since they last opened it: twenty at most, in order. */
export const FollowedCase = z
  .object({
    process: Process,
    changes: z.array(z.object({ type: EventType, at: Instant })),
  })
  .meta({ id: "FollowedCase" });
export type FollowedCase = z.infer<typeof FollowedCase>;
