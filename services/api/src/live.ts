import { changesAfter, type Ground } from "@guildhall/domain";
import { Places } from "./live-places.ts";
import { type Waiting, Watch } from "./live-watch.ts";

/** Tells those who wait that a process of theirs is seen otherwise than before. */
export interface Live {
  /**
   * Be told soon after something has happened to a process, until one leaves. Undefined where too many wait already, of
   * this tenant, from this network or in all.
   */
  join(waiting: Waiting): (() => void) | undefined;
  /** Send everybody away: this server ends. */
  close(): void;
}

export interface LiveOptions {
  groundFor(tenant: string): Promise<Pick<Ground, "db"> | undefined>;
  /** How often a tenant is looked at that somebody waits for. */
  readonly everyMs?: number;
  readonly mostOfTenant?: number;
  /** So that one visitor does not take the places of all others. */
  readonly mostOfNetwork?: number;
  readonly most?: number;
}

/**
 * Look at what happened in each tenant that somebody waits for, and in no other.
 *
 * One look at the end of an index tells whether any process wrote anything, whether the tenant is a file of ours or lies
 * on a server; a look keeps the tenant from resting, as any page does. Where it fails, everybody is sent away and comes
 * back to whoever holds the tenant then.
 */
export function createLive(options: LiveOptions): Live {
  const { everyMs = 400, mostOfTenant = 500, mostOfNetwork = 20, most = 2000 } = options;
  const watches = new Map<string, Watch>();
  const places = new Places({ mostOfTenant, mostOfNetwork, most });
  let isClosed = false;
  const begin = ({ tenant, since }: Waiting) => {
    const read = async (after: number) => {
      const ground = await options.groundFor(tenant);
      return ground && changesAfter(ground, after);
    };
    const watch = new Watch({ since, everyMs, read });
    watches.set(tenant, watch);
    return watch;
  };
  return {
    join: (one) => {
      const leavePlace = isClosed ? undefined : places.take(one);
      if (!leavePlace) return undefined;
      const watch = watches.get(one.tenant) ?? begin(one);
      const leaveWatch = watch.add(one);
      return () => {
        leavePlace();
        leaveWatch();
        if (watch.isEmpty && watches.get(one.tenant) === watch) watches.delete(one.tenant);
      };
    },
    close: () => {
      isClosed = true;
      for (const watch of [...watches.values()]) watch.end();
    },
  };
}
