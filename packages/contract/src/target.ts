import { z } from "zod";
import { Instant, Slug } from "./id.ts";
import { PageQuery } from "./page.ts";
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
    /**
     * One of several of which only one may be there: all of one choice have its name. A choice within the second
     * alternative of `Caller#1` is called `Caller#1.2#1`.
     */
    choice: z.string().optional(),
    /** Which alternative of the choice it is part of, counted from 1: those of one go together. */
    branch: z.int().positive().optional(),
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
    /** XML only: what a mapping for it says of its root element and its namespaces. */
    root: z.string().optional(),
    namespaces: z.record(z.string(), z.string()).optional(),
    /** What of it could not be taken at its word: that types of a sample are guessed, that a type was cut. */
    remarks: z.array(z.string()),
    /** How many fields it has, and how many of them are required. */
    fields: z.int(),
    required: z.int(),
    readAt: Instant,
  })
  .meta({ id: "Target" });
export type Target = z.infer<typeof Target>;

/** A target whole, as a tenant's folder keeps it. */
export const KeptTarget = z.strictObject({
  ...Target.omit({ fields: true, required: true }).shape,
  name: text(120, 1),
  fields: z.array(TargetField).max(20_000),
});
export type KeptTarget = z.infer<typeof KeptTarget>;

/** A target whose description was replaced, and what that did to its fields. */
export const TargetChange = Target.extend({
  /** The targets of fields that are new. */
  came: z.array(z.string()),
  /** The targets of fields that are gone: rows of mappings that name them write nowhere. */
  went: z.array(z.string()),
  /** The targets of fields that are described in another way now. */
  changed: z.array(z.string()),
}).meta({ id: "TargetChange" });
export type TargetChange = z.infer<typeof TargetChange>;

/** What a back office calls one of the documents that it takes: an Alloy design, an operation, a schema set. */
export const DesignName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.:-]+$/);

/** Something that a connector's back office takes, for a mapping to be made for it. */
export const LiveTarget = z
  .object({
    design: DesignName,
    title: z.string(),
    /** Live services that send this there already, at most 20: a mapping can begin as one of theirs does. */
    usedBy: z
      .array(z.object({ service: Slug, version: z.int(), title: z.string(), mapping: Slug }))
      .optional(),
  })
  .meta({ id: "LiveTarget" });
export type LiveTarget = z.infer<typeof LiveTarget>;

/** What a back office takes as it is now. */
export const LiveShape = Target.omit({ id: true, name: true, source: true })
  .extend(LiveTarget.pick({ design: true, title: true }).shape)
  .meta({ id: "LiveShape" });
export type LiveShape = z.infer<typeof LiveShape>;

/** Which fields of a target are asked for, in document order. */
export const FieldQuery = PageQuery.extend({
  /** Only fields whose name, title, text or values have every one of these words. */
  q: text(200).optional(),
  /** Only fields within this one. */
  under: text(2000).optional(),
  requiredOnly: z.stringbool().default(false),
});
export type FieldQuery = z.infer<typeof FieldQuery>;
