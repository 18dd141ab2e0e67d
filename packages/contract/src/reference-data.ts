import { z } from "zod";
import { Slug } from "./id.ts";
import { text } from "./text.ts";

/** A table that a tenant keeps for look-ups. The first column is the key, and its values are all different. */
export const Dataset = z.strictObject({
  id: Slug,
  columns: z.array(text(80, 1)).min(2).max(40),
  rows: z.array(z.array(text(1000))).max(50_000),
});
export type Dataset = z.infer<typeof Dataset>;

/** One entry of a back office's code list. */
export const Code = z.strictObject({ code: text(80, 1), text: text(200, 1) });
export type Code = z.infer<typeof Code>;

/**
 * The schemas of one XML document, as they came: every include and import is found among them or not at all.
 * The rules are what a schema cannot say: XPath 1.0 tests that hold at every node of their context.
 */
export const SchemaSet = z.strictObject({
  id: Slug,
  /** The file that declares the root element. */
  main: z.string().min(1).max(120),
  files: z.record(z.string().regex(/^[A-Za-z0-9._-]+\.xsd$/), z.string().max(5_000_000)),
  /** Prefixes for the rules' XPath. */
  namespaces: z.record(z.string(), z.string().min(1)).default({}),
  rules: z
    .array(
      z.strictObject({
        id: Slug,
        context: z.string().min(1).max(400),
        test: z.string().min(1).max(1000),
        /** What is wrong where the test does not hold, in a plain sentence. */
        sentence: text(400, 1),
        /** The receiver's own code for it, where it has one. */
        code: text(40).optional(),
      }),
    )
    .default([]),
});
export type SchemaSet = z.infer<typeof SchemaSet>;
