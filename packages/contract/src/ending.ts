import { z } from "zod";
import { Draft } from "./draft.ts";
import { Instant } from "./id.ts";
import { Ended } from "./process.ts";
import { text } from "./text.ts";

/** What somebody says is not dealt with; where a new request is begun they say it there, in its answers. */
export const NewNotFixed = z
  .strictObject({ words: text(1200, 1).optional() })
  .meta({ id: "NewNotFixed" });
export type NewNotFixed = z.infer<typeof NewNotFixed>;

/** What came of it: the process goes on, or a form is begun with the same answers, whose token is given with it. */
export const NotFixedSaid = z
  .object({ rule: z.enum(["reopen", "start-anew"]), draft: Draft.optional() })
  .meta({ id: "NotFixedSaid" });
export type NotFixedSaid = z.infer<typeof NotFixedSaid>;

/** How satisfied somebody is: 1 is not at all, 5 is very. */
export const Score = z.int().min(1).max(5);
export type Score = z.infer<typeof Score>;

export const NewRating = z
  .strictObject({ score: Score, words: text(1200, 1).optional() })
  .meta({ id: "NewRating" });
export type NewRating = z.infer<typeof NewRating>;

/** What somebody said once their request had ended. Who it was is not said. */
export const Rating = z
  .object({
    score: Score,
    words: z.string().optional().meta({ description: "For the council's own staff alone" }),
    outcome: Ended,
    at: Instant.meta({ description: "The beginning of the day on which it was said" }),
  })
  .meta({ id: "Rating" });
export type Rating = z.infer<typeof Rating>;

/** The days of a question about counts, both with it: the last 28 where they are left out. */
export const DaysQuery = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type DaysQuery = z.infer<typeof DaysQuery>;

/** How often each was said, and what part of all are 4 or 5; left out where nobody said anything. */
export const RatingSummary = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    count: z.int(),
    scores: z.array(z.object({ score: Score, count: z.int() })),
    satisfied: z.number().min(0).max(1).optional(),
  })
  .meta({ id: "RatingSummary" });
export type RatingSummary = z.infer<typeof RatingSummary>;
