import { z } from "zod";
import { QuestionId, Slug } from "./id.ts";
import { JsonLogic, Question } from "./question.ts";
import { CleanJson, text } from "./text.ts";

/** A condition with a name, so that pages, questions and mappings can share it and a person can read it. */
export const NamedCondition = z
  .strictObject({ id: Slug, name: text(200, 1), when: JsonLogic })
  .meta({ id: "NamedCondition" });
export type NamedCondition = z.infer<typeof NamedCondition>;

/** One page: questions to answer, words to read, or the end of the road with who to turn to instead. */
export const Page = z
  .strictObject({
    id: Slug,
    title: text(200, 1),
    /** The section of the task list that it belongs to. */
    section: Slug.optional(),
    kind: z.enum(["questions", "information", "exit"]).default("questions"),
    when: Slug.optional(),
    /** Paragraphs in plain text, apart by an empty line; `[words](https://…)` is a link. */
    text: text(4000).optional(),
    questions: z.array(Question).default([]),
  })
  .meta({ id: "Page" });
export type Page = z.infer<typeof Page>;

/** A part of a long form, as its task list names it. */
export const Section = z.strictObject({
  id: Slug,
  title: text(100, 1),
  hint: text(200).optional(),
});
export type Section = z.infer<typeof Section>;

/**
 * Pages in their default order. A page whose condition does not hold is passed over.
 *
 * A form with sections is filled in from a task list: its sections may be done in any order that conditions allow, and
 * every page names its section.
 */
export const Form = z
  .strictObject({
    conditions: z.array(NamedCondition).default([]),
    sections: z.array(Section).default([]),
    pages: z.array(Page).min(1),
  })
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

/** A place in WGS84 degrees and on the Ordnance Survey's grid in metres, with what is known of it. */
export const Location = z.strictObject({
  latitude: z.number().min(49).max(61),
  longitude: z.number().min(-9).max(2),
  easting: z.int().min(0).max(700_000),
  northing: z.int().min(0).max(1_300_000),
  postcode: text(8).optional(),
  uprn: Address.shape.uprn,
  /** The nearest address, or the person's own words for where it is. */
  description: text(300).optional(),
});
export type Location = z.infer<typeof Location>;

/** A company, charity or other body, and its number with Companies House or the Charity Commission. */
export const Organisation = z.strictObject({ name: text(160, 1), number: text(12).optional() });
export type Organisation = z.infer<typeof Organisation>;

/** Where money can be paid to: digits alone, noughts in front kept. */
export const BankDetails = z.strictObject({
  accountName: text(70, 1),
  sortCode: z.string().regex(/^\d{6}$/),
  accountNumber: z.string().regex(/^\d{8}$/),
  rollNumber: text(18).optional(),
});
export type BankDetails = z.infer<typeof BankDetails>;

/** From a day to a day, both included. */
export const DateRange = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type DateRange = z.infer<typeof DateRange>;

/**
 * Answers by question id, in their stored shape: text, number (money in pounds), date `YYYY-MM-DD` (an approximate one
 * also `YYYY-MM` or `YYYY`), a date range, time `HH:MM`, yes-no as boolean, radios and select as an option's value,
 * checkboxes as values, an address, a location, an organisation, a vehicle registration in capitals without spaces,
 * bank details, a declaration as `true`, a calculated number or text, files as document ids, and a group as a list of
 * such records.
 */
export const Answers = z.record(QuestionId, CleanJson).meta({ id: "Answers" });
export type Answers = z.infer<typeof Answers>;
