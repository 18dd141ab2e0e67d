import { isRecord } from "./scope.ts";

/** The parts of an address that people read, in their order. */
const addressLines = ["line1", "line2", "town", "postcode"];

/** One value as plain text, an address on one line; undefined for anything else that has parts. */
export function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || isNumber(value)) return String(value);
  if (!isRecord(value) || typeof value.line1 !== "string") return undefined;
  return addressLines
    .map((line) => value[line])
    .filter((line) => typeof line === "string" && line !== "")
    .join(", ");
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
