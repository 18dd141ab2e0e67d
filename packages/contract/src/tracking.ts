import { z } from "zod";
import { Instant, Slug } from "./id.ts";
import { text } from "./text.ts";

/** Where a process went, in words. What the other side calls it is for its citizen alone. */
export const TrackedDestination = z
  .object({
    name: z.string(),
    state: z.enum(["waiting", "delayed", "in-hand", "passed-on"]),
    text: z.string(),
    at: Instant.optional(),
    reference: z.string().optional(),
  })
  .meta({ id: "TrackedDestination" });
export type TrackedDestination = z.infer<typeof TrackedDestination>;

/** A stage as it stands to the one that the process is at. Those ahead may be left out. */
export const TrackedStage = z
  .object({ id: Slug, title: z.string(), state: z.enum(["past", "now", "ahead"]) })
  .meta({ id: "TrackedStage" });
export type TrackedStage = z.infer<typeof TrackedStage>;

/** What is next, by when, and how many working days that is from now, as its council counts them. */
export const NextInTracking = z
  .object({
    text: z.string(),
    by: Instant.optional(),
    workingDays: z.int().min(0).optional(),
    /** Whether that time is past. */
    late: z.boolean().optional(),
  })
  .meta({ id: "NextInTracking" });
export type NextInTracking = z.infer<typeof NextInTracking>;

/** Words that a citizen adds to their own process. */
export const CitizenNote = z.strictObject({ contents: text(4000, 1) }).meta({ id: "CitizenNote" });
export type CitizenNote = z.infer<typeof CitizenNote>;
