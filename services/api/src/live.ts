import { type Ground, lastChange } from "@guildhall/domain";

/** Tells those who wait that something has happened in a tenant. */
export interface Live {
  /**
   * Be called soon after something happens in a tenant, until one leaves; with `end` once there is nothing to wait for
   * any more. Undefined where too many wait already.
   */
  join(tenant: string, waiting: Waiting): (() => void) | undefined;
  /** Send everybody away: this server ends. */
  close(): void;
}

export interface Waiting {
  happened(): void;
  end(): void;
}

export interface LiveOptions {
  groundFor(tenant: string): Promise<Pick<Ground, "db"> | undefined>;
  /** How often a tenant is looked at that somebody waits for. */
  readonly everyMs?: number;
  readonly mostOfTenant?: number;
  readonly most?: number;
}

/**
 * Look at the last event of each tenant that somebody waits for, and at no other.
 *
 * One look at the end of an index tells of what any process wrote, whether the tenant is a file of ours or lies on a
 * server; a look keeps the tenant from resting, as any page does. Where it fails, everybody is sent away and comes back
 * to whoever holds the tenant then.
 */
export function createLive(options: LiveOptions): Live {
  const { everyMs = 400, mostOfTenant = 500, most = 2000 } = options;
  const tenants = new Map<string, Set<Waiting>>();
  let count = 0;
  let isClosed = false;
  const watch = async (tenant: string, waiting: ReadonlySet<Waiting>, before?: number) => {
    const seq = await lookAt(options, tenant).catch(() => undefined);
    if (waiting.size === 0 || isClosed) return;
    if (seq === undefined) return tellAll(waiting, "end");
    if (seq !== before) tellAll(waiting, "happened");
    setTimeout(() => void watch(tenant, waiting, seq), everyMs).unref();
  };
  const begin = (tenant: string) => {
    const waiting = new Set<Waiting>();
    tenants.set(tenant, waiting);
    void watch(tenant, waiting);
    return waiting;
  };
  return {
    join: (tenant, one) => {
      const there = tenants.get(tenant);
      if (isClosed || count >= most || (there?.size ?? 0) >= mostOfTenant) return undefined;
      const waiting = there ?? begin(tenant);
      waiting.add(one);
      count += 1;
      return () => {
        if (!waiting.delete(one)) return;
        count -= 1;
        if (waiting.size === 0 && tenants.get(tenant) === waiting) tenants.delete(tenant);
      };
    },
    close: () => {
      isClosed = true;
      for (const waiting of [...tenants.values()]) tellAll(waiting, "end");
    },
  };
}

function tellAll(waiting: ReadonlySet<Waiting>, what: keyof Waiting): void {
  for (const one of [...waiting]) one[what]();
}

async function lookAt({ groundFor }: LiveOptions, tenant: string): Promise<number | undefined> {
  const ground = await groundFor(tenant);
  return ground && lastChange(ground);
}
