import type { ProvidedAddress } from "@guildhall/contract";
import { z } from "zod";

const line = z.string().max(300).nullish();
const amount = z.union([z.number(), z.string()]).nullish();

/** What is read of an address, of either of Ordnance Survey's datasets. */
const common = {
  UPRN: z.string().regex(/^\d{1,12}$/),
  ADDRESS: z.string().max(1000),
  X_COORDINATE: z.number(),
  Y_COORDINATE: z.number(),
  LOCAL_CUSTODIAN_CODE: z.union([z.number(), z.string().regex(/^\d{1,4}$/)]),
  LOCAL_CUSTODIAN_CODE_DESCRIPTION: line,
};

/** As Royal Mail delivers to it. */
const Dpa = z.object({
  ...common,
  ORGANISATION_NAME: line,
  DEPARTMENT_NAME: line,
  SUB_BUILDING_NAME: line,
  BUILDING_NAME: line,
  BUILDING_NUMBER: amount,
  DEPENDENT_THOROUGHFARE_NAME: line,
  THOROUGHFARE_NAME: line,
  DOUBLE_DEPENDENT_LOCALITY: line,
  DEPENDENT_LOCALITY: line,
  POST_TOWN: z.string().max(100),
  POSTCODE: line,
});

/** As the council's own land and property gazetteer has it. */
const Lpi = z.object({
  ...common,
  LOGICAL_STATUS_CODE: z.union([z.number(), z.string()]).nullish(),
  ORGANISATION: line,
  SAO_TEXT: line,
  SAO_START_NUMBER: amount,
  SAO_START_SUFFIX: line,
  SAO_END_NUMBER: amount,
  SAO_END_SUFFIX: line,
  PAO_TEXT: line,
  PAO_START_NUMBER: amount,
  PAO_START_SUFFIX: line,
  PAO_END_NUMBER: amount,
  PAO_END_SUFFIX: line,
  STREET_DESCRIPTION: line,
  LOCALITY_NAME: line,
  TOWN_NAME: line,
  POSTCODE_LOCATOR: line,
});

/** An address of a land and property gazetteer, by the names of its fields; undefined where it is none to live or work at. */
export function readGazetteerRecord(record: unknown): ProvidedAddress | undefined {
  return readResult({ LPI: record });
}

/** One result; what is in neither dataset, or not as documented, is passed over. */
export function readResult(result: unknown): ProvidedAddress | undefined {
  const holder = z.object({ DPA: z.unknown(), LPI: z.unknown() }).partial().safeParse(result);
  const dpa = Dpa.safeParse(holder.data?.DPA);
  if (dpa.success) return provided(dpa.data, linesOfDpa(dpa.data));
  const lpi = Lpi.safeParse(holder.data?.LPI);
  if (!lpi.success || !isApproved(lpi.data)) return undefined;
  return provided(lpi.data, linesOfLpi(lpi.data));
}

interface Lines {
  readonly before: readonly string[];
  readonly town: string;
  readonly postcode: string | undefined;
}

function linesOfDpa(dpa: z.infer<typeof Dpa>): Lines {
  const street = joined([
    joined([dpa.BUILDING_NUMBER, dpa.DEPENDENT_THOROUGHFARE_NAME ?? dpa.THOROUGHFARE_NAME], " "),
    dpa.DEPENDENT_THOROUGHFARE_NAME ? dpa.THOROUGHFARE_NAME : undefined,
  ]);
  const locality = joined([dpa.DOUBLE_DEPENDENT_LOCALITY, dpa.DEPENDENT_LOCALITY]);
  const within = joined([dpa.SUB_BUILDING_NAME, dpa.BUILDING_NAME]);
  return {
    before: filled([dpa.ORGANISATION_NAME, dpa.DEPARTMENT_NAME, within, street, locality]),
    town: dpa.POST_TOWN,
    postcode: dpa.POSTCODE ?? undefined,
  };
}

function linesOfLpi(lpi: z.infer<typeof Lpi>): Lines {
  const number = joined(
    [
      numbered(lpi.PAO_START_NUMBER, lpi.PAO_START_SUFFIX),
      numbered(lpi.PAO_END_NUMBER, lpi.PAO_END_SUFFIX),
    ],
    "-",
  );
  const part = joined(
    [
      numbered(lpi.SAO_START_NUMBER, lpi.SAO_START_SUFFIX),
      numbered(lpi.SAO_END_NUMBER, lpi.SAO_END_SUFFIX),
    ],
    "-",
  );
  const within = joined([lpi.SAO_TEXT, part], " ");
  const street = joined([number, lpi.STREET_DESCRIPTION], " ");
  return {
    before: filled([lpi.ORGANISATION, within, lpi.PAO_TEXT, street, lpi.LOCALITY_NAME]),
    town: lpi.TOWN_NAME ?? lpi.LOCALITY_NAME ?? "",
    postcode: lpi.POSTCODE_LOCATOR ?? undefined,
  };
}

type Common = z.infer<z.ZodObject<typeof common>>;

/** Two lines at most before the town: the first holds what stands nearest to the door. */
function provided(given: Common, { before, town, postcode }: Lines): ProvidedAddress | undefined {
  const [line1, ...others] = before.map(inTitleCase);
  if (line1 === undefined || town === "") return undefined;
  const line2 = others.join(", ");
  const custodian = given.LOCAL_CUSTODIAN_CODE_DESCRIPTION;
  return {
    address: {
      line1: cut(line1, 100),
      ...(line2 ? { line2: cut(line2, 100) } : {}),
      town: cut(inTitleCase(town), 60),
      ...(postcode && postcode.length <= 8 ? { postcode } : {}),
      uprn: given.UPRN,
      easting: Math.round(given.X_COORDINATE),
      northing: Math.round(given.Y_COORDINATE),
    },
    custodianCode: String(Number(given.LOCAL_CUSTODIAN_CODE)),
    ...(custodian ? { custodian: inTitleCase(custodian) } : {}),
  };
}

/** Provisional, rejected and historical entries are no address that anybody has. */
function isApproved({ LOGICAL_STATUS_CODE: status }: z.infer<typeof Lpi>): boolean {
  return status === undefined || status === null || String(status) === "1";
}

function numbered(number: unknown, suffix: string | null | undefined): string {
  return number === undefined || number === null ? "" : `${number}${suffix ?? ""}`;
}

function filled(parts: readonly (string | null | undefined)[]): string[] {
  return parts.filter((part): part is string => Boolean(part?.trim()));
}

function joined(parts: readonly unknown[], by = ", "): string {
  return parts.filter((part) => part !== undefined && part !== null && part !== "").join(by);
}

function cut(text: string, longest: number): string {
  return [...text].slice(0, longest).join("").trim();
}

const small = new Set(["of", "the", "and", "on", "in", "by", "le", "upon", "under", "cum"]);

/** Write what comes in capitals as people write it; anything else stays as it is. */
export function inTitleCase(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) =>
      at > 0 && small.has(word) ? word : capital(word),
    );
}

/** `12A` keeps its letter large, and `O'Brien` has two. */
function capital(word: string): string {
  if (/^\d+[a-z]$/.test(word)) return word.toUpperCase();
  return word.replace(/^\p{L}|(?<=^[od]['’])\p{L}/gu, (letter) => letter.toUpperCase());
}
