import { openRig, type Place } from "../rig.ts";
import type { ScaleFigures } from "./figures.ts";
import { manyServices } from "./many-services.ts";
import { amongMillion } from "./million.ts";
import { newTenantMs } from "./new-tenant.ts";

/** Measure what only shows where there is much of everything: one thing after the other. */
export async function runScale(place: Place): Promise<ScaleFigures> {
  const rig = await openRig(place, 0);
  return {
    newTenantMs: await newTenantMs(rig),
    ...(await amongMillion(rig)),
    ...(await manyServices(rig)),
  };
}
