import { z } from "zod";
import { Answers } from "./form.ts";
import { Slug } from "./id.ts";
import { MessageKind } from "./message-kind.ts";
import { text } from "./text.ts";

/** What can go wrong with a back office on purpose, for one case alone. */
export const DryRunFault = z
  .enum([
    /** It takes some seconds to answer. */
    "slow",
    /** It will not have the case. */
    "refused",
    /** It takes the case, and its answer never arrives. */
    "lost-reply",
    /** It tells of everything twice. */
    "duplicate-callback",
    /** Its officer chooses a status that nobody has said the meaning of. */
    "unknown-status",
  ])
  .meta({ id: "DryRunFault", description: "More faults can come", "x-extensible": true });
export type DryRunFault = z.infer<typeof DryRunFault>;

/** Where what is sent to back offices ends: taken, kept for a person to look at, or turned away. */
export const DeliveryEnd = z.enum(["accepted", "held", "refused"]);
export type DeliveryEnd = z.infer<typeof DeliveryEnd>;

/** What must come of a scenario; what is left out may be anything. */
export const ScenarioExpectation = z.strictObject({
  ends: DeliveryEnd,
  /** Every stage that the citizen reads, in order. */
  stages: z.array(Slug).max(40).optional(),
  /** Every message that the citizen gets, in order. */
  messages: z.array(MessageKind).max(40).optional(),
  /** What stands in the documents, each at the target that its mapping writes. */
  documentHas: z
    .array(
      z.strictObject({
        /** Left out where it may stand in any document. */
        mapping: Slug.optional(),
        /** The way there as mapping and differences have it: `SubmittedSiteLocation/UPRN`. */
        target: text(400, 1),
        value: text(4000),
      }),
    )
    .max(40)
    .optional(),
});
export type ScenarioExpectation = z.infer<typeof ScenarioExpectation>;

/** A way through a service from form to end that must go on working: one of its tests. */
export const Scenario = z
  .strictObject({
    id: Slug,
    /** What it shows, for whoever reviews it. */
    name: text(200, 1),
    /** What the citizen enters; made up to fit the form where it is left out. */
    answers: Answers.optional(),
    /** The day that they were written for: days in them move with the calendar, so that none grows too old. */
    writtenFor: z.iso.date().optional(),
    fault: DryRunFault.optional(),
    expects: ScenarioExpectation,
  })
  .meta({ id: "Scenario" });
export type Scenario = z.infer<typeof Scenario>;
