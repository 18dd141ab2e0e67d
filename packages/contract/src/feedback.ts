import { z } from "zod";
import { Id, Instant, QuestionId, Slug } from "./id.ts";
import { PageQuery } from "./page.ts";
import { EmailAddress } from "./person.ts";
import { text } from "./text.ts";

/** What pages of a service are called that ask nothing of its form: no page of a form can have these names. */
export const servicePages = ["start", "check-your-answers", "confirmation"] as const;

/** Where on a council's pages somebody was. Without a service it is a page of the council's own. */
const place = {
  service: Slug.optional(),
  /** The version whose pages they read. */
  version: z.int().positive().optional(),
  page: Slug,
  question: QuestionId.optional(),
};

/** Something that somebody says is wrong with a page. */
export const NewFeedback = z
  .strictObject({
    ...place,
    text: text(1200, 1),
    /** For an answer, if they want one. */
    email: EmailAddress.optional(),
  })
  .meta({ id: "NewFeedback" });
export type NewFeedback = z.infer<typeof NewFeedback>;

/** What whoever said it is told: that it has arrived. */
export const ReceivedFeedback = z
  .object({ id: Id, receivedAt: Instant })
  .meta({ id: "ReceivedFeedback" });
export type ReceivedFeedback = z.infer<typeof ReceivedFeedback>;

export const FeedbackState = z.enum(["new", "dealt-with"]);
export type FeedbackState = z.infer<typeof FeedbackState>;

export const Feedback = z
  .object({
    id: Id,
    ...place,
    text: z.string(),
    /** Left out for a caller that may not change services. */
    email: z.string().optional(),
    state: FeedbackState,
    receivedAt: Instant,
    dealtWith: z.object({ at: Instant, by: z.string(), note: z.string().optional() }).optional(),
  })
  .meta({ id: "Feedback" });
export type Feedback = z.infer<typeof Feedback>;

/** How much was said of one question, or of a page as a whole. */
export const FeedbackCount = z
  .object({ ...place, new: z.int(), dealtWith: z.int() })
  .omit({ version: true })
  .meta({ id: "FeedbackCount" });
export type FeedbackCount = z.infer<typeof FeedbackCount>;

export const FeedbackQuery = PageQuery.extend({
  service: Slug.optional(),
  /** Of the council's own pages alone, which belong to no service. */
  ownPages: z.literal("true").optional(),
  page: Slug.optional(),
  state: FeedbackState.optional(),
});
export type FeedbackQuery = z.infer<typeof FeedbackQuery>;

/** Somebody has dealt with what was said. */
export const FeedbackHandling = z
  .strictObject({ note: text(1000, 1).optional() })
  .meta({ id: "FeedbackHandling" });
export type FeedbackHandling = z.infer<typeof FeedbackHandling>;
