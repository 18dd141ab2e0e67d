import { z } from "zod";
import { Slug } from "../id.ts";
import { AnswerPath, SafePattern } from "./paths.ts";

/** The name of a header, in any case. */
export const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/, "A header’s name has letters, digits and hyphens only.");

const Status = z.union([
  z.int().min(100).max(599),
  z.string().regex(/^[1-5]xx$/, "A status is a number such as 409, or a hundred such as “5xx”."),
]);

const tests = {
  /** The status of the answer, or several of which one has to be it. */
  status: z.union([Status, z.array(Status).min(1)]).optional(),
  /** The header that is tested. */
  header: HeaderName.optional(),
  /** The place in the body that is tested; true where any of several values passes. */
  path: AnswerPath.optional(),
  /** Is exactly this. */
  equals: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
  /** Has these words in it, in capitals or not. */
  contains: z.string().min(1).max(200).optional(),
  /** Has this pattern in its first 256 characters. */
  matches: SafePattern.optional(),
  /** Is there, and not empty; or is not. */
  exists: z.boolean().optional(),
};

const isWhole = (condition: Readonly<Record<string, unknown>>): boolean => {
  const places = ["header", "path"].filter((name) => condition[name] !== undefined);
  const asked = ["equals", "contains", "matches", "exists"].filter(
    (name) => condition[name] !== undefined,
  );
  if (places.length === 0) return asked.length === 0 && condition.status !== undefined;
  return places.length === 1 && asked.length === 1;
};

const sentence =
  "A condition tests a “status”, or one “header” or “path” by one of “equals”, “contains”, “matches” and “exists”, or both.";

/** Something that is so, or not, of an answer. A status beside a place is wanted as well. */
export const Condition = z.strictObject(tests).refine(isWhole, sentence);
export type Condition = z.infer<typeof Condition>;

/** One way in which an answer can belong to a class: a condition, or several that hold together. */
export const Case = z.union([Condition, z.strictObject({ all: z.array(Condition).min(2).max(8) })]);
export type Case = z.infer<typeof Case>;

const cases = z.array(Case).min(1).max(20).optional();

/**
 * What the answers of a back office mean, where their status does not say it.
 *
 * They are tried in this order and the first that holds counts: duplicate, retry, refused, ambiguous, success. So a
 * special case comes before “the status was 200”. Where success is described, an answer of a 2xx status that is none
 * of these is ambiguous; where it is not, such an answer is a success. Any other is judged by its status. An answer of
 * 401, 403, 408, 425, 429 or 503 is about the way in or the moment: only a case that names the status can mean it.
 */
export const Meanings = z.strictObject({
  /** They had it already. */
  duplicate: cases,
  /** Not now; nothing was done. */
  retry: cases,
  /** Never so. `code` names why, in the words of the council's own table. */
  refused: z
    .array(z.strictObject({ when: Case, code: Slug.default("answer-refused") }))
    .min(1)
    .max(20)
    .optional(),
  /** Nobody knows. */
  ambiguous: cases,
  /** It was done. */
  success: cases,
});
export type Meanings = z.infer<typeof Meanings>;
