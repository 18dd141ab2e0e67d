import { z } from "zod";
import { Instant, Slug } from "./id.ts";
import { Code } from "./reference-data.ts";
import { text } from "./text.ts";

/** One place in what a receiver takes. */
export const TargetField = z
  .object({
    /** What a mapping's row names: `Caller/Address/PostCode`, `Caller/@id`, `attributes/noise_source`. */
    target: z.string(),
    title: z.string(),
    /** What it is for, where the receiver says so. */
    text: z.string().optional(),
    /** Of what kind the value is, in one word for all receivers; `group` where it holds others. */
    type: z.enum([
      "group",
      "text",
      "number",
      "integer",
      "boolean",
      "date",
      "time",
      "date-time",
      "list",
      "place",
      "file",
      "any",
    ]),
    required: z.boolean(),
    /** Whether it may be there more than once. */
    repeats: z.boolean(),
    /** One of several of which only one may be there: all of one choice have its name. */
    choice: z.string().optional(),
    options: z.array(Code).optional(),
    /** What the value has to keep to, as far as one sentence says it. */
    limits: z
      .object({
        minLength: z.int().optional(),
        maxLength: z.int().optional(),
        min: z.number().optional(),
        max: z.number().optional(),
        pattern: z.string().optional(),
      })
      .optional(),
    /** A type that holds itself is entered so deep, and no deeper. */
    isCut: z.boolean().optional(),
  })
  .meta({ id: "TargetField" });
export type TargetField = z.infer<typeof TargetField>;

/** Where a target's shape was read from. */
export const TargetSource = z
  .enum(["xsd", "wsdl", "json-schema", "openapi", "sample-xml", "sample-json", "connector"])
  .meta({ id: "TargetSource" });
export type TargetSource = z.infer<typeof TargetSource>;

/** Files of a receiver's own description, to read its shape from. What they include has to be among them. */
export const NewTarget = z
  .strictObject({
    name: text(120, 1),
    source: TargetSource.exclude(["connector"]),
    files: z
      .array(
        z.strictObject({
          name: z
            .string()
            .min(1)
            .max(200)
            .regex(/^[\w][\w .()-]*(\/[\w][\w .()-]*)*$/),
          text: z.string().max(5_000_000),
        }),
      )
      .min(1)
      .max(60),
    /** The element, the operation or the schema to read, where the files have several: the answer to one without says which. */
    root: z.string().min(1).max(200).optional(),
  })
  .meta({ id: "NewTarget" });
export type NewTarget = z.infer<typeof NewTarget>;

/** What a receiver takes, as a mapping is made for it. */
export const Target = z
  .object({
    id: Slug,
    name: z.string(),
    source: TargetSource,
    format: z.enum(["json", "xml"]),
    /** XML only. */
    root: z.string().optional(),
    namespaces: z.record(z.string(), z.string()).optional(),
    /** How many fields it has, and how many of them are required. */
    fields: z.int(),
    required: z.int(),
    readAt: Instant,
  })
  .meta({ id: "Target" });
export type Target = z.infer<typeof Target>;
