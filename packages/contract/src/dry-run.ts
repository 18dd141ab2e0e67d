import { z } from "zod";
import { Answers } from "./form.ts";
import { Id, Instant, Slug } from "./id.ts";
import { DeliveryEnd, DryRunFault, Scenario } from "./scenario.ts";
import { NewServiceVersion } from "./service-version.ts";

/** What is to be tried out: the live version, another that was published, the draft, or a definition that is given. */
export const NewDryRun = z
  .strictObject({
    /** What a citizen would enter; made up to fit the form where it is left out. */
    answers: Answers.optional(),
    version: z.int().positive().optional(),
    draft: z.literal(true).optional(),
    definition: NewServiceVersion.optional(),
    /** Whose answers and fault are taken where none are given: one of the service's by its id, or one that is given. */
    scenario: z.union([Slug, Scenario]).optional(),
    /** What is to go wrong with the back office, for this case alone. */
    fault: DryRunFault.optional(),
  })
  .refine(
    ({ version, draft, definition }) =>
      [version, draft, definition].filter((one) => one !== undefined).length <= 1,
    { message: "one-of-version-draft-and-definition" },
  )
  .meta({ id: "NewDryRun" });
export type NewDryRun = z.infer<typeof NewDryRun>;

/** One station of the circle. */
export const DryRunStep = z
  .object({
    step: z
      .enum([
        "form",
        "fault",
        "payment",
        "document",
        "schema",
        "delivery",
        "look-up",
        "note",
        "status",
        "completion",
        "wait",
        "messages",
      ])
      .meta({ description: "More steps can come", "x-extensible": true }),
    /** `skipped` where the back office has nothing of the kind; `waiting` where time was up. */
    state: z.enum(["passed", "failed", "skipped", "waiting"]),
    /** What happened, as a person reads it. */
    sentence: z.string(),
    at: Instant,
    /** How long it took, in milliseconds. */
    ms: z.int(),
    connector: Slug.optional(),
    /** What is wrong, by the question or the row. */
    faults: z.array(z.string()).optional(),
  })
  .meta({ id: "DryRunStep" });
export type DryRunStep = z.infer<typeof DryRunStep>;

/** A sample that went through the whole circle, in the sandbox, and what became of it. */
export const DryRun = z
  .object({
    id: Id,
    service: Slug,
    begunAt: Instant,
    /** `waiting` where time was up before it came round; `running` while it goes on. */
    outcome: z.enum(["running", "passed", "failed", "waiting"]),
    /** The same in a sentence. */
    verdict: z.string(),
    steps: z.array(DryRunStep),
    fault: DryRunFault.optional(),
    /** Where what was sent ended; left out where it did not get so far. */
    ends: DeliveryEnd.optional(),
    /** What was entered, given or made up; left out until the form has it. */
    answers: Answers.optional(),
    /** The process in the sandbox, where it came to one. */
    process: Id.optional(),
    reference: z.string().optional(),
    /** What was sent, without what opens something. */
    documents: z.array(
      z.object({
        connector: Slug,
        mapping: Slug,
        format: z.enum(["json", "xml"]),
        text: z.string(),
      }),
    ),
    /** What the case is called there, by connector. */
    theirReferences: z.record(z.string(), z.string()),
    /** The stages that the citizen would have read, in order. */
    stages: z.array(z.string()),
    /** The same by their ids. */
    stageIds: z.array(Slug),
    /** What the citizen would have been written. */
    messages: z.array(z.object({ purpose: z.string(), subject: z.string(), text: z.string() })),
  })
  .meta({ id: "DryRun" });
export type DryRun = z.infer<typeof DryRun>;
