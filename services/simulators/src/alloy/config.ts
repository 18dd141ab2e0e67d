import { z } from "zod";
import { Design, SeedItem } from "./design-config.ts";
import { looseEnds } from "./loose-ends.ts";
import { Workflow } from "./workflow-config.ts";

/** One tenant's Alloy: its own designs, its lists as items, and its workflow. */
export const AlloyConfig = z
  .strictObject({
    /** Who works in it, in the council's words. */
    team: z.string().optional(),
    designs: z.array(Design).min(1),
    items: z.array(SeedItem).default([]),
    workflow: Workflow,
  })
  .superRefine((config, context) => {
    for (const message of looseEnds(config)) context.addIssue({ code: "custom", message });
  });
export type AlloyConfig = z.infer<typeof AlloyConfig>;
