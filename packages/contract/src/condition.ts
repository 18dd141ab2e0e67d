import { z } from "zod";
import { PartPath } from "./edit.ts";
import { Slug } from "./id.ts";
import { JsonLogic } from "./question.ts";
import { text } from "./text.ts";

/**
 * How an answer is compared: it is the value, is one of the values, includes the value (a choice among several, or
 * words in a text), stands before or behind it in order, was given, or says something (neither “no” nor 0).
 */
export const Comparison = z
  .enum([
    "is",
    "one-of",
    "includes",
    "more-than",
    "at-least",
    "less-than",
    "at-most",
    "given",
    "has-value",
  ])
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof Comparison>;

const isNegated = { negated: z.boolean().optional() };
const literal = z.union([text(1000), z.number(), z.boolean()]);

/** One row of a condition as drop-downs show it. */
export const ConditionRow = z
  .union([
    z.strictObject({
      /** The question's id; of an answer with parts also `home.postcode`. */
      question: z.string().min(1).max(120),
      comparison: Comparison,
      /** What it is compared with: none, one, or several for `one-of`. */
      values: z.array(literal).max(200),
      ...isNegated,
    }),
    /** Another named condition. */
    z.strictObject({ condition: Slug, ...isNegated }),
    /** JSON Logic that drop-downs cannot show: it stays as it is. */
    z.strictObject({ logic: JsonLogic }),
  ])
  .meta({ id: "ConditionRow" });
export type ConditionRow = z.infer<typeof ConditionRow>;

/** A condition as drop-downs show it: all of the rows hold, any of them, or none. */
export const ConditionParts = z
  .strictObject({ join: z.enum(["all", "any", "none"]), rows: z.array(ConditionRow).max(50) })
  .meta({ id: "ConditionParts" });
export type ConditionParts = z.infer<typeof ConditionParts>;

/** Something that uses a part of a service, by what it is called. */
export const PartUse = z
  .object({
    at: PartPath,
    /** What it is: a page, a question, a row of a mapping, … */
    kind: z.enum([
      "page",
      "question",
      "condition",
      "mapping",
      "step",
      "message",
      "status",
      "contact",
      "service",
    ]),
    title: z.string(),
  })
  .meta({ id: "PartUse" });
export type PartUse = z.infer<typeof PartUse>;

/** What a part of a service is used by, to be shown before it is changed. */
export const PartUses = z
  .object({
    at: PartPath,
    /** “Used on 4 pages and in 2 rows of mappings.” */
    sentence: z.string(),
    uses: z.array(PartUse),
  })
  .meta({ id: "PartUses" });
export type PartUses = z.infer<typeof PartUses>;

/** A named condition of a service in the making, in words and as drop-downs show it. */
export const DraftCondition = z
  .object({
    id: Slug,
    at: PartPath,
    name: z.string(),
    sentence: z.string(),
    parts: ConditionParts,
    /** False where a part of it is written by hand, and only shown. */
    isWhole: z.boolean(),
    /** The same as JSON Logic. */
    when: JsonLogic,
    uses: z.array(PartUse),
  })
  .meta({ id: "DraftCondition" });
export type DraftCondition = z.infer<typeof DraftCondition>;

/** A question as a condition can look at it: the comparisons that make sense, and the values to choose from. */
export const ComparedQuestion = z
  .object({
    id: z.string(),
    at: PartPath,
    label: z.string(),
    /** The group that it is an item's of: conditions outside the group cannot look at it. */
    group: z.string().optional(),
    comparisons: z.array(
      z.object({ comparison: Comparison, words: z.string(), negatedWords: z.string() }),
    ),
    /** Empty where the value is typed. */
    values: z.array(z.object({ value: literal, label: z.string() })),
  })
  .meta({ id: "ComparedQuestion" });
export type ComparedQuestion = z.infer<typeof ComparedQuestion>;

/** The named conditions of a service in the making, and what they may look at. */
export const DraftConditions = z
  .object({ conditions: z.array(DraftCondition), questions: z.array(ComparedQuestion) })
  .meta({ id: "DraftConditions" });
export type DraftConditions = z.infer<typeof DraftConditions>;

/** A condition as it was put together from drop-downs. */
export const NewConditionReading = z
  .strictObject({ parts: ConditionParts })
  .meta({ id: "NewConditionReading" });
export type NewConditionReading = z.infer<typeof NewConditionReading>;

/** What a condition says, and the JSON Logic to keep it as. */
export const ConditionReading = z
  .object({ when: JsonLogic, sentence: z.string() })
  .meta({ id: "ConditionReading" });
export type ConditionReading = z.infer<typeof ConditionReading>;
