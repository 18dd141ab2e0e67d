import { findEvent, findOutbox, rewindPolled } from "@guildhall/store";
import type { Unit } from "../change.ts";

/**
 * Look once more at what was seen since a case was first owed to a back office, now that it is known what it is called
 * there: until now its changes were nobody's. It costs nothing where the place reached is before that.
 */
export async function lookBackFor({ tx }: Unit, delivery: string): Promise<void> {
  const row = await findOutbox(tx, delivery);
  const owed = row?.operation === "create" ? await findEvent(tx, row.event) : undefined;
  if (row && owed) await rewindPolled(tx, row.destination, owed.at);
}
