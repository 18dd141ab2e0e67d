import { z } from "zod";
import { DraftDefinition } from "./draft-definition.ts";
import { Difference, Edit, MergeConflict, PartPath } from "./edit.ts";
import { Instant, Slug } from "./id.ts";
import { ServiceDefinition } from "./service.ts";
import { MadeJson, text } from "./text.ts";

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
    /** The version that was live when it began, or that was taken in last; left out where none was. */
    basedOn: z.int().positive().optional(),
    definition: DraftDefinition,
    changedAt: Instant,
    changedBy: z.string(),
    /** When it goes live by itself as it was at a revision, and with what said of it. What is edited later waits. */
    scheduled: z
      .object({ at: Instant, summary: z.string(), by: z.string(), revision: z.int().positive() })
      .optional(),
  })
  .meta({ id: "ServiceDraft" });
export type ServiceDraft = z.infer<typeof ServiceDraft>;

/** A service in the making, in a list. */
export const ServiceDraftSummary = ServiceDraft.omit({ definition: true })
  .extend({ title: z.string(), live: z.int().positive().optional() })
  .meta({ id: "ServiceDraftSummary" });
export type ServiceDraftSummary = z.infer<typeof ServiceDraftSummary>;

/** Where a service stands: what citizens use, and what is made beside it. */
export const ServiceOverview = z
  .object({
    service: Slug,
    /** As it is live, or was last; of a service that was never published, as it is in the making. */
    title: z.string(),
    state: z.enum(["live", "withdrawn", "never-published"]),
    /** The version that is live, or was last. */
    version: z.int().positive().optional(),
    publishedAt: Instant.optional(),
    draft: ServiceDraftSummary.omit({ service: true, live: true }).optional(),
  })
  .meta({ id: "ServiceOverview" });
export type ServiceOverview = z.infer<typeof ServiceOverview>;

/** Which services are wanted, by words of their title or id. */
export const ServiceSearch = z.object({ search: text(200).optional() });
export type ServiceSearch = z.infer<typeof ServiceSearch>;

/** What a draft says of its service, whose id is in the address. */
export const NewDraftDefinition = DraftDefinition.omit({ id: true }).meta({
  id: "NewDraftDefinition",
});
export type NewDraftDefinition = z.infer<typeof NewDraftDefinition>;

/**
 * A draft to begin: empty with a title, or from a version of the service itself (the live one unless said otherwise, an
 * earlier one to restore it), or from a definition.
 */
export const NewServiceDraft = z
  .strictObject({
    /** Left out for a new service, which gets its id from its title. */
    service: Slug.optional(),
    title: ServiceDefinition.shape.title.optional(),
    /** What a new service is for, in a sentence. */
    summary: ServiceDefinition.shape.summary.optional(),
    /** Which services a new one stands with in the list. */
    category: text(80, 1).optional(),
    version: z.int().positive().optional(),
    definition: NewDraftDefinition.optional(),
    /** A new service that has what most have: usual stages, and words for each time that the person is told. */
    usual: z.literal(true).optional(),
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

/** What was done to a draft at once, in words. */
export const DraftRevision = z
  .object({
    revision: z.int().positive(),
    kind: z
      .enum(["begun", "edited", "replaced", "undone", "taken-in"])
      .meta({ description: "More kinds can come", "x-extensible": true }),
    at: Instant,
    by: z.string(),
    differences: z.array(Difference),
    /** How many more differences there are than are told. */
    more: z.int().positive().optional(),
  })
  .meta({ id: "DraftRevision" });
export type DraftRevision = z.infer<typeof DraftRevision>;

/** What a draft is after edits, and what others did to it since the editor looked. */
export const EditedDraft = ServiceDraft.extend({ meanwhile: z.array(DraftRevision) }).meta({
  id: "EditedDraft",
});
export type EditedDraft = z.infer<typeof EditedDraft>;

/** A part that somebody else has changed since the editor looked, so that nothing was kept. */
export const EditConflict = z
  .object({
    at: PartPath,
    /** What they did, in a sentence. */
    sentence: z.string(),
    by: z.string(),
    changedAt: Instant,
    /** What stands there now; left out where nothing does. */
    theirs: MadeJson.optional(),
  })
  .meta({ id: "EditConflict" });
export type EditConflict = z.infer<typeof EditConflict>;

/** What is otherwise in a draft than in the live version, in words, each with who did it last. */
export const DraftDifferences = z
  .object({
    /** The version that it is compared with; left out where none is live: then all of it is new. */
    live: z.int().positive().optional(),
    /** Whether that was published after the draft began from another. */
    hasMovedOn: z.boolean(),
    data: z.array(
      z.object({ ...Difference.shape, by: z.string().optional(), changedAt: Instant.optional() }),
    ),
  })
  .meta({ id: "DraftDifferences" });
export type DraftDifferences = z.infer<typeof DraftDifferences>;

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

/** How to take into a draft what was published since it began: whose, of the parts that both have changed. */
export const NewTakeIn = z
  .strictObject({
    decisions: z
      .array(z.strictObject({ at: PartPath, take: z.enum(["ours", "theirs"]) }))
      .max(500)
      .default([]),
  })
  .meta({ id: "NewTakeIn" });
export type NewTakeIn = z.infer<typeof NewTakeIn>;

/** What became of laying two sets of changes on one another. */
export const Merge = z
  .object({
    definition: DraftDefinition,
    taken: z.array(Difference),
    conflicts: z.array(MergeConflict),
  })
  .meta({ id: "Merge" });
export type Merge = z.infer<typeof Merge>;
