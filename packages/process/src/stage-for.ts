import type { StatusRow } from "@guildhall/contract";

/**
 * Find what a back office's status means to the citizen.
 *
 * A status may be codes joined by `/`, such as a status and its reason for closing. The row for all of them
 * is taken first, then the row for fewer, the last left out each time: officers choose the reason before the
 * status, and a reason alone must say nothing. A row for a transition counts only for a case that stood at that
 * status before, and stands before the row for the status alone. Codes are compared exactly, capitals and all.
 */
export function stageFor(
  statuses: readonly StatusRow[],
  external: string,
  before?: string,
): StatusRow | undefined {
  const left = before === undefined ? [] : fewerAndFewer(before);
  return fewerAndFewer(external)
    .flatMap((code) => {
      const rows = statuses.filter((row) => row.external === code);
      return [
        ...left.map((from) => rows.find(({ after }) => after === from)),
        rows.find(({ after }) => after === undefined),
      ];
    })
    .find((row) => row !== undefined);
}

/** The codes of a status, then all but the last of them, and so on. */
function fewerAndFewer(external: string): string[] {
  const codes = external.split("/");
  return codes.map((_, left) => codes.slice(0, codes.length - left).join("/"));
}
