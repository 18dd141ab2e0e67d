import type { Service } from "@guildhall/contract";
import { parseAddress } from "./address.ts";
import { refusal } from "./errors.ts";
import type { Form } from "./form-fields.ts";
import { isConditional, type Placed, placeQuestion } from "./questions.ts";

/** Where a report is, as far as the form of its service takes it. */
export interface Place {
  readonly question: Placed["question"];
  /** What the question takes beside the address. */
  readonly grid: Readonly<Record<string, string>>;
  /** Whether everyone is asked; else the answer may be dropped. */
  readonly isKept: boolean;
}

/** Find the question that takes the place, and what was sent for it beside words. */
export function readPlace(service: Service, form: Form): Place | undefined {
  const found = placeQuestion(service);
  if (!found) return undefined;
  const { page, question } = found;
  return { question, grid: beside(question, form), isKept: !isConditional(page, question) };
}

/** A place is first where the client says it is in degrees, which is how maps say it. */
function beside({ type }: Placed["question"], form: Form): Record<string, string> {
  if (type === "address") return gridIn(form);
  if (type !== "location") return {};
  const [latitude, longitude] = [form.text("lat"), form.text("long")];
  if (latitude === undefined || longitude === undefined) return gridIn(form);
  const { uprn } = gridIn(form);
  return { ...(uprn === undefined ? {} : { uprn }), latitude, longitude };
}

/** The fields of an address as the page that asks for one would send it. */
export function addressFields(
  name: string,
  text: string,
  grid: Readonly<Record<string, string>>,
): [name: string, values: readonly string[]][] {
  const parts = Object.entries({ ...parseAddress(text), ...grid });
  return parts.map(([part, value]) => [`${name}-${part}`, [value]]);
}

function gridIn(form: Form): { uprn?: string; easting?: string; northing?: string } {
  const uprn = form.attribute("uprn")[0] ?? form.text("address_id") ?? "";
  const easting = metres(form, "easting", 700_000);
  const northing = metres(form, "northing", 1_300_000);
  return {
    ...(isUprn(uprn) ? { uprn } : {}),
    ...(easting === undefined || northing === undefined ? {} : { easting, northing }),
  };
}

function isUprn(text: string): boolean {
  return /^(?=.*[1-9])\d{1,12}$/.test(text);
}

function metres(form: Form, code: string, most: number): string | undefined {
  const text = form.attribute(code)[0] ?? "";
  const value = Math.round(Number(text));
  return text !== "" && value >= 0 && value <= most ? String(value) : undefined;
}

/**
 * The position that was sent, in words.
 *
 * @throws Problem `request-invalid` where it is none, or only half of one
 */
export function positionIn(form: Form): string | undefined {
  const latitude = form.text("lat");
  const longitude = form.text("long");
  if (latitude === undefined && longitude === undefined) return undefined;
  if (!isDegrees(latitude, 90)) throw refusal("lat", "lat must be a latitude, like 52.2053");
  if (!isDegrees(longitude, 180)) throw refusal("long", "long must be a longitude, like 0.1218");
  return `latitude ${latitude}, longitude ${longitude}`;
}

function isDegrees(text: string | undefined, most: number): boolean {
  return /^-?\d{1,3}(?:\.\d{1,20})?$/.test(text ?? "") && Math.abs(Number(text)) <= most;
}
