import { z } from "zod";
import { Difference, Edit, MergeConflict, PartPath } from "./edit.ts";
import { Form } from "./form.ts";
import { Instant, Slug } from "./id.ts";
import { ServiceDefinition } from "./service.ts";
import { text } from "./text.ts";

const { id, title, stages, retention, target } = ServiceDefinition.shape;
const { pages } = Form.shape;

/** A service in the making: each part is right for itself, and what is not decided yet is left out. */
export const DraftDefinition = ServiceDefinition.partial()
  .extend({
    id,
    title,
    form: Form.extend({ pages: z.array(pages.element).default([]) }).prefault({}),
    stages: z.array(stages.element).default([]),
    retention: retention.partial().optional(),
    target: target.partial().optional(),
  })
  .meta({ id: "DraftDefinition" });
export type DraftDefinition = z.infer<typeof DraftDefinition>;

/** A part of the work of making a service, in the order in which most people do it. */
export const DraftSection = z
  .enum([
    "questions",
    "destinations",
    "process",
    "messages",
    "look",
    "privacy",
    "scenarios",
    "publishing",
  ])
  .meta({ id: "DraftSection", description: "More sections can come", "x-extensible": true });
export type DraftSection = z.infer<typeof DraftSection>;

/** A service in the making, beside the live version that citizens use meanwhile. */
export const ServiceDraft = z
  .object({
    service: Slug,
    /** Counts every edit that was kept. */
    revision: z.int().positive(),
    /** The published version that it began from; left out for a service that was never published. */
    basedOn: z.int().positive().optional(),
    definition: DraftDefinition,
    changedAt: Instant,
    changedBy: z.string(),
    /** When it goes live by itself, and with what said of it. */
    scheduled: z.object({ at: Instant, summary: z.string(), by: z.string() }).optional(),
  })
  .meta({ id: "ServiceDraft" });
export type ServiceDraft = z.infer<typeof ServiceDraft>;

/** A service in the making, in a list. */
export const ServiceDraftSummary = ServiceDraft.omit({ definition: true })
  .extend({ title: z.string(), live: z.int().positive().optional() })
  .meta({ id: "ServiceDraftSummary" });
export type ServiceDraftSummary = z.infer<typeof ServiceDraftSummary>;

/** A draft to begin: empty with a title, or from a version of the service itself (the live one unless said otherwise). */
export const NewServiceDraft = z
  .strictObject({
    title: ServiceDefinition.shape.title.optional(),
    version: z.int().positive().optional(),
    definition: DraftDefinition.omit({ id: true }).optional(),
  })
  .meta({ id: "NewServiceDraft" });
export type NewServiceDraft = z.infer<typeof NewServiceDraft>;

/** Edits that are kept all together or not at all. */
export const NewEdits = z
  .strictObject({
    edits: z.array(Edit).min(1).max(200),
    /**
     * The revision that the editor saw. Where others have changed other parts since, both are kept; where they changed
     * the same, nothing is kept and the answer says what they did.
     */
    since: z.int().positive(),
  })
  .meta({ id: "NewEdits" });
export type NewEdits = z.infer<typeof NewEdits>;

/** Edits that were kept, in words. */
export const DraftRevision = z
  .object({
    revision: z.int().positive(),
    at: Instant,
    by: z.string(),
    differences: z.array(Difference),
  })
  .meta({ id: "DraftRevision" });
export type DraftRevision = z.infer<typeof DraftRevision>;

/** What a draft is after edits, and what others did to it since the editor looked. */
export const EditedDraft = ServiceDraft.extend({ meanwhile: z.array(DraftRevision) }).meta({
  id: "EditedDraft",
});
export type EditedDraft = z.infer<typeof EditedDraft>;

/** Something that keeps a service from being published, or that its makers should look at before. */
export const DraftFinding = z
  .object({
    section: DraftSection,
    /** The part to mend. */
    at: PartPath,
    sentence: z.string(),
    /** Names the rule that found it: `no-error-text`, `unreachable-page`, `target-not-mapped`, … */
    code: Slug,
    /** Whether it can be published all the same. */
    advice: z.boolean(),
  })
  .meta({ id: "DraftFinding" });
export type DraftFinding = z.infer<typeof DraftFinding>;

/** How far a service is: what is done, and the one thing to do next in each section. */
export const Readiness = z
  .object({
    isReady: z.boolean(),
    sections: z.array(
      z.object({
        section: DraftSection,
        state: z.enum(["not-begun", "to-do", "done"]),
        next: z.string().optional(),
        findings: z.array(DraftFinding),
      }),
    ),
  })
  .meta({ id: "Readiness" });
export type Readiness = z.infer<typeof Readiness>;

/** A draft that goes live: at once, or at a time. */
export const NewPublication = z
  .strictObject({ summary: text(400, 1), at: Instant.optional() })
  .meta({ id: "NewPublication" });
export type NewPublication = z.infer<typeof NewPublication>;

/** A version of a service as it stands in its history. */
export const VersionSummary = z
  .object({
    version: z.int().positive(),
    title: z.string(),
    publishedAt: Instant,
    /** Left out for versions that came by a folder or without a word. */
    summary: z.string().optional(),
    by: z.string().optional(),
    state: z.enum(["live", "superseded", "withdrawn"]),
  })
  .meta({ id: "VersionSummary" });
export type VersionSummary = z.infer<typeof VersionSummary>;

/** What became of laying two sets of changes on one another. */
export const Merge = z
  .object({
    definition: DraftDefinition,
    taken: z.array(Difference),
    conflicts: z.array(MergeConflict),
  })
  .meta({ id: "Merge" });
export type Merge = z.infer<typeof Merge>;
