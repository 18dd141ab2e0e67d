import { Id, Slug, text } from "@guildhall/contract";
import { z } from "zod";

export const Field = z.object({
  code: z.string(),
  label: z.string(),
  value: z.string().nullable(),
});

/** Where a process stands, for a workflow that asks what it has to do next. */
export const CurrentStep = z
  .object({ id: Id.nullable(), name: z.string().nullable(), fields: z.array(Field) })
  .meta({ id: "CurrentStep" });
export type CurrentStep = z.infer<typeof CurrentStep>;

const GivenField = z.object({
  code: text(80, 1),
  value: z.union([text(2000), z.number(), z.boolean(), z.null()]),
});
export type GivenField = z.infer<typeof GivenField>;

/** A workflow may send more than is asked for: what is not known is passed over. */
export const StepCompletion = z
  .object({ fields: z.array(GivenField).max(200).default([]) })
  .meta({ id: "StepCompletion" });

export const GivenNote = z
  .object({ contents: text(4000, 1), visibleToAccounts: z.boolean().default(false) })
  .meta({ id: "GivenNote" });

export const AddedNote = z
  .object({
    id: Id,
    processId: Id,
    contents: z.string(),
    visibleToAccounts: z.boolean(),
    author: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "AddedNote" });

export const GivenStart = z
  .object({ service: Slug, fields: z.array(GivenField).max(1000).default([]) })
  .meta({ id: "GivenStart" });

export const ProcessSummary = z
  .object({
    id: Id,
    reference: z.string(),
    service: Slug,
    serviceName: z.string(),
    status: z.enum(["open", "completed", "closed", "referred"]),
    stage: z.string(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
  })
  .meta({ id: "ProcessSummary" });

export const Started = z.object({ id: Id, reference: z.string() }).meta({ id: "StartedByField" });

export const CompletedStep = z
  .object({ id: Id, name: z.string(), completedAt: z.iso.datetime().optional() })
  .meta({ id: "CompletedStep" });
