import { z } from "zod";
import { ItemId } from "./item-id.ts";

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

export const SeedItem = z.strictObject({
  itemId: ItemId,
  designCode: z.string(),
  attributes: z.record(z.string(), z.json()).default({}),
});
export type SeedItem = z.infer<typeof SeedItem>;
