import { listOutbox, type OutboxRow } from "@guildhall/store";
import type { Context } from "../context.ts";

const hourMs = 3_600_000;
/** More than people do to one case in an hour, and far less than two systems that answer each other. */
const mostUpdates = 20;

/**
 * Say whether a back office has been told so many changes of a case within an hour that the next waits for a person.
 *
 * Two systems whose changes follow from each other's would never stop; what waits keeps back the updates behind it,
 * and with them the next round. A case that is new, a note and a file go in no circle.
 */
export async function goesInCircles(
  ctx: Context,
  { process, destination, operation }: Pick<OutboxRow, "process" | "destination" | "operation">,
): Promise<boolean> {
  if (operation !== "update") return false;
  const since = ctx.now() - hourMs;
  const told = (await listOutbox(ctx.db, [process])).filter(
    (row) =>
      row.destination === destination &&
      row.operation === "update" &&
      row.state === "accepted" &&
      (row.settledAt ?? 0) > since,
  );
  return told.length >= mostUpdates;
}
