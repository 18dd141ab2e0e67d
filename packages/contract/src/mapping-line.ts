import { z } from "zod";
import { PartPath } from "./edit.ts";
import { Answers } from "./form.ts";
import { Instant, Slug } from "./id.ts";
import { Fact, Row, Transform } from "./mapping.ts";
import { Code } from "./reference-data.ts";
import { FieldQuery, TargetField } from "./target.ts";
import { MadeJson, text } from "./text.ts";

/** How a field of a receiver stands with a mapping. */
export const LineState = z
  .enum(["mapped", "missing-required", "optional", "unknown-target", "type-doubtful"])
  .meta({ id: "LineState" });
export type LineState = z.infer<typeof LineState>;

/** One change that a row makes to its value, with its words. */
const LineChange = z.object({
  /** Which of the kinds of changes it is. */
  kind: z.string(),
  words: z.string(),
  change: Transform,
});

/** A row of a mapping that writes to a field. */
export const LineRow = z
  .object({
    at: PartPath,
    row: Row,
    /** All that it says in a sentence: “The answer to “Where is the noise?”, in capitals.” */
    sentence: z.string(),
    /** Where the value comes from, in words; left out where rows of its own say what it holds. */
    source: z.string().optional(),
    changes: z.array(LineChange),
    /** The name of the condition under which it is written. */
    condition: z.string().optional(),
    /** What it writes of the sample, one after the other where it repeats. */
    results: z.array(z.string()),
    /** What is wrong with it, or with what it writes of the sample. */
    faults: z.array(z.string()),
  })
  .meta({ id: "LineRow" });
export type LineRow = z.infer<typeof LineRow>;

/** A field that a receiver takes, beside what is written to it. */
export const MappingLine = z
  .object({
    /** Left out where a row writes to a place that the receiver does not have, or nobody knows what it has. */
    field: TargetField.optional(),
    target: z.string(),
    state: LineState,
    /** What is wrong, or to be looked at. */
    sentence: z.string().optional(),
    rows: z.array(LineRow),
    /** Where an edit adds a row for it, so that the document keeps the receiver's order. */
    add: z.object({
      to: PartPath,
      after: z.string().nullable(),
      target: z.string(),
      /** The repeating question whose items' answers are meant there. */
      group: z.string().optional(),
    }),
    /** What may be meant, where nothing is written yet: the row to add, what it says, and why. */
    suggestion: z.object({ row: Row, words: z.string(), why: z.string() }).optional(),
  })
  .meta({ id: "MappingLine" });
export type MappingLine = z.infer<typeof MappingLine>;

/** Whether it is known what the receiver takes. */
export const LineTarget = z
  .object({
    state: z.enum(["known", "none", "gone", "unreachable"]),
    /** Where it comes from; or why it is not known, and what to do. */
    sentence: z.string(),
    name: z.string().optional(),
    readAt: Instant.optional(),
  })
  .meta({ id: "LineTarget" });
export type LineTarget = z.infer<typeof LineTarget>;

const count = z.int().min(0);

/** A mapping beside what its receiver takes, a part of its lines at a time. */
export const MappingLines = z
  .object({
    mapping: Slug,
    at: PartPath,
    target: LineTarget,
    counts: z.object({
      fields: count,
      /** Fields without which the document would be refused. */
      required: count,
      mapped: count,
      missing: count,
      doubtful: count,
      unknown: count,
    }),
    data: z.array(MappingLine),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "MappingLines" });
export type MappingLines = z.infer<typeof MappingLines>;

/** Which lines are asked for. */
export const LineQuery = FieldQuery.extend({
  state: LineState.optional(),
  /** Only the lines of these targets. */
  target: z.array(text(2000)).max(50).optional(),
  /** What is required and missing comes first, and then what is required. */
  requiredFirst: z.stringbool().default(false),
  /** Whose answers the results are of; made up to fit the form where it is left out. */
  scenario: Slug.optional(),
});
export type LineQuery = z.infer<typeof LineQuery>;

/** Whose answers a document is written of: a scenario's, or those that are given; else they are made up to fit the form. */
export const NewMappingPreview = z
  .strictObject({ scenario: Slug.optional(), answers: Answers.optional() })
  .refine(({ scenario, answers }) => scenario === undefined || answers === undefined, {
    message: "one-of-scenario-and-answers",
  })
  .meta({ id: "NewMappingPreview" });
export type NewMappingPreview = z.infer<typeof NewMappingPreview>;

/** Something that is wrong with a document, at the row that writes it. */
export const MappingPreviewFault = z
  .object({
    /** The row; the mapping where it is of no row. */
    at: PartPath,
    target: z.string(),
    sentence: z.string(),
  })
  .meta({ id: "MappingPreviewFault" });
export type MappingPreviewFault = z.infer<typeof MappingPreviewFault>;

/** The document that a mapping makes of a sample. */
export const MappingPreview = z
  .object({
    format: z.enum(["json", "xml"]),
    /** Broken into lines for people. What cannot be written is left out, and is among the faults. */
    text: z.string().optional(),
    /** Why there is none, where there is none. */
    sentence: z.string().optional(),
    sample: z.object({
      kind: z.enum(["scenario", "given", "made-up", "none"]),
      /** Whose answers they are. */
      sentence: z.string(),
      /** What of them the form does not take, and was left out. */
      faults: z.array(z.string()),
    }),
    rows: z.array(z.object({ at: PartPath, target: z.string(), results: z.array(z.string()) })),
    faults: z.array(MappingPreviewFault),
    /** What it was held against. */
    checked: z.string(),
  })
  .meta({ id: "MappingPreview" });
export type MappingPreview = z.infer<typeof MappingPreview>;

/** A question as a row of a mapping can use it. */
const SourceQuestion = z.object({
  /** What a source names: the question's id, or `address.postcode` for a part. */
  answer: z.string(),
  label: z.string(),
  type: z.string(),
  /** Options to map one by one, where it has some. */
  hasOptions: z.boolean(),
  /** Whether rows can repeat for its answers: a group, checkboxes or files. */
  repeats: z.boolean(),
  /** The group whose items' question it is. */
  group: z.string().optional(),
});

/** One setting of a kind of change, for a page to draw a field for. */
export const ChangeSetting = z
  .object({
    /** Where it stands in the change, step by step. */
    path: z.array(z.string()).min(1),
    label: z.string(),
    hint: z.string().optional(),
    kind: z.enum(["number", "text", "yes-no", "choice", "options", "lines"]),
    required: z.boolean(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  })
  .meta({ id: "ChangeSetting" });
export type ChangeSetting = z.infer<typeof ChangeSetting>;

/** A kind of change that rows can make to a value. */
export const ChangeKind = z
  .object({
    id: z.string(),
    title: z.string(),
    hint: z.string().optional(),
    /** What it is before its settings are put into it: its name alone where it has none. */
    base: MadeJson,
    settings: z.array(ChangeSetting),
  })
  .meta({ id: "ChangeKind" });
export type ChangeKind = z.infer<typeof ChangeKind>;

/** All that a row of a mapping can be made of, by the names that people know. */
export const MappingSources = z
  .object({
    pages: z.array(z.object({ title: z.string(), questions: z.array(SourceQuestion) })),
    facts: z.array(z.object({ fact: Fact, words: z.string() })),
    datasets: z.array(z.object({ id: Slug, columns: z.array(z.string()) })),
    conditions: z.array(z.object({ id: Slug, name: z.string(), sentence: z.string() })),
    changes: z.array(ChangeKind),
    /** The back office's code lists by name. */
    lists: z.array(z.string()),
  })
  .meta({ id: "MappingSources" });
export type MappingSources = z.infer<typeof MappingSources>;

/** Whose options, and what they are laid beside. */
export const OptionQuery = z.object({
  /** The question that has the options; only the values are told where it is left out. */
  answer: z.string().max(120).default(""),
  /** The field whose values they become. */
  target: z.string().max(2000).default(""),
});
export type OptionQuery = z.infer<typeof OptionQuery>;

/** A question's options beside the values that the receiver takes. */
export const MappingOptions = z
  .object({
    /** What can be chosen. Empty where the receiver names no values. */
    values: z.array(Code),
    options: z.array(
      z.object({
        option: z.string(),
        label: z.string(),
        /** What is likely meant, where something is. */
        code: z.string().optional(),
        how: z.enum(["exact", "plain", "likely"]).optional(),
      }),
    ),
  })
  .meta({ id: "MappingOptions" });
export type MappingOptions = z.infer<typeof MappingOptions>;
