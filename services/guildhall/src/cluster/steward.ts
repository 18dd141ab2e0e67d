import type { Handover } from "@guildhall/domain";
import type { Store } from "@guildhall/store";
import type { Forwarder } from "./forward.ts";
import { favourPaths } from "./node-door.ts";

export interface StewardOptions {
  readonly store: Pick<Store, "leases" | "node">;
  readonly forwarder: Forwarder;
  /** The handover of this process: for the tenants that are held here. */
  readonly own: Handover;
  /** Told where more than rows of some lanes may have come to be due. */
  readonly onNews: (tenant: string) => void;
}

/**
 * Hand over what is stored: here for tenants that are held here.
 *
 * Where this process writes to a database that another looks after, its rows are left for that one to claim, and it is
 * told to look. It would look by itself a little later, so nobody waits for the telling.
 */
export function createHandover({ store, forwarder, own, onNews }: StewardOptions): Handover {
  const telling = new Set<string>();
  const isHere = (tenant: string) => !store.node || store.leases.termOf(tenant) !== undefined;
  const tell = async (tenant: string): Promise<void> => {
    const owner = await store.leases.ownerOf(tenant);
    telling.delete(tenant);
    if (owner && owner.address !== "")
      await forwarder.ask(owner.address, { method: "POST", path: favourPaths.wake(tenant) });
  };
  return {
    reserve: (lane, now) => (isHere(lane.tenant) ? own.reserve(lane, now) : undefined),
    give: (tickets) => own.give(tickets),
    cancel: (tickets) => own.cancel?.(tickets),
    wake: (tenant, lanes) => {
      if (isHere(tenant)) {
        own.wake(tenant, lanes);
        if (lanes === undefined) onNews(tenant);
        return;
      }
      if (telling.has(tenant)) return;
      telling.add(tenant);
      tell(tenant).catch(() => telling.delete(tenant));
    },
  };
}
