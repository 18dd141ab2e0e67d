import { z } from "zod";
import type { Design } from "./design-config.ts";
import { AlloyError } from "./errors.ts";

/** Longitude first, as GeoJSON has it. */
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z
  .array(Position)
  .min(4)
  .refine((ring) => String(ring[0]) === String(ring.at(-1)), "a ring ends where it begins");

const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: Position }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(Position).min(2) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring).min(1) }),
]);

/** @throws AlloyError `ItemGeometryConstraintViolated` */
export function checkGeometry(design: Design, value: unknown): void {
  const geometry = Geometry.safeParse(value);
  if (!geometry.success) throw violated(`no geometry: ${z.prettifyError(geometry.error)}`);
  if (!design.geometry.allows.includes(geometry.data.type)) {
    throw violated(`${design.code} does not allow a ${geometry.data.type}`);
  }
}

/** @throws AlloyError `ItemGeometryConstraintViolated` */
export function requireGeometry(design: Design, value: unknown): void {
  if (design.geometry.required && !value) throw violated(`${design.code} needs a geometry`);
}

function violated(message: string): AlloyError {
  return new AlloyError("ItemGeometryConstraintViolated", message);
}
