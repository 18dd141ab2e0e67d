import { z } from "zod";
import { Slug } from "./id.ts";
import { Charge } from "./payment.ts";
import { text } from "./text.ts";

/** Who is asked when something does not come to pass by itself. */
const forTeam = {
  title: text(200, 1).optional(),
  team: text(100).optional(),
  dueWorkingDays: z.int().min(0).max(365).optional(),
};

/** What happens where a step does not come to pass: a person is called, nobody is, or a team gets a task. */
export const Otherwise = z
  .strictObject({ action: z.enum(["hold", "go-on", "task"]), ...forTeam })
  .meta({ id: "Otherwise" });
export type Otherwise = z.infer<typeof Otherwise>;

const common = {
  id: Slug,
  /** The id of a condition of the form; where it does not hold, the step is passed over. */
  when: Slug.optional(),
};

/** Words to the citizen, with the placeholders of messages. */
const words = { subject: text(200, 1), text: text(4000, 1) };

/** One stage of a process definition. What is said of its kinds is in `packages/process`. */
export const Step = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("deliver"),
    mapping: Slug,
    onFailure: Otherwise.optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("task"),
    title: text(200, 1),
    team: text(100).optional(),
    dueWorkingDays: z.int().min(0).max(365).optional(),
  }),
  /** Money that the citizen pays before the steps after it begin. */
  z.strictObject({
    ...common,
    kind: z.literal("payment"),
    connector: Slug,
    ...Charge.shape,
    /** Where the council's ledger books it. */
    fundCode: text(40).optional(),
    /** Where nobody has paid in time: the process is closed, goes on unpaid, or a team decides. */
    onFailure: Otherwise.optional(),
  }),
  /** Time for the council, before the steps after it begin. */
  z.strictObject({
    ...common,
    kind: z.literal("wait"),
    until: z.enum(["tasks", "stage", "days"]),
    /** The stage that is waited for. */
    stage: Slug.optional(),
    workingDays: z.int().min(1).max(365),
    /** Where nobody came in time; what waits for days alone goes on by itself. */
    onFailure: Otherwise.extend({ action: z.enum(["go-on", "task"]) }).optional(),
  }),
  /** An email to the citizen, or a text where they left a mobile alone. */
  z.strictObject({
    ...common,
    kind: z.literal("message"),
    ...words,
    sms: text(612, 1).optional(),
    onFailure: Otherwise.optional(),
  }),
  /** The same on paper, to the address that they gave. */
  z.strictObject({
    ...common,
    kind: z.literal("letter"),
    connector: Slug,
    ...words,
    onFailure: Otherwise.optional(),
  }),
]);
export type Step = z.infer<typeof Step>;

/** What somebody who adds or changes a step is asked. */
export const StepField = z
  .object({
    /** The field of the step; `onFailure.action` lies in `onFailure`. */
    name: z.string(),
    label: z.string(),
    hint: z.string().optional(),
    type: z
      .enum([
        "text",
        "long-text",
        "whole-number",
        "amount",
        "choice",
        "condition",
        "stage",
        "mapping",
        "connector",
      ])
      .meta({ description: "More types can come", "x-extensible": true }),
    required: z.boolean(),
    /** What can be chosen, where the service and its council do not say it. */
    choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    /** The kind that a connector must have. */
    connectorKind: z.string().optional(),
    min: z.int().optional(),
    max: z.int().optional(),
    /** It is asked only where another field has one of these values. */
    onlyIf: z.object({ field: z.string(), is: z.array(z.string()) }).optional(),
  })
  .meta({ id: "StepField" });
export type StepField = z.infer<typeof StepField>;

/** A kind of step: what it is called, what it does, and what it asks to be told. */
export const StepKind = z
  .object({
    kind: z.string(),
    title: z.string(),
    sentence: z.string(),
    fields: z.array(StepField),
  })
  .meta({ id: "StepKind" });
export type StepKind = z.infer<typeof StepKind>;
