import { z } from "zod";
import type { Attribute } from "./design-config.ts";
import { AlloyError } from "./errors.ts";
import { ItemId } from "./item-id.ts";

const seasonal = z.record(z.string(), z.json());

/** What a value of each type must be. A Link is a list even for one; a Boolean is no text. */
const types: Record<Attribute["type"], z.ZodType> = {
  Boolean: z.boolean(),
  Number: z.number(),
  Date: z.iso.date(),
  DateTime: z.iso.datetime({ offset: true }),
  Time: z.iso.time(),
  Seasonal: seasonal,
  String: z.string(),
  Json: z.json(),
  Aqs: seasonal,
  GeoJson: seasonal,
  Link: z.array(ItemId),
  Stream: z.string(),
};

/**
 * Check one value against its attribute's type and options.
 *
 * @throws AlloyError `DodiAttributeTypeViolated`, `DodiAttributeOptionConstraintViolated`
 */
export function checkValue(attribute: Attribute, value: unknown): void {
  const { success } = types[attribute.type].safeParse(value);
  if (!success) {
    const message = `${attribute.code} takes a ${attribute.type}`;
    throw new AlloyError("DodiAttributeTypeViolated", message);
  }
  checkSize(attribute, value);
  checkPattern(attribute, value);
}

function checkSize({ code, options, type }: Attribute, value: unknown): void {
  const size = sizeOf(value);
  if (size === undefined) return;
  const { min = -Infinity, max = Infinity } = options;
  if (size >= min && size <= max) return;
  const message = `${code}: ${size} is not within ${min} and ${max} for a ${type}`;
  throw new AlloyError("DodiAttributeOptionConstraintViolated", message);
}

/** A number's size is itself; a text's and a list's is its length. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return undefined;
}

function checkPattern({ code, options }: Attribute, value: unknown): void {
  if (!options.regex || typeof value !== "string") return;
  if (new RegExp(options.regex, "u").test(value)) return;
  const message = `${code} does not match ${options.regex}`;
  throw new AlloyError("DodiAttributeOptionConstraintViolated", message);
}
