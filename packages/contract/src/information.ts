import { z } from "zod";
import { Draft } from "./draft.ts";
import { Answers, Form } from "./form.ts";
import { Id, Instant, QuestionId } from "./id.ts";
import { text } from "./text.ts";

/** What becomes of a request that nobody answered in time: a person decides, or the work goes on without it. */
export const IfUnanswered = z.enum(["task", "go-on"]);
export type IfUnanswered = z.infer<typeof IfUnanswered>;

/** Whether it can be answered, was answered, was not answered in time, or is not asked any more. */
export const InformationState = z.enum(["open", "answered", "over", "withdrawn"]);
export type InformationState = z.infer<typeof InformationState>;

/**
 * What a citizen is asked after they have sent their form: questions of that form whose answers are missing or wrong,
 * one question in other words, and files. At least one of them.
 */
export const NewInformationRequest = z
  .strictObject({
    /** Questions of the version that the process follows. */
    questions: z.array(QuestionId).max(20).optional(),
    ownQuestion: text(300, 1).optional(),
    /** Whether photos or other files are asked for. */
    files: z.boolean().optional(),
    /** Why it is asked, as the citizen reads it. */
    reason: text(1000, 1),
    /** The last day to answer on; or else `workingDays` from now. */
    respondBy: z.iso.date().optional(),
    workingDays: z.int().min(1).max(60).optional(),
    ifUnanswered: IfUnanswered.optional(),
  })
  .meta({ id: "NewInformationRequest" });
export type NewInformationRequest = z.infer<typeof NewInformationRequest>;

/** What was answered. What it puts right stays beside it: the answers of the process itself never change. */
export const InformationReply = z
  .object({
    answers: Answers,
    /** What the process says of the same questions, where it says anything. */
    before: Answers,
    /** The answer to the question in other words. */
    ownAnswer: z.string().optional(),
    documents: z.array(Id),
    /** The note that tells of it in words. */
    note: Id,
    at: Instant,
  })
  .meta({ id: "InformationReply" });
export type InformationReply = z.infer<typeof InformationReply>;

export const InformationRequest = z
  .object({
    id: Id,
    process: Id,
    state: InformationState,
    questions: z.array(z.object({ id: QuestionId, label: z.string() })),
    ownQuestion: z.string().optional(),
    files: z.boolean(),
    reason: z.string(),
    /** The last day to answer on. */
    respondBy: z.iso.date(),
    ifUnanswered: IfUnanswered,
    askedAt: Instant,
    /** Who asked. */
    askedBy: z.string(),
    remindedAt: Instant.optional(),
    /** When it was answered or withdrawn, or its time was over. */
    endedAt: Instant.optional(),
    reply: InformationReply.optional(),
  })
  .meta({ id: "InformationRequest" });
export type InformationRequest = z.infer<typeof InformationRequest>;

/** What is asked as a form of its own, and the draft in which it is filled in, with the token that opens it. */
export const InformationDraft = z
  .object({ request: InformationRequest, form: Form, draft: Draft })
  .meta({ id: "InformationDraft" });
export type InformationDraft = z.infer<typeof InformationDraft>;

/** The answers to the questions of that form. */
export const InformationAnswers = z
  .strictObject({ answers: Answers })
  .meta({ id: "InformationAnswers" });
export type InformationAnswers = z.infer<typeof InformationAnswers>;
