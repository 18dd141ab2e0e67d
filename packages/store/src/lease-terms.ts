/** How long the lease of a tenant lasts that is not renewed. */
export const tenantLeaseMs = 6_000;
/** How often leases are renewed: twice may fail. */
export const renewEveryMs = 2_000;

/** What this node is told of the tenants that it holds. */
export interface LeaseEvents {
  /** The tenant is this node's from now on. */
  gained: [tenant: string];
  /** The tenant is another's, or nobody's: nothing may be done for it here any more. */
  lost: [tenant: string];
  /** Something is about to be written that may have to be seen to, and the directory knows. */
  woken: [tenant: string];
}
