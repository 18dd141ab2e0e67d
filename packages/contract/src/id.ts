import { z } from "zod";

/** A name in an address or a file: lower case, digits and single hyphens. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** The name of a question inside its form, in camel case. */
export const QuestionId = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9]*$/);

/** An id of ours: a three-letter kind, an underscore, and 26 characters that sort by time. */
export const Id = z
  .string()
  .regex(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/)
  .meta({
    description: "An id that sorts by the time it was given",
    examples: ["prc_01kb3zq8w5v0t6m2h9r4c7d1xe"],
  });

/** What a citizen quotes: the council's letters, then two groups of four. */
export const Reference = z
  .string()
  .regex(/^[A-Z]{2,4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  .meta({ description: "The public reference of a process", examples: ["CAM-2V4K-7XQP"] });

/** A moment: ISO 8601, in UTC. */
export const Instant = z.iso.datetime().meta({ description: "ISO 8601, in UTC" });
