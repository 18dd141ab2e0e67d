import type { StatusRow } from "@guildhall/contract";

/**
 * Find what a back office's status means to the citizen.
 *
 * A status may be codes joined by `/`, such as a status and its reason for closing. The row for all of them
 * is taken first, then the row for fewer, the last left out each time: officers choose the reason before the
 * status, and a reason alone must say nothing. Codes are compared exactly, capitals and all.
 */
export function stageFor(statuses: readonly StatusRow[], external: string): StatusRow | undefined {
  const codes = external.split("/");
  return codes
    .map((_, left) => codes.slice(0, codes.length - left).join("/"))
    .map((code) => statuses.find((row) => row.external === code))
    .find((row) => row !== undefined);
}
