import { type Check, refuse } from "../sheet.ts";

/**
 * The shapes of a registration, each in the groups that a plate prints apart. The first that fits is taken.
 *
 * Letters that a series never used are taken all the same: personal plates are cut from every series, and a clerk
 * can look up a wrong one where a person who is refused can do nothing.
 */
const shapes: readonly RegExp[] = [
  /** Since 2001. */
  /^([A-Z]{2}\d{2})([A-Z]{3})$/,
  /** A year's letter in front, and Q for vehicles of unknown age. */
  /^([A-Z]\d{1,3})([A-Z]{3})$/,
  /** A year's letter at the end; the Isle of Man's too. */
  /^([A-Z]{3})(\d{1,3}[A-Z])$/,
  /** Without a year: Northern Ireland's, and those from before 1963. */
  /^([A-Z]{1,3})(\d{1,4})$/,
  /^(\d{1,4})([A-Z]{1,3})$/,
  /** Jersey's, Alderney's and the Isle of Man's long ones. */
  /^(J|E|AY|MAN|MN)(\d{1,6})$/,
  /^(MN)(\d{1,4})([A-Z])$/,
  /** Guernsey's, and trade plates. */
  /^(\d{1,6})$/,
  /** Diplomats and the forces. */
  /^(\d{3})([DX])(\d{3})$/,
  /^(\d{2})([A-Z]{2})(\d{2})$/,
];

/** Check the registration of a vehicle from anywhere in the United Kingdom or the Crown dependencies. */
export function vehicleCheck(): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "string" || value.length > 20) return refuse(sheet, pointer, "invalid");
    const registration = value.replaceAll(/[\s.·-]/g, "").toUpperCase();
    return plateGroups(registration) ? registration : refuse(sheet, pointer, "invalid");
  };
}

/** The groups that a plate prints apart; undefined for what is on no plate. */
export function plateGroups(registration: string): readonly string[] | undefined {
  return shapes.map((shape) => shape.exec(registration)?.slice(1)).find((groups) => groups);
}
