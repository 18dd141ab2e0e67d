import { createPlaces } from "@guildhall/connectors";
import { createPlaceDesk, type PlaceDesk, readPlacesCredential } from "@guildhall/domain";
import type { Store } from "@guildhall/store";
import type { ConnectorOptions } from "@guildhall/worker";

/** The desk where the API has addresses and maps looked up, at the provider that each tenant names. */
export function createPlacesDesk({
  store,
  outside,
}: {
  store: Pick<Store, "tenants">;
  outside: ConnectorOptions;
}): PlaceDesk {
  return createPlaceDesk({
    placesFor: async (ctx) => {
      const { places } = ctx.tenant;
      return places ? createPlaces(places, await readPlacesCredential(ctx), outside) : {};
    },
    listTenants: async () => (await store.tenants()).map(({ definition }) => definition),
  });
}
