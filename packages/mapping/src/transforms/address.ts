import { MappingFault, type Place } from "../fault.ts";
import { isRecord } from "../scope.ts";
import { buildingOf } from "./bs7666.ts";
import { type Change, type CompileSetting, checkCount, itemwise, listwise } from "./change.ts";
import { firstCharacters, piecesOf } from "./length.ts";

/** Write an address as lines, or one of its parts. */
export const compileAddress: CompileSetting<"address"> = ({ address }, place) => {
  if (typeof address !== "string") return compileLines(address, place);
  const read = partReaders[address];
  return itemwise((value) => read(partsOf(value, place)));
};

interface Parts {
  readonly line1: string;
  readonly line2: string;
  readonly town: string;
  readonly postcode: string;
  readonly uprn: string;
}

const partReaders: Record<
  "saon" | "paon" | "street" | "town" | "postcode" | "uprn",
  (parts: Parts) => string
> = {
  saon: (parts) => buildingOf(parts).saon,
  paon: (parts) => buildingOf(parts).paon,
  street: (parts) => buildingOf(parts).street,
  town: ({ town }) => town,
  postcode: ({ postcode }) => postcode,
  uprn: ({ uprn }) => uprn,
};

function compileLines(
  setting: { lines: number; longest?: number | undefined; postcode?: boolean | undefined },
  place: Place,
): Change {
  const { lines, longest = Number.MAX_SAFE_INTEGER, postcode: keepsPostcode = true } = setting;
  checkCount(lines, "lines", place);
  checkCount(longest, "longest", place);
  return listwise((value) => {
    const { line1, line2, town, postcode } = partsOf(value, place);
    const above = [line1, line2, town].filter((line) => line !== "");
    if (!keepsPostcode || postcode === "") return inLines(above, lines, longest);
    if (lines === 1) return inLines([...above, postcode], lines, longest);
    return [...inLines(above, lines - 1, longest), firstCharacters(postcode, longest)];
  });
}

/**
 * Lay parts out in at most so many lines: each on its own, long ones broken between words; where that
 * takes too many, the last ones together; and where that does not fit, without the end of it.
 */
function inLines(parts: readonly string[], lines: number, longest: number): string[] {
  for (let alone = parts.length; alone > 0; alone -= 1) {
    const together = parts.slice(alone).join(", ");
    const laidOut = [...parts.slice(0, alone), together].flatMap((line) => broken(line, longest));
    if (laidOut.length <= lines) return laidOut;
  }
  return broken(parts.join(", "), longest).slice(0, lines);
}

function broken(line: string, longest: number): string[] {
  return line === "" ? [] : piecesOf(line, longest);
}

function partsOf(value: unknown, place: Place): Parts {
  if (!isRecord(value) || typeof value.line1 !== "string") {
    throw new MappingFault(place, "the value is not an address");
  }
  const read = (part: keyof Parts) => {
    const text = value[part];
    return typeof text === "string" ? text.trim() : "";
  };
  return {
    line1: read("line1"),
    line2: read("line2"),
    town: read("town"),
    postcode: read("postcode"),
    uprn: read("uprn"),
  };
}
