/** Looks out for tenants that come to be while this process runs. */
export interface Newcomers {
  /** These are looked after already; whoever else is met is begun with, once. */
  start(tenants: readonly string[], begin: (tenant: string) => void): void;
  /** Say that a tenant is in use. */
  meet(tenant: string): void;
}

/** Begin to look after each tenant that was not there at the start, when it is first used. */
export function createNewcomers(): Newcomers {
  const known = new Set<string>();
  let begin: ((tenant: string) => void) | undefined;
  return {
    start: (tenants, beginWith) => {
      for (const tenant of tenants) known.add(tenant);
      begin = beginWith;
    },
    meet: (tenant) => {
      if (!begin || known.has(tenant)) return;
      known.add(tenant);
      begin(tenant);
    },
  };
}
