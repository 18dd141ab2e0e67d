import type { Store } from "@guildhall/store";

export type Tended = Pick<Store, "openTenants" | "node"> & {
  readonly leases: Pick<Store["leases"], "held">;
};

/** The tenants that are open here and this process's to look after: one on a server is open in several. */
export function tendedTenants({ openTenants, node, leases }: Tended): readonly string[] {
  if (!node) return openTenants;
  const held = new Set(leases.held);
  return openTenants.filter((tenant) => held.has(tenant));
}
