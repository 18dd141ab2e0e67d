import { findEvent, findPolledTo, type OutboxRow, rewindPolled } from "@guildhall/store";
import type { Unit } from "../change.ts";

/**
 * Look once more at what was seen since a case was first owed to a back office, now that it is known what it is called
 * there: until now its changes were nobody's. A connector that is not looked at costs one read, and the place reached
 * is written only where it moves.
 */
export async function lookBackFor(
  { tx }: Unit,
  { operation, destination, event }: Pick<OutboxRow, "operation" | "destination" | "event">,
): Promise<void> {
  if (operation !== "create") return;
  const reached = await findPolledTo(tx, destination);
  const owed = reached === undefined ? undefined : await findEvent(tx, event);
  if (owed) await rewindPolled(tx, destination, owed.at);
}
