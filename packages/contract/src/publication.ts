import { z } from "zod";
import { Instant, Slug } from "./id.ts";
import { ServiceDraft } from "./service-draft.ts";
import { text } from "./text.ts";

/** A draft that goes live: at once, or at a time. */
export const NewPublication = z
  .strictObject({
    /** What has changed, for whoever reads the history. */
    summary: text(400, 1),
    at: Instant.optional(),
    /** The live version, to put the draft in its place though it began from another. */
    over: z.int().positive().optional(),
  })
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

/** What became of publishing a draft: a version that is live now, or a time at which it will be. */
export const Publication = z
  .object({
    service: Slug,
    version: z.int().positive().optional(),
    scheduled: ServiceDraft.shape.scheduled,
  })
  .meta({ id: "Publication" });
export type Publication = z.infer<typeof Publication>;

/** What citizens read on the page of a service that is offered no more: who to turn to instead. */
export const ServiceExit = z
  .object({ service: Slug, title: z.string(), text: z.string(), welsh: z.string().optional() })
  .meta({ id: "ServiceExit" });
export type ServiceExit = z.infer<typeof ServiceExit>;

/** The end of a service, with the words that stand on its page from then on. */
export const NewWithdrawal = z
  .strictObject({ text: text(2000, 1), welsh: text(2000, 1).optional() })
  .meta({ id: "NewWithdrawal" });
export type NewWithdrawal = z.infer<typeof NewWithdrawal>;
