import { readGazetteerRecord } from "@guildhall/connectors";
import { plainNumber, postcodeIn } from "@guildhall/domain";
import type { GazetteerAddress } from "@guildhall/store";
import { dtfRecord, isDtf, nothingReferred, refer } from "./dtf.ts";
import { columnsOf, flatRecord } from "./flat.ts";
import { FileRefused, readRecords } from "./records.ts";

/** Why a row of a file is no address. */
export type LeftOut = "not-approved" | "no-place" | "unreadable" | "incomplete";

/** What was seen of a file. */
export interface Counts {
  rows: number;
  addresses: number;
  readonly left: Map<LeftOut, number>;
  /** Where the first rows stand that cannot be read. */
  readonly unreadable: number[];
}

export function noCounts(): Counts {
  return { rows: 0, addresses: 0, left: new Map(), unreadable: [] };
}

/**
 * Read the addresses of a council's own file, a flat CSV with a line of names or DTF 7.3, and count what is left out.
 *
 * @throws FileRefused
 */
export async function* readGazetteer(
  path: string,
  { custodian, counts }: { custodian: string; counts: Counts },
): AsyncGenerator<GazetteerAddress> {
  for await (const [line, record] of recordsIn(path)) {
    counts.rows += 1;
    const read = addressIn(record, custodian);
    if (typeof read !== "string") {
      counts.addresses += 1;
      yield read;
      continue;
    }
    counts.left.set(read, (counts.left.get(read) ?? 0) + 1);
    if (read === "unreadable" && counts.unreadable.length < 5) counts.unreadable.push(line);
  }
}

type Located = readonly [line: number, record: Record<string, string>];

async function* recordsIn(path: string): AsyncGenerator<Located> {
  for await (const first of readRecords(path)) {
    yield* isDtf(first) ? dtfRecordsIn(path) : flatRecordsIn(path);
    return;
  }
  throw new FileRefused("The file is empty.");
}

async function* flatRecordsIn(path: string): AsyncGenerator<Located> {
  let columns: ReturnType<typeof columnsOf> | undefined;
  for await (const { line, cells } of readRecords(path)) {
    if (columns) yield [line, flatRecord(columns, cells)];
    columns ??= columnsOf(cells);
  }
}

/** Twice: what addresses refer to may come after them. */
async function* dtfRecordsIn(path: string): AsyncGenerator<Located> {
  const referred = nothingReferred();
  for await (const record of readRecords(path)) refer(referred, record);
  for await (const record of readRecords(path)) {
    const address = dtfRecord(referred, record);
    if (address) yield [record.line, address];
  }
}

/** Text that was written in another alphabet's bytes, or with what no address has. */
const broken = /[\p{Cc}\u{FFFD}]/u;
const mostMetres = { x: 700_000, y: 1_300_000 };

function addressIn(record: Record<string, string>, custodian: string): GazetteerAddress | LeftOut {
  if (Object.values(record).some((value) => broken.test(value))) return "unreadable";
  const [x, y] = [Number(record.X_COORDINATE), Number(record.Y_COORDINATE)];
  if (!(x > 0 && x <= mostMetres.x && y > 0 && y <= mostMetres.y)) return "no-place";
  const status = record.LOGICAL_STATUS_CODE;
  if (status !== undefined && status !== "1") return "not-approved";
  if (!/^0*[1-9]\d{0,11}$/.test(record.UPRN ?? "")) return "unreadable";
  const read = readGazetteerRecord({
    LOCAL_CUSTODIAN_CODE: custodian,
    ...record,
    UPRN: plainNumber(record.UPRN ?? ""),
    ADDRESS: "",
    X_COORDINATE: x,
    Y_COORDINATE: y,
  });
  if (!read) return "incomplete";
  const { line1, line2 = null, town, postcode = "", uprn, easting, northing } = read.address;
  const code = postcodeIn(postcode) ?? null;
  const own = { uprn, line1, line2, town, postcode: code, easting, northing };
  return { ...own, custodian: read.custodianCode };
}
