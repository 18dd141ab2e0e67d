import { type ApiDeps, createApi } from "@guildhall/api";
import { checkAddress, createGuard } from "@guildhall/connectors";
import { createAuthenticator, createExchange, createTargetDesk } from "@guildhall/domain";
import type { Scans } from "@guildhall/worker";
import { createSchemaChecker } from "@guildhall/xml";
import { fetchThrough } from "./fetch-through.ts";
import { productFolders } from "./folders.ts";
import { createOnboarding } from "./onboarding.ts";
import { callbackPolicy, outsideOf } from "./outside.ts";
import type { Parts } from "./parts.ts";
import { createPlacesDesk } from "./places.ts";
import { createSignIns } from "./sign-ins.ts";
import type { WrittenCalls } from "./written-calls.ts";

/** The API of every tenant, on the parts of one process. */
export function createTenantsApi(
  parts: Parts,
  {
    payments,
    calls,
    mending,
    askOffice,
    dryRuns,
    scans,
    live,
  }: Pick<ApiDeps, "live" | "payments" | "mending" | "askOffice" | "dryRuns"> & {
    readonly scans: Scans;
    readonly calls: Pick<WrittenCalls, "record" | "views">;
  },
) {
  const { config, store, groundFor, sandboxes, report, files } = parts;
  const { publicUrl } = config;
  // Its own: an upload that takes long keeps no delivery waiting. It starts its thread when it is first needed.
  const shapes = createSchemaChecker();
  // Somebody waits for what is made of a sample while another's upload is read.
  const samples = createSchemaChecker();
  const listTenants = async () => (await store.tenants()).map(({ definition }) => definition);
  return createApi({
    publicUrl,
    groundFor,
    ownerOf: (keyId) => store.keyOwners.ownerOf(keyId),
    identify: createAuthenticator(),
    exchange: createExchange({ fetchJwks: fetchThrough(createGuard(callbackPolicy(config))) }),
    limits: config.rateLimits,
    listTenants,
    calls,
    views: calls.views,
    files: { ...files, look: config.clamdUrl === undefined ? undefined : scans.look },
    live,
    payments,
    places: createPlacesDesk({ store, outside: outsideOf(config) }),
    mending,
    askOffice,
    targets: createTargetDesk({
      askOffice,
      readXml: (source) => shapes.shape(source),
      checkXml: (set, document) => samples.check(set, document),
    }),
    dryRuns,
    signIns: createSignIns({ request: createGuard({ allowLoopback: config.allowLoopback }) }),
    onboarding: createOnboarding({ config, store, groundFor }),
    sandboxFor: sandboxes.of,
    mayCall: (url) => checkAddress(url, callbackPolicy(config)) === undefined,
    guides: productFolders(import.meta.url).guides,
    reportFault: report,
  });
}
