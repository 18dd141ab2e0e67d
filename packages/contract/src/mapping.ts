import { z } from "zod";
import { Slug } from "./id.ts";
import { CleanJson, text } from "./text.ts";

const answerPath = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)*$/);

/** What the platform knows of a process beside its answers. */
export const Fact = z.enum([
  "processId",
  "reference",
  "receivedAt",
  "respondBy",
  "serviceTitle",
  "councilName",
  "summary",
  "callbackUrl",
  "grant",
  "documentLinks",
  "documentLabels",
  /** The address that answers the service's `location` question. */
  "location",
  "payment.reference",
  /** In pence. */
  "payment.amount",
  "contact.name",
  "contact.email",
  "contact.phone",
]);
export type Fact = z.infer<typeof Fact>;

const AnswerSource = z.strictObject({ answer: answerPath });
const FactSource = z.strictObject({ fact: Fact });
const ConstantText = z.strictObject({ value: z.string() });

/** A value of one of the tenant's datasets: `column` of the row whose first column equals what `row` gives. */
export const DatasetSource = z.strictObject({
  dataset: Slug,
  row: z.union([AnswerSource, FactSource, ConstantText]),
  column: z.string().min(1).max(80),
});

/** Where a value comes from: an answer (by path, `address.postcode`), a constant, a fact of the process, or a dataset. */
export const Source = z.union([
  AnswerSource,
  z.strictObject({ value: CleanJson }),
  FactSource,
  DatasetSource,
  /** Sources written one after the other, the empty ones left out. */
  z.strictObject({
    join: z.array(z.union([AnswerSource, ConstantText, FactSource, DatasetSource])).min(1),
    with: z.string().default(" "),
  }),
]);
export type Source = z.infer<typeof Source>;

const count = z.int().positive();

/** A named change to a value, with its setting: `{"cut": 240}`, `{"date": "yyyy-MM-dd'T'HH:mm:ss"}`, `{"list": {…}}`. */
export const Transform = z.union([
  z.enum([
    "upper",
    "lower",
    /** The first letter of each word in upper case, for what was typed in one case only. */
    "capitals",
    "trim",
    "text",
    "number",
    "collapse",
    /** How many: the items of a group, the choices, or 1 for a single value. */
    "count",
    /** The digits alone. */
    "digits",
    /** Latin letters without their marks, plain quotes and dashes; what has no like in ASCII is left out. */
    "ascii",
  ]),
  /** At most so many characters: broken anywhere, or after the last whole word; `mark` ends what was cut. */
  z.strictObject({
    cut: count,
    after: z.enum(["character", "word"]).optional(),
    mark: z.string().max(20).optional(),
  }),
  /** A long text in pieces of at most so many characters, broken between words: a list. */
  z.strictObject({ pieces: count }),
  z.strictObject({ pad: z.strictObject({ to: count, with: z.string().length(1) }) }),
  /** The moment or date in a pattern, in UK local time. */
  z.strictObject({ date: z.string() }),
  z.strictObject({ join: z.string() }),
  /** Option by option; `otherwise` is for what the list does not name. */
  z.strictObject({ list: z.record(z.string(), CleanJson), otherwise: CleanJson.optional() }),
  z.strictObject({ label: z.literal("of-option") }),
  /** The code that the connector's code list gives to the text; `otherwise` is for a text that is not in it. */
  z.strictObject({ code: z.string().min(1).max(80), otherwise: z.string().optional() }),
  /** No value at all for these: "not-known" is nothing to say where the target knows only what is known. */
  z.strictObject({ absent: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1) }),
  /** Only the characters of a set, written as inside a pattern's brackets; `instead` stands for any other. */
  z.strictObject({ only: z.string().min(1).max(200), instead: z.string().max(10).optional() }),
  /** A phone number as `+441632960001`, or as `01632960001`. */
  z.strictObject({ phone: z.enum(["international", "national"]) }),
  /** An address as a list of lines, at most so many, none longer than so many characters, or one part in the words of BS7666. */
  z.strictObject({
    address: z.union([
      z.strictObject({
        lines: count,
        longest: count.optional(),
        postcode: z.boolean().optional(),
      }),
      z.enum(["saon", "paon", "street", "town", "postcode", "uprn"]),
    ]),
  }),
  /** Where an address or a place is: an Ordnance Survey coordinate in metres, a WGS84 one in degrees, or a GeoJSON point. */
  z.strictObject({ place: z.enum(["easting", "northing", "longitude", "latitude", "point"]) }),
]);
export type Transform = z.infer<typeof Transform>;

export interface Row {
  /** The place in the target: `a/b/@c` in XML, `attributes/attributes_x` in JSON. */
  target: string;
  from?: Source | undefined;
  change?: Transform[] | undefined;
  /** A fault, not an omission, when there is no value. */
  required?: boolean | undefined;
  /** The id of one of the form's conditions. */
  when?: string | undefined;
  /** Write the element even when there is no value (`""` is not absence). */
  keepEmpty?: boolean | undefined;
  /** A group's id, or that of checkboxes or files: the target repeats, and in its `rows` the answers are the item's own. */
  each?: string | undefined;
  /** Only the first of `rows` that has a value is written, as where a schema offers a choice of elements. */
  choice?: boolean | undefined;
  rows?: Row[] | undefined;
}
export const Row: z.ZodType<Row> = z
  .strictObject({
    target: z.string().min(1).max(400),
    from: Source.optional(),
    change: z.array(Transform).optional(),
    required: z.boolean().optional(),
    when: Slug.optional(),
    keepEmpty: z.boolean().optional(),
    each: z.string().optional(),
    choice: z.boolean().optional(),
    get rows() {
      return z.array(Row).optional();
    },
  })
  .meta({ id: "MappingRow" });

/** How a service's answers become what a connector's operation takes, written from the target's side. */
export const Mapping = z.strictObject({
  id: Slug,
  /** The connector that the document is for. */
  connector: Slug,
  operation: Slug,
  /** The description of what it takes, where one was read: what is not mapped can then be named. */
  target: Slug.optional(),
  format: z.enum(["json", "xml"]),
  /** XML only: the root element, and the namespaces by prefix (`""` is the default one). */
  root: z.string().optional(),
  namespaces: z.record(z.string(), z.url()).optional(),
  /** XML only: the schema set that every document is checked against before it is sent. */
  schema: Slug.optional(),
  rows: z.array(Row).min(1),
  note: text(2000).optional(),
});
export type Mapping = z.infer<typeof Mapping>;
