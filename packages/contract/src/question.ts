import { z } from "zod";
import { QuestionId, Slug } from "./id.ts";
import { CleanJson, text } from "./text.ts";

/**
 * A rule over the answers, as JSON Logic; `{"var": "noiseSource"}` reads an answer by its question's id. In a named
 * condition, `{"condition": "is-pub"}` holds where the condition of that id does.
 */
export const JsonLogic = CleanJson;

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
  /** Why it is asked: what the council does with the answer. For staff, and for who looks after personal data. */
  purpose: text(300).optional(),
  /** The id of a named condition under which an answer must be given; without it `required` says. */
  requiredWhen: Slug.optional(),
  /** The id of a named condition; the question is asked, and its answer kept, only while it holds. */
  when: Slug.optional(),
  /** Sentences for this question alone, by fault code (`required`, `invalid`, `too-long`, `future`, …). */
  errors: z.record(z.string(), text(300, 1)).optional(),
};
const options = { options: z.array(Option).min(2) };
/** What becomes of an address that is another council's: it is fine, the person is asked, or it ends there; `ask` unless said otherwise. */
const area = { outside: z.enum(["allowed", "ask", "refused"]).optional() };
const days = { notAfter: z.literal("today").optional(), notBefore: z.literal("today").optional() };

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
  /** Pounds and pence. */
  z.strictObject({
    ...common,
    type: z.literal("money"),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    ...common,
    ...days,
    type: z.literal("date"),
    /** Whether a month or a year will do, for what nobody remembers to the day. */
    approximate: z.boolean().default(false),
  }),
  z.strictObject({ ...common, ...days, type: z.literal("date-range") }),
  z.strictObject({ ...common, type: z.literal("time") }),
  z.strictObject({ ...common, type: z.literal("yes-no") }),
  z.strictObject({ ...common, ...options, type: z.literal("radios") }),
  z.strictObject({ ...common, ...options, type: z.literal("select") }),
  z.strictObject({ ...common, ...options, type: z.literal("checkboxes") }),
  z.strictObject({ ...common, type: z.literal("name") }),
  z.strictObject({ ...common, type: z.literal("email") }),
  z.strictObject({ ...common, type: z.literal("phone") }),
  z.strictObject({ ...common, ...area, type: z.literal("address") }),
  /** A place that may have no address: found by search, on a map, or by postcode. */
  z.strictObject({ ...common, ...area, type: z.literal("location") }),
  z.strictObject({ ...common, type: z.literal("organisation") }),
  z.strictObject({ ...common, type: z.literal("vehicle-registration") }),
  /** A sentence that the person confirms by ticking it. */
  z.strictObject({ ...common, type: z.literal("declaration"), statement: text(1000, 1) }),
  z.strictObject({ ...common, type: z.literal("bank-details") }),
] as const;

/** A question inside a repeating group: any kind but another group, files or a calculated value. */
export const ItemQuestion = z.discriminatedUnion("type", [...single]);
export type ItemQuestion = z.infer<typeof ItemQuestion>;

export const Question = z
  .discriminatedUnion("type", [
    ...single,
    z.strictObject({
      ...common,
      type: z.literal("files"),
      maxFiles: z.int().min(1).max(10).default(5),
      /** What is asked of each file, such as "What does this show?"; without it files have no label. */
      fileLabel: text(200, 1).optional(),
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
    /** A value that follows from the answers before it. Nobody types it; it is shown and read back. */
    z.strictObject({
      ...common,
      type: z.literal("calculated"),
      value: JsonLogic,
      decimals: z.int().min(0).max(4).default(0),
      unit: text(20).optional(),
    }),
  ])
  .meta({ id: "Question" });
export type Question = z.infer<typeof Question>;
