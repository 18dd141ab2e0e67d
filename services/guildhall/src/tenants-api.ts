import { type ApiDeps, createApi } from "@guildhall/api";
import { checkAddress, createGuard } from "@guildhall/connectors";
import { createAuthenticator, createExchange } from "@guildhall/domain";
import type { ConnectorOptions } from "@guildhall/worker";
import { fetchThrough } from "./fetch-through.ts";
import { productFolders } from "./folders.ts";
import { subscribersPolicy } from "./outside.ts";
import type { Parts } from "./platform.ts";
import { createSignIns } from "./sign-ins.ts";

type ApiParts = Pick<ApiDeps, "payments" | "calls"> & { readonly outside: ConnectorOptions };

/** The API of every tenant, on the parts of one process. */
export function createTenantsApi(parts: Parts, { outside, payments, calls }: ApiParts) {
  const { config, store, groundFor, sandboxes, report, files } = parts;
  const { publicUrl } = config;
  const listTenants = async () => (await store.tenants()).map(({ definition }) => definition);
  return createApi({
    publicUrl,
    groundFor,
    ownerOf: (keyId) => store.keyOwners.ownerOf(keyId),
    identify: createAuthenticator(),
    exchange: createExchange({ fetchJwks: fetchThrough(outside.request) }),
    limits: config.rateLimits,
    listTenants,
    calls,
    files,
    payments,
    signIns: createSignIns({ request: createGuard(subscribersPolicy(config)) }),
    sandboxFor: sandboxes.of,
    mayCall: (url) => checkAddress(url, subscribersPolicy(config)) === undefined,
    guides: productFolders(import.meta.url).guides,
    reportFault: report,
  });
}
