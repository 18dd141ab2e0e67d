import type { Mapping } from "@guildhall/contract";
import { MappingFault } from "./fault.ts";
import { checkGiven, givenByFact } from "./given.ts";
import { placedRows } from "./rows.ts";

/** Collect what a mapping makes of facts that they cannot become. */
export function checkFacts({ rows, format }: Mapping, faults: MappingFault[]): void {
  for (const { row, place } of placedRows(rows)) {
    if (!row.from || !("fact" in row.from)) continue;
    const reasons = checkGiven(row, givenByFact(row.from.fact), format);
    faults.push(...reasons.map((reason) => new MappingFault(place, reason)));
  }
}
