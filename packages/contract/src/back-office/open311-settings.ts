import { z } from "zod";

const variable = z.string().regex(/^[\w.-]{1,80}$/);

/** What a tenant's folder says of an endpoint of Open311 GeoReport v2. */
export const Open311Settings = z.strictObject({
  jurisdictionId: z.string().min(1).max(120).optional(),
  /** XML is what every endpoint speaks. */
  format: z.enum(["xml", "json"]).default("xml"),
  /** The attribute that takes our reference. */
  referenceIn: variable.optional(),
  /** The endpoint knows a report that comes again, so one whose answer was lost may be sent again. */
  recognisesRepeats: z.boolean().default(false),
  /** How it tells what becomes of reports: FixMyStreet's extension of updates, or the list of requests. */
  changes: z.enum(["updates", "requests", "none"]).default("requests"),
  /** It takes notes, by FixMyStreet's extension. One that comes again is known there by its `update_id`. */
  takesNotes: z.boolean().default(false),
  /** The state that a note is sent with. */
  noteStatus: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .default("OPEN"),
});
export type Open311Settings = z.infer<typeof Open311Settings>;
