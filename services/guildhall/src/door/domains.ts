import type { Config } from "@guildhall/runtime";
import { isLoopbackHost } from "@guildhall/runtime";
import type { DomainEntry } from "@guildhall/store";
import { plainHost } from "./hosts.ts";

/** Which hosts are a tenant's own, as the directory had it seconds ago. */
export interface Domains {
  /** The tenant whose own domain a host is; never for a host of the platform's. */
  tenantOf(host: string): string | undefined;
  /** The first of a tenant's domains. */
  domainOf(tenant: string): string | undefined;
  /** Ask the directory now. */
  renew(): Promise<void>;
  /** Ask it no more. */
  end(): void;
}

export interface DomainsOptions extends Pick<Config, "publicUrl"> {
  readonly hosts?: readonly string[] | undefined;
  readonly list: () => Promise<readonly DomainEntry[]>;
  readonly onError: (error: unknown) => void;
  readonly everyMs?: number;
}

/**
 * Know tenants' domains without asking the directory at each request; another process may change them.
 *
 * A host of the platform's stays the platform's, whatever a tenant's folder says.
 */
export async function openDomains(options: DomainsOptions): Promise<Domains> {
  const { hosts, publicUrl, list, onError, everyMs = 5000 } = options;
  const isOurs = createOurs({ hosts, publicUrl });
  let tenants = new Map<string, string>();
  let first = new Map<string, string>();
  const renew = async () => {
    const entries = (await list()).filter(({ domain }) => !isOurs(domain));
    tenants = new Map(entries.map(({ domain, tenant }) => [domain, tenant]));
    first = new Map(entries.toReversed().map(({ domain, tenant }) => [tenant, domain]));
  };
  await renew();
  const renewing = setInterval(() => renew().catch(onError), everyMs);
  renewing.unref();
  return {
    tenantOf: (host) => tenants.get(plainHost(host)),
    domainOf: (tenant) => first.get(tenant),
    renew,
    end: () => clearInterval(renewing),
  };
}

/** Tell which hosts are the platform's, and so can be no tenant's. */
export function createOurs({
  hosts = [],
  publicUrl,
}: Pick<DomainsOptions, "hosts" | "publicUrl">): (host: string) => boolean {
  const ours = new Set([...hosts, new URL(publicUrl).hostname]);
  return (host) => ours.has(host) || isLoopbackHost(host);
}

/** For where there are none. */
export const noDomains: Domains = {
  tenantOf: () => undefined,
  domainOf: () => undefined,
  renew: async () => undefined,
  end: () => undefined,
};
