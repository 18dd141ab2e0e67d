import { z } from "zod";

/** An item's id: 24 hexadecimal digits. */
export const ItemId = z.string().regex(/^[0-9a-f]{24}$/);

export const AttributeType = z.enum([
  "Boolean",
  "Number",
  "Date",
  "DateTime",
  "Time",
  "Seasonal",
  "String",
  "Json",
  "Aqs",
  "GeoJson",
  "Link",
  "Stream",
]);

/** Limits of a value. For a Link, `code` is the linked design and `max` the number of links. */
export const AttributeOptions = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  regex: z.string().optional(),
  defaultValue: z.json().optional(),
  code: z.string().optional(),
  graph: z.string().optional(),
});
export type AttributeOptions = z.infer<typeof AttributeOptions>;

export const Attribute = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  type: AttributeType,
  required: z.boolean().default(false),
  readonly: z.boolean().default(false),
  unique: z.boolean().default(false),
  options: AttributeOptions.default({}),
});
export type Attribute = z.infer<typeof Attribute>;

const GeometryType = z.enum(["Point", "LineString", "Polygon"]);

export const Design = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  geometry: z
    .strictObject({
      allows: z.array(GeometryType).default(["Point", "LineString", "Polygon"]),
      required: z.boolean().default(false),
    })
    .default({ allows: ["Point", "LineString", "Polygon"], required: false }),
  attributes: z.array(Attribute),
});
export type Design = z.infer<typeof Design>;

const SeedItem = z.strictObject({
  itemId: ItemId,
  designCode: z.string(),
  attributes: z.record(z.string(), z.json()).default({}),
});
export type SeedItem = z.infer<typeof SeedItem>;

/** Which design's items officers work, and which of its attributes tie an item to the platform. */
const Workflow = z.strictObject({
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
});
export type Workflow = z.infer<typeof Workflow>;

/** One tenant's Alloy: its own designs, its lists as items, and its workflow. */
export const AlloyConfig = z
  .strictObject({
    designs: z.array(Design).min(1),
    items: z.array(SeedItem).default([]),
    workflow: Workflow,
  })
  .superRefine((config, context) => {
    for (const message of looseEnds(config)) context.addIssue({ code: "custom", message });
  });
export type AlloyConfig = z.infer<typeof AlloyConfig>;

/** Everything the file names without saying what it is. */
function looseEnds(config: { designs: Design[]; items: SeedItem[]; workflow: Workflow }): string[] {
  const { designs, items, workflow } = config;
  const codes = new Set(designs.map(({ code }) => code));
  const worked = designs.find(({ code }) => code === workflow.design);
  const attributes = new Set(worked?.attributes.map(({ code }) => code));
  const ids = new Map(items.map((item) => [item.itemId, item.designCode]));

  const { title, reference, processId, callbackUrl, grant, status, closureReason } = workflow;
  const tied = [title, reference, processId, callbackUrl, grant, status, closureReason];
  return [
    ...[workflow.design, workflow.statusDesign, workflow.closureDesign]
      .filter((code) => code !== undefined && !codes.has(code))
      .map((code) => `workflow: no design ${code}`),
    ...tied
      .filter((code) => code !== undefined && !attributes.has(code))
      .map((code) => `workflow: design ${workflow.design} has no attribute ${code}`),
    ...[...workflow.open, ...workflow.closing]
      .filter((id) => ids.get(id) !== workflow.statusDesign)
      .map((id) => `workflow: ${id} is no item of ${workflow.statusDesign}`),
    ...items
      .filter(({ designCode }) => !codes.has(designCode))
      .map(({ itemId, designCode }) => `item ${itemId}: no design ${designCode}`),
  ];
}
