import { z } from "zod";
import { PartPath } from "./edit.ts";
import { DraftFinding } from "./service-draft.ts";

/** One station on the way through a form, and its place in a picture of the whole. */
export const FlowNode = z
  .object({
    id: z.string(),
    /** A `decision` stands before pages that are asked only under a condition; an `exit` ends the road early. */
    kind: z.enum(["page", "decision", "exit", "check"]),
    /** The page, or the condition that decides. */
    at: PartPath.optional(),
    title: z.string(),
    /** How many questions it asks. */
    questions: z.int().optional(),
    column: z.int(),
    row: z.int(),
    /** False where it is proven that nobody gets there. */
    isReachable: z.boolean(),
  })
  .meta({ id: "FlowNode" });
export type FlowNode = z.infer<typeof FlowNode>;

/** A way from one station to the next. */
export const FlowEdge = z
  .object({
    from: z.string(),
    to: z.string(),
    /** Whether it is taken by who meets none of the conditions. */
    isDefault: z.boolean(),
    /** When it is taken; left out where it always is. */
    sentence: z.string().optional(),
  })
  .meta({ id: "FlowEdge" });
export type FlowEdge = z.infer<typeof FlowEdge>;

/** The ways through a form. */
export const Flow = z
  .object({
    nodes: z.array(FlowNode),
    edges: z.array(FlowEdge),
    /** The stations of the default route, in order. */
    route: z.array(z.string()),
    columns: z.int(),
    rows: z.int(),
    /** What is wrong with the ways: pages that nobody reaches, conditions that cannot be worked out. */
    findings: z.array(DraftFinding),
  })
  .meta({ id: "Flow" });
export type Flow = z.infer<typeof Flow>;
