import { z } from "zod";
import { Slug } from "./id.ts";
import { CleanJson, text } from "./text.ts";

/** Where a value comes from: an answer (by path, `address.postcode`), a constant, or a fact of the process. */
export const Source = z.union([
  z.strictObject({ answer: z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)*$/) }),
  z.strictObject({ value: CleanJson }),
  z.strictObject({
    fact: z.enum([
      "processId",
      "reference",
      "receivedAt",
      "serviceTitle",
      "summary",
      "callbackUrl",
      "grant",
      "documentLinks",
      "contact.name",
      "contact.email",
      "contact.phone",
    ]),
  }),
  /** Sources written one after the other, the empty ones left out. */
  z.strictObject({
    join: z
      .array(
        z.union([
          z.strictObject({ answer: z.string() }),
          z.strictObject({ value: z.string() }),
          z.strictObject({ fact: z.string() }),
        ]),
      )
      .min(1),
    with: z.string().default(" "),
  }),
]);
export type Source = z.infer<typeof Source>;

/** A named change to a value, with its setting: `{"cut": 240}`, `{"date": "yyyy-MM-dd'T'HH:mm:ss"}`, `{"list": {…}}`. */
export const Transform = z.union([
  z.enum(["upper", "lower", "trim", "text", "number", "collapse"]),
  z.strictObject({ cut: z.int().positive() }),
  z.strictObject({ pad: z.strictObject({ to: z.int().positive(), with: z.string().length(1) }) }),
  /** The moment or date in a pattern, in UK local time. */
  z.strictObject({ date: z.string() }),
  z.strictObject({ join: z.string() }),
  /** Option by option; `otherwise` is for what the list does not name. */
  z.strictObject({ list: z.record(z.string(), CleanJson), otherwise: CleanJson.optional() }),
  z.strictObject({ label: z.literal("of-option") }),
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
  /** A repeating group's id: the target repeats, `rows` are relative to it, and answers are the item's own. */
  each?: string | undefined;
  rows?: Row[] | undefined;
}
export const Row: z.ZodType<Row> = z.strictObject({
  target: z.string().min(1).max(400),
  from: Source.optional(),
  change: z.array(Transform).optional(),
  required: z.boolean().optional(),
  when: Slug.optional(),
  keepEmpty: z.boolean().optional(),
  each: z.string().optional(),
  get rows() {
    return z.array(Row).optional();
  },
});

/** How a service's answers become what a connector's operation takes, written from the target's side. */
export const Mapping = z.strictObject({
  id: Slug,
  /** The connector that the document is for. */
  connector: Slug,
  operation: Slug,
  format: z.enum(["json", "xml"]),
  /** XML only: the root element, and the namespaces by prefix (`""` is the default one). */
  root: z.string().optional(),
  namespaces: z.record(z.string(), z.url()).optional(),
  rows: z.array(Row).min(1),
  note: text(2000).optional(),
});
export type Mapping = z.infer<typeof Mapping>;
