import type { Store } from "@guildhall/store";
import { Keeper } from "@guildhall/worker";
import type { Hosting } from "./hosting.ts";
import type { Tending } from "./tending.ts";

export interface CustodyOptions {
  /** Opened as this node. */
  readonly store: Store;
  readonly hosting: Hosting;
  readonly tending: Tending;
  /** Write down what is kept in memory of all tenants, while they can still be written to. */
  readonly flush: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** The tenants that this process holds: taken, answered for, tended, and given up in good order. */
export interface Custody {
  start(): Promise<void>;
  /** Hold a tenant that nobody does; tells whether it is held here now. */
  take(tenant: string): Promise<boolean>;
  /** Hand a tenant to a command that asked for it, and take it again once that gives it back, or is late to. */
  lend(tenant: string): Promise<void>;
  takeBack(tenant: string): Promise<void>;
  /** Hand everything over, once what is under way has ended, or this time is over. */
  stop(deadlineMs: number): Promise<void>;
}

/** Longer than a back office may take to answer: a delivery that is cut off may have to be held. */
const jobMs = 35_000;
const requestMs = 10_000;
const lentMs = 15_000;

export function createCustody(options: CustodyOptions): Custody {
  const { store, hosting, tending, flush, onError } = options;
  const lentUntil = new Map<string, number>();
  const keeper = new Keeper({
    store,
    begin: tending.begin,
    end: (tenant) => tending.end(tenant),
    isQuiet: tending.isQuiet,
    nextDue: tending.nextDue,
    now: Date.now,
    onError,
    onGain: (tenant) => hosting.open(tenant),
    onLoss: (tenant) => void hosting.close(tenant, 0),
    leave: async (tenant) => {
      await hosting.close(tenant, requestMs);
      await flush();
    },
  });
  return {
    start: () => keeper.start(),
    take: async (tenant) =>
      (lentUntil.get(tenant) ?? 0) <= Date.now() && (await keeper.take(tenant)),
    lend: async (tenant) => {
      // Requests go on being answered till then.
      await tending.end(tenant, jobMs);
      lentUntil.set(tenant, Date.now() + lentMs);
      await keeper.letGo(tenant);
    },
    takeBack: async (tenant) => {
      lentUntil.delete(tenant);
      await keeper.take(tenant);
    },
    stop: async (deadlineMs) => {
      await Promise.all(store.leases.held.map((tenant) => tending.end(tenant, deadlineMs)));
      await keeper.stop();
    },
  };
}
