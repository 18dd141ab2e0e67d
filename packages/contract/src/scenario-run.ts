import { z } from "zod";
import { DryRun } from "./dry-run.ts";
import { Id, Instant, Slug } from "./id.ts";
import { NewServiceVersion } from "./service-version.ts";

/** Whose scenarios are to be run: the live version's, another's, the draft's, or those of a definition that is given. */
export const NewScenarioRun = z
  .strictObject({
    version: z.int().positive().optional(),
    draft: z.literal(true).optional(),
    definition: NewServiceVersion.optional(),
    /** Only these. */
    scenarios: z.array(Slug).min(1).max(40).optional(),
  })
  .refine(
    ({ version, draft, definition }) =>
      [version, draft, definition].filter((one) => one !== undefined).length <= 1,
    { message: "one-of-version-draft-and-definition" },
  )
  .meta({ id: "NewScenarioRun" });
export type NewScenarioRun = z.infer<typeof NewScenarioRun>;

/** What became of one scenario. */
export const ScenarioResult = z
  .object({
    scenario: Slug,
    name: z.string(),
    outcome: z.enum(["passed", "failed"]),
    /** The same in a sentence. */
    verdict: z.string(),
    /** What is otherwise than the scenario has it, a sentence each. */
    differences: z.array(z.string()),
    run: DryRun,
  })
  .meta({ id: "ScenarioResult" });
export type ScenarioResult = z.infer<typeof ScenarioResult>;

/** A service's scenarios, run as its tests. */
export const ScenarioRun = z
  .object({
    id: Id,
    service: Slug,
    begunAt: Instant,
    /** Which revision of the draft was tried; left out where it was no draft. */
    revision: z.int().positive().optional(),
    outcome: z.enum(["running", "passed", "failed"]),
    verdict: z.string(),
    /** How many there are to run. */
    total: z.int(),
    results: z.array(ScenarioResult),
  })
  .meta({ id: "ScenarioRun" });
export type ScenarioRun = z.infer<typeof ScenarioRun>;
