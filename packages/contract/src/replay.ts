import { z } from "zod";
import { DeliveryFault, SentDocument } from "./delivery.ts";
import { Id, Instant, Slug } from "./id.ts";
import { DeliveryState } from "./process.ts";
import { text } from "./text.ts";

/** The states in which a delivery waits for a person. */
export const StuckState = z.enum(["refused", "held", "dead"]);
export type StuckState = z.infer<typeof StuckState>;

/** Which deliveries are meant: those that wait for a person and are all of what is said here. */
export const DeliverySelection = z.strictObject({
  ids: z.array(Id).min(1).max(1000).optional(),
  connector: Slug.optional(),
  service: Slug.optional(),
  mapping: Slug.optional(),
  code: text(80, 1).optional(),
  state: z.array(StuckState).min(1).max(3).optional(),
});
export type DeliverySelection = z.infer<typeof DeliverySelection>;

/** How they are sent again. */
const Way = z.strictObject({
  /** Drop what was frozen, and write it anew; else the same bytes go out under the same key. */
  rewrite: z.boolean().default(false),
  /** Write it by the mapping of the service's live version, not of the version that the process keeps. */
  useLive: z.boolean().default(false),
});

/** Send many deliveries again in one go. */
export const NewDeliveryReplay = DeliverySelection.extend(Way.shape)
  .refine(({ rewrite, useLive }) => rewrite || !useLive, {
    path: ["useLive"],
    error: "needs-rewrite",
  })
  .meta({ id: "NewDeliveryReplay" });
export type NewDeliveryReplay = z.infer<typeof NewDeliveryReplay>;

/** See what a replay would do. */
export const ReplayPreviewRequest = DeliverySelection.extend({
  ...Way.shape,
  /** How many deliveries are compared. */
  sample: z.int().min(0).max(20).default(5),
})
  .refine(({ rewrite, useLive }) => rewrite || !useLive, {
    path: ["useLive"],
    error: "needs-rewrite",
  })
  .meta({ id: "ReplayPreviewRequest" });
export type ReplayPreviewRequest = z.infer<typeof ReplayPreviewRequest>;

/** How one delivery would be written now. */
export const ComparisonRequest = z
  .strictObject({ useLive: z.boolean().default(false) })
  .meta({ id: "ComparisonRequest" });
export type ComparisonRequest = z.infer<typeof ComparisonRequest>;

/** One place where what would be written now is not as what was frozen; what the citizen gave is masked. */
export const DocumentDifference = z
  .object({
    kind: z.enum(["changed", "missing", "unexpected", "moved", "layout"]),
    /** The way to the place by plain names. */
    at: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
  })
  .meta({ id: "DocumentDifference" });
export type DocumentDifference = z.infer<typeof DocumentDifference>;

/** One delivery as it was written and as it would be now. */
export const DeliveryComparison = z
  .object({
    delivery: Id,
    process: Id,
    reference: z.string(),
    connector: Slug,
    mapping: z.string(),
    /** The version of the service whose mapping would write it. */
    version: z.int(),
    /** Whether something was frozen, and may have been sent. */
    wasWritten: z.boolean(),
    differences: z.array(DocumentDifference),
    /** Whether it can be written, and its receiver's schema would take it. */
    passes: z.boolean(),
    /** Why not, with the rows at fault. */
    code: z.string().optional(),
    codeText: z.string().optional(),
    faults: z.array(DeliveryFault).optional(),
    /** What would be sent, masked. */
    document: SentDocument.optional(),
    /** Why it cannot be written anew, where that is so. */
    leftOut: z.string().optional(),
  })
  .meta({ id: "DeliveryComparison" });
export type DeliveryComparison = z.infer<typeof DeliveryComparison>;

/** Some of the deliveries of a replay, that are left out of it for one reason. */
export const LeftOut = z
  .object({ code: z.string(), text: z.string(), count: z.int() })
  .meta({ id: "LeftOut" });
export type LeftOut = z.infer<typeof LeftOut>;

/** What a replay would do, before it is begun. */
export const DeliveryReplayPreview = z
  .object({
    total: z.int(),
    /** How many would be sent again. */
    replayable: z.int(),
    leftOut: z.array(LeftOut),
    /** What is wrong with them, by code and by the first row at fault. */
    groups: z.array(
      z.object({
        connector: Slug,
        state: DeliveryState,
        code: z.string().optional(),
        codeText: z.string(),
        target: z.string().optional(),
        sentence: z.string().optional(),
        count: z.int(),
      }),
    ),
    sample: z.array(DeliveryComparison),
  })
  .meta({ id: "DeliveryReplayPreview" });
export type DeliveryReplayPreview = z.infer<typeof DeliveryReplayPreview>;

/** A replay, and how far it has got. */
export const DeliveryReplay = z
  .object({
    id: Id,
    at: Instant,
    by: z.string(),
    selection: DeliverySelection,
    rewrite: z.boolean(),
    useLive: z.boolean(),
    state: z.enum(["running", "done"]),
    total: z.int(),
    waiting: z.int(),
    replayed: z.int(),
    leftOut: z.array(LeftOut),
    /** Where those that it has sent again stand now. */
    standing: z.partialRecord(DeliveryState, z.int()),
    endedAt: Instant.optional(),
  })
  .meta({ id: "DeliveryReplay" });
export type DeliveryReplay = z.infer<typeof DeliveryReplay>;
