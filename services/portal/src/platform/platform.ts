import { type Language, TenantSummary } from "@guildhall/contract";
import { ask, createClient, createConfig, listTenants } from "@guildhall/sdk";
import type { PortalDeps } from "../environment.ts";
import { type CouncilApi, createCouncilApi } from "./council-api.ts";

/** The platform as a citizen reaches it: through its public API alone. */
export interface Platform {
  tenants(): Promise<TenantSummary[]>;
  council(tenant: string, language?: Language): CouncilApi;
}

export function createPlatform(deps: Pick<PortalDeps, "fetch" | "apiOrigin">): Platform {
  const clientFor = (baseUrl: string) => {
    return createClient(createConfig({ baseUrl, fetch: (input) => deps.fetch(asRequest(input)) }));
  };
  const platform = clientFor(deps.apiOrigin);
  const councils = new Map<string, CouncilApi>();
  return {
    tenants: async () => ask(listTenants({ client: platform }), listOfTenants),
    council: (tenant, language = "en") => {
      const name = `${tenant}/${language}`;
      const known = councils.get(name);
      if (known) return known;
      const api = createCouncilApi(clientFor(`${deps.apiOrigin}/t/${tenant}/v1`), language);
      // Names that no council has must not pile up here.
      if (councils.size >= 1000) councils.clear();
      councils.set(name, api);
      return api;
    },
  };
}

const listOfTenants = {
  parse: (value: unknown): TenantSummary[] =>
    TenantSummary.array().parse(
      typeof value === "object" && value && "data" in value ? value.data : [],
    ),
};

function asRequest(input: RequestInfo | URL): Request {
  return input instanceof Request ? input : new Request(input);
}
