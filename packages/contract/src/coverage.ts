import { z } from "zod";
import { Instant, Slug } from "./id.ts";

/** What one status of a back office means for one service, and how often it came lately. */
export const StatusCoverage = z
  .object({
    service: Slug,
    serviceTitle: z.string(),
    /** The back office's own code, or codes joined by `/`. */
    external: z.string(),
    /** What the back office calls it, where that is known. */
    text: z.string().optional(),
    /**
     * `mapped` to a stage, `silent` where it is known and says nothing to the citizen, `unmapped` where nobody has said
     * what it means.
     */
    state: z.enum(["mapped", "silent", "unmapped"]),
    /** The stage that the citizen reads. */
    stage: Slug.optional(),
    stageTitle: z.string().optional(),
    ends: z.enum(["completed", "closed", "referred"]).optional(),
    /** Whose table says so. */
    table: z.enum(["service", "connector"]).optional(),
    /** How often it came, in all. */
    count: z.int(),
    firstSeenAt: Instant.optional(),
    lastSeenAt: Instant.optional(),
  })
  .meta({ id: "StatusCoverage" });
export type StatusCoverage = z.infer<typeof StatusCoverage>;

/** What one status of a back office means for a service in the making, and who is told what. */
export const DraftStatus = z
  .object({
    connector: Slug,
    connectorName: z.string(),
    external: z.string(),
    /** What the back office calls it, where that is known. */
    text: z.string().optional(),
    state: StatusCoverage.shape.state,
    stage: Slug.optional(),
    stageTitle: z.string().optional(),
    ends: StatusCoverage.shape.ends,
    table: StatusCoverage.shape.table,
    /** Who is told what when a case gets there, in a sentence. */
    told: z.string(),
  })
  .meta({ id: "DraftStatus" });
export type DraftStatus = z.infer<typeof DraftStatus>;
