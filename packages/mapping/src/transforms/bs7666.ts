/** What names a building and what is in it, in the words of BS7666. A part that there is not is `""`. */
export interface Building {
  /** Secondary addressable object: a flat, a unit. */
  readonly saon: string;
  /** Primary addressable object: the number or the name of the building. */
  readonly paon: string;
  /** The street, and a village or the like that stands behind it. */
  readonly street: string;
}

/** Two or more of these make one address: “Flat 2”, “16A-18B”, “2/1”. */
const number = "\\d{1,5}[a-z]?(?: ?[-–/&] ?\\d{1,5}[a-z]?)?";
const kinds =
  "flat|apartment|apt|unit|room|suite|studio|maisonette|bedsit|plot|pitch|caravan|chalet|stall|berth|workshop|floor|annexe|annex|basement";

/** “Flat 2” or “Unit B”, and what follows it. */
const numberedUnit = new RegExp(
  `^((?:${kinds})\\.? (?:no\\.? ?)?(?:${number}|[a-z]))(?: (.+))?$`,
  "i",
);
/** “Ground Floor Flat”, “The Annexe”, “First Floor Flat 3”: all of it, as long as a building follows. */
const namedUnit = new RegExp(`^(?:[^ ]+ ){0,3}(?:${kinds})(?: (?:${number}|[a-z]))?$`, "i");
const numbered = new RegExp(`^((?:no\\.? ?|number )?${number})(?: (.+))?$`, "i");
const streetName =
  /(?:^| )(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|crescent|way|grove|mews|row|terrace)\.?$/i;

/**
 * Tell the parts of the first two lines of an address apart.
 *
 * Commas and line ends separate. A unit comes first; then, up to the first number, the building's name;
 * then the street. Without a number the first name is the building's, unless it ends as streets do.
 * A unit that no building follows is the building. No word is lost and none changes its place:
 * what is not understood stays in the building or the street, and either may be missing.
 */
export function buildingOf({ line1, line2 }: { line1: string; line2: string }): Building {
  const named = `${line1},${line2}`
    .split(",")
    .map(spaced)
    .filter((name) => name !== "");
  const { unit, rest } = splitUnit(named);
  const { paon, street } = splitBuilding(rest);
  return paon === "" ? { saon: "", paon: unit, street } : { saon: unit, paon, street };
}

function spaced(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}

function splitUnit([first = "", ...others]: readonly string[]): { unit: string; rest: string[] } {
  const [, unit, behind] = numberedUnit.exec(first) ?? [];
  if (unit !== undefined)
    return { unit, rest: behind === undefined ? others : [behind, ...others] };
  if (others.length > 0 && namedUnit.test(first)) return { unit: first, rest: others };
  return { unit: "", rest: first === "" ? [] : [first, ...others] };
}

function splitBuilding(names: readonly string[]): Omit<Building, "saon"> {
  const at = names.findIndex((name) => numbered.test(name));
  if (at >= 0) return splitAtNumber(names, at);
  const [first = "", ...others] = names;
  return streetName.test(first)
    ? { paon: "", street: names.join(", ") }
    : { paon: first, street: others.join(", ") };
}

function splitAtNumber(names: readonly string[], at: number): Omit<Building, "saon"> {
  const [, own = "", behind] = numbered.exec(names[at] ?? "") ?? [];
  const street = [...(behind === undefined ? [] : [behind]), ...names.slice(at + 1)];
  return { paon: [...names.slice(0, at), own].join(", "), street: street.join(", ") };
}
