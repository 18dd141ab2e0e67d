import { join } from "node:path";
import { placesBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { placesApi } from "./api.ts";
import { placesOfficer } from "./officer-routes.tsx";
import { openPlaces } from "./places.ts";

/** Start the places of a tenant whose folder describes one. */
export function startPlaces(
  { tenant, places: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const places = openPlaces(config, { tenant, folder: join(deps.dataDir, "places", tenant) });
  const place = (): Place => ({ system: "places", tenant, faults: places.faults.all() });
  const { app, calls } = systemApp({ faults: places.faults, place, deps, busy: placesBusy });
  for (const path of ["/search/*", "/maps/*"]) app.use(path, ...calls);
  // First, since the API refuses whatever comes without its key.
  app.route("/", placesOfficer(place));
  app.route("/", placesApi(places, deps.credentials.places?.[tenant]));
  return { app, settled: () => Promise.resolve(), close: () => places.close() };
}
