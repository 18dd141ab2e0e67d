import { z } from "zod";
import { QuestionId, Slug } from "./id.ts";
import { CleanJson, text } from "./text.ts";

/** A rule over the answers, as JSON Logic; `{"var": "noiseSource"}` reads an answer by its question's id. */
export const JsonLogic = CleanJson;

/** A condition with a name, so that pages, questions and mappings can share it and a person can read it. */
export const NamedCondition = z
  .strictObject({ id: Slug, name: text(200, 1), when: JsonLogic })
  .meta({ id: "NamedCondition" });
export type NamedCondition = z.infer<typeof NamedCondition>;

export const Option = z.strictObject({
  value: Slug,
  label: text(200, 1),
  hint: text(400).optional(),
});
export type Option = z.infer<typeof Option>;

const common = {
  id: QuestionId,
  label: text(300, 1),
  hint: text(1000).optional(),
  required: z.boolean().default(true),
  /** The id of a named condition; the question is asked, and its answer kept, only while it holds. */
  when: Slug.optional(),
  /** Sentences for this question alone, by fault code (`required`, `invalid`, `too-long`, `future`, …). */
  errors: z.record(z.string(), text(300, 1)).optional(),
};
const options = { options: z.array(Option).min(2) };

const single = [
  z.strictObject({
    ...common,
    type: z.literal("text"),
    maxLength: z.int().positive().max(500).default(200),
    width: z.enum(["5", "10", "20", "full"]).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal("long-text"),
    maxLength: z.int().positive().max(8000).default(4000),
  }),
  z.strictObject({
    ...common,
    type: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.int().min(0).max(4).default(0),
    unit: text(20).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal("date"),
    notAfter: z.literal("today").optional(),
    notBefore: z.literal("today").optional(),
  }),
  z.strictObject({ ...common, type: z.literal("time") }),
  z.strictObject({ ...common, type: z.literal("yes-no") }),
  z.strictObject({ ...common, ...options, type: z.literal("radios") }),
  z.strictObject({ ...common, ...options, type: z.literal("select") }),
  z.strictObject({ ...common, ...options, type: z.literal("checkboxes") }),
  z.strictObject({ ...common, type: z.literal("name") }),
  z.strictObject({ ...common, type: z.literal("email") }),
  z.strictObject({ ...common, type: z.literal("phone") }),
  z.strictObject({ ...common, type: z.literal("address") }),
] as const;

/** A question inside a repeating group: any kind but another group or files. */
export const ItemQuestion = z.discriminatedUnion("type", [...single]);
export type ItemQuestion = z.infer<typeof ItemQuestion>;

export const Question = z
  .discriminatedUnion("type", [
    ...single,
    z.strictObject({
      ...common,
      type: z.literal("files"),
      maxFiles: z.int().min(1).max(10).default(5),
    }),
    z.strictObject({
      ...common,
      type: z.literal("group"),
      /** What one of them is called: "date", "person". */
      itemName: text(60, 1),
      min: z.int().min(0).default(1),
      max: z.int().min(1).max(50).default(20),
      questions: z.array(ItemQuestion).min(1),
    }),
  ])
  .meta({ id: "Question" });
export type Question = z.infer<typeof Question>;

/** One page: questions to answer, words to read, or the end of the road with who to turn to instead. */
export const Page = z
  .strictObject({
    id: Slug,
    title: text(200, 1),
    kind: z.enum(["questions", "information", "exit"]).default("questions"),
    when: Slug.optional(),
    /** Paragraphs in plain text, apart by an empty line; `[words](https://…)` is a link. */
    text: text(4000).optional(),
    questions: z.array(Question).default([]),
  })
  .meta({ id: "Page" });
export type Page = z.infer<typeof Page>;

/** Pages in their default order. A page whose condition does not hold is passed over. */
export const Form = z
  .strictObject({ conditions: z.array(NamedCondition).default([]), pages: z.array(Page).min(1) })
  .meta({ id: "Form" });
export type Form = z.infer<typeof Form>;

/** A postal address typed by hand or found by a look-up. */
export const Address = z.strictObject({
  line1: text(100, 1),
  line2: text(100).optional(),
  town: text(60, 1),
  postcode: text(8).optional(),
  uprn: z
    .string()
    .regex(/^(?=.*[1-9])\d{1,12}$/)
    .optional(),
  easting: z.int().min(0).max(700_000).optional(),
  northing: z.int().min(0).max(1_300_000).optional(),
});
export type Address = z.infer<typeof Address>;

/**
 * Answers by question id, in their stored shape: text, number, date `YYYY-MM-DD`, time `HH:MM`, yes-no as
 * boolean, radios and select as an option's value, checkboxes as values, an address, files as document ids,
 * and a group as a list of such records.
 */
export const Answers = z.record(QuestionId, CleanJson).meta({ id: "Answers" });
export type Answers = z.infer<typeof Answers>;
