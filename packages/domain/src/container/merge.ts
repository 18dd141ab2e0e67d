import type { Container } from "@guildhall/contract";
import { findContainer, putContainer } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { knownOf } from "./known.ts";
import { fieldsOf, newIn, overlay, readable } from "./overlay.ts";

/**
 * Keep what has become known of a process, and tell the back offices that follow it; what was known already changes
 * nothing and tells nobody.
 */
export async function mergeContainer(
  unit: Unit,
  process: TalkedOf,
  said: Container,
): Promise<void> {
  const { ctx, tx } = unit;
  const fresh = newIn(await knownOf(tx, process), readable(said));
  const fields = fieldsOf(fresh);
  if (fields.length === 0) return;
  const container = overlay((await findContainer(tx, process.id)) ?? {}, fresh);
  await putContainer(tx, process.id, { container, updatedAt: ctx.now() });
  await tell(unit, { type: "container.changed", process, subject: process.id, data: { fields } });
}
