import { findProcessWithAnswers, insertPublicPlace } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { placeOf } from "../delivery/location.ts";
import type { TalkedOf } from "../telling.ts";

/**
 * Let others near it see an open process, where its service is one that can be looked through first.
 *
 * Only where it is is kept, and only of a place: an address is somebody's. It is taken away when the process ends, and
 * comes back with a process that is taken up again; saying it twice is saying it once.
 */
export async function showPlace({ tx }: Unit, { id, service }: TalkedOf): Promise<void> {
  const { definition } = service;
  if (!definition.lookFirst) return;
  const process = await findProcessWithAnswers(tx, id);
  const place = process && placeOf(definition, process.answers);
  if (!place || process.status !== "open") return;
  const { latitude, longitude, uprn = null } = place;
  const { receivedAt } = process;
  const row = { process: id, service: definition.id, latitude, longitude, uprn, receivedAt };
  await insertPublicPlace(tx, row);
}
