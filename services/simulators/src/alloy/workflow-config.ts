import { z } from "zod";
import { ItemId } from "./item-id.ts";

/** How a visit is booked: the status that says so and, where inspections are items of their own, their design. */
const VisitSetup = z.strictObject({
  status: ItemId,
  inspections: z
    .strictObject({
      /** The attribute of a case that links it to its inspections. */
      link: z.string(),
      title: z.string(),
      plannedFor: z.string(),
      officer: z.string(),
      result: z.string(),
    })
    .optional(),
});
export type Inspections = NonNullable<z.infer<typeof VisitSetup>["inspections"]>;

/** Which attributes an officer's page shows where; the others are particulars. */
const PageSetup = z.strictObject({
  kind: z.string().optional(),
  who: z.array(z.string()).default([]),
  where: z.array(z.string()).default([]),
  /** An easting and a northing, where the design keeps them apart from its geometry. */
  grid: z.tuple([z.string(), z.string()]).optional(),
  what: z.string().optional(),
});

/** Which design's items officers work, and which of its attributes tie an item to the platform. */
export const Workflow = z.strictObject({
  design: z.string(),
  title: z.string().optional(),
  reference: z.string(),
  processId: z.string(),
  callbackUrl: z.string(),
  grant: z.string(),
  status: z.string(),
  closureReason: z.string().optional(),
  statusDesign: z.string(),
  closureDesign: z.string().optional(),
  /** Statuses of work in hand, the first one an item begins in. */
  open: z.array(ItemId).min(1),
  closing: z.array(ItemId).min(1),
  visit: VisitSetup.optional(),
  /** The text attribute in which officers write to the citizen, where nobody is told by a call. */
  words: z.string().optional(),
  /** Ticks that officers set. */
  flags: z.array(z.string()).default([]),
  /** Whether this Alloy tells nobody by itself, so that it has to be asked. */
  isPolled: z.boolean().default(false),
  page: PageSetup.default({ who: [], where: [] }),
});
export type Workflow = z.infer<typeof Workflow>;
