import { z } from "zod";
import { Edit } from "./edit.ts";
import { Page } from "./form.ts";
import { Question } from "./question.ts";
import { text } from "./text.ts";

/** The kinds of questions that there are. */
const kinds = Question.def.options.map((one) => one.shape.type.value);
const QuestionKind = z.enum(kinds as [(typeof kinds)[number]]);

/**
 * The questions of a form as people write them down, one on a line:
 *
 * `# The water` begins a page, `- In a garden` is an option of the question above, and `> Which day?` is asked of each
 * of several; `(optional)`, `(choose any)` and `(several)` may stand behind a question, and `Hint: …` or
 * `Only if Where is it? is In a garden` below it.
 */
export const NewOutlineReading = z
  .strictObject({
    text: text(40_000, 1),
    /** The kind of the question on a line, counted from 1, where it was guessed wrong. */
    kinds: z.record(z.string().regex(/^[1-9]\d{0,4}$/), QuestionKind).optional(),
  })
  .meta({ id: "NewOutlineReading" });
export type NewOutlineReading = z.infer<typeof NewOutlineReading>;

/** What was made of questions that were written down; nothing is changed by it. */
export const OutlineReading = z
  .object({
    /** The pages as they would be, with the line of each of their questions. */
    pages: z.array(z.object({ page: Page, lines: z.array(z.int().positive()) })),
    /** What could not be taken as it was written, each by its line. */
    remarks: z.array(z.object({ line: z.int().positive(), sentence: z.string() })),
    /** What adds them to the draft. */
    edits: z.array(Edit),
  })
  .meta({ id: "OutlineReading" });
export type OutlineReading = z.infer<typeof OutlineReading>;
