import { z } from "zod";
import { Instant, Slug } from "./id.ts";

/** What of a mapping no longer fits what its back office takes. */
export const DriftKind = z
  .enum(["design-gone", "field-gone", "field-required", "type-changed", "option-gone", "code-gone"])
  .meta({ description: "More kinds can come", "x-extensible": true });
export type DriftKind = z.infer<typeof DriftKind>;

/** A mapping that would fail, and the row of it that would. */
export const DriftedRow = z.object({
  service: Slug,
  serviceTitle: z.string(),
  mapping: Slug,
  /** The row's target; left out where the mapping has no row for it, or fails whole. */
  target: z.string().optional(),
});
export type DriftedRow = z.infer<typeof DriftedRow>;

/** One way in which a back office is not as the mappings of live services need it. */
export const DriftFinding = z
  .object({
    kind: DriftKind,
    /** What is wrong and what comes of it, in plain sentences. */
    sentence: z.string(),
    /** The design, the operation or the code list that it is about. */
    design: z.string(),
    /** The field, as mappings call it. */
    target: z.string().optional(),
    /** The option or the text that is gone. */
    value: z.string().optional(),
    /** What the field is most likely called now. */
    likelyNow: z.string().optional(),
    rows: z.array(DriftedRow),
  })
  .meta({ id: "DriftFinding" });
export type DriftFinding = z.infer<typeof DriftFinding>;

/** How a back office is, beside what the mappings of live services need of it. */
export const ConnectorDrift = z
  .object({
    connector: Slug,
    /**
     * `in-step`, `drifted`, `untold` where it says nothing of what it takes, `unreachable` where it could not be asked
     * (the findings are those of the look before), or `unseen` where nobody has looked yet.
     */
    state: z.enum(["in-step", "drifted", "untold", "unreachable", "unseen"]),
    lookedAt: Instant.optional(),
    findings: z.array(DriftFinding),
  })
  .meta({ id: "ConnectorDrift" });
export type ConnectorDrift = z.infer<typeof ConnectorDrift>;
