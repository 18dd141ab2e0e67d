import type { OnboardingDesk } from "@guildhall/domain";
import type { World } from "@guildhall/domain/testing";

/** Addresses that may be called, as far as a test goes. */
export function mayCall(url: string): boolean {
  return /^https:\/\/(?!forbidden)/.test(url);
}

/** Where tenants are taken on in a test: what is outside always answers. */
export function onboardingOf({ store, groundFor }: World): OnboardingDesk {
  return {
    store,
    groundFor,
    isOurs: (host) => host === "guildhall.test",
    mayCall,
    tryConnection: async () => ({ outcome: "answers", sentence: "It answers." }),
  };
}
