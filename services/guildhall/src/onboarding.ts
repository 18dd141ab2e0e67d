import { checkAddress } from "@guildhall/connectors";
import type { OnboardingDesk } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import { createConnectionTest } from "@guildhall/worker";
import { createOurs } from "./door/domains.ts";
import { callbackPolicy, outsideOf } from "./outside.ts";

/** Where tenants are taken on in this installation. */
export function createOnboarding({
  config,
  store,
  groundFor,
}: { readonly config: Config } & Pick<OnboardingDesk, "store" | "groundFor">): OnboardingDesk {
  return {
    store,
    groundFor,
    isOurs: createOurs(config),
    mayCall: (url) => checkAddress(url, callbackPolicy(config)) === undefined,
    tryConnection: createConnectionTest(outsideOf(config)),
  };
}
