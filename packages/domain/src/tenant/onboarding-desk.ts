import type { ConnectionTest, NewTenantConnector } from "@guildhall/contract";
import type { Store } from "@guildhall/store";
import type { Ground } from "../ground.ts";
import type { MayCall } from "../subscription/reach.ts";

/** What taking a tenant on needs of the installation. */
export interface OnboardingDesk {
  readonly store: Pick<Store, "addTenant" | "directory" | "tenant" | "tenants">;
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** Whether a host is the platform's own, and so can be no tenant's. */
  isOurs(host: string): boolean;
  readonly mayCall: MayCall;
  /** Speak to an outside system once, and change nothing there. */
  tryConnection(connector: NewTenantConnector): Promise<ConnectionTest>;
}
