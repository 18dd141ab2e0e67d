import type { Chore } from "@guildhall/contract";
import { forgetOld, type Ground, whenToForget } from "@guildhall/domain";
import type { Errand } from "@guildhall/worker";

/** What chores are handed over to: the queue, which tells what it does not take. */
export interface ChoreCarrier {
  dispatch(chores: readonly Chore[]): Promise<readonly Chore[]>;
}

export interface ChoresOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly carrier: ChoreCarrier;
  /** Keep outside its database how far a tenant's audit trail has come. */
  readonly keepCheckpoint: (ground: Ground) => Promise<void>;
  readonly now: () => number;
}

/**
 * Has what is past keeping forgotten once a day, and a checkpoint of the audit trail kept, in a lane of its own, so that
 * it keeps no delivery waiting.
 */
export interface Chores {
  /** Hands it over for a tenant when it is due; what the queue does not take is done here. */
  readonly errand: Errand;
  /** Do one that came out of the queue. */
  handle(chore: Pick<Chore, "tenant">): Promise<void>;
}

export function createChores({ groundFor, carrier, keepCheckpoint, now }: ChoresOptions): Chores {
  const handle: Chores["handle"] = async ({ tenant }) => {
    const ground = await groundFor(tenant);
    if (!ground) return;
    await keepCheckpoint(ground);
    await forgetOld(ground);
  };
  const run = async ({ tenant: { id: tenant } }: Ground) => {
    const chore = { tenant, id: "forget-old", kind: "maintenance", generation: now() } as const;
    for (const refused of await carrier.dispatch([chore])) await handle(refused);
  };
  // One that the queue has lost is handed over again.
  const paces = { leastMs: 10 * 60_000, longestMs: 60 * 60_000 };
  return { errand: { whenDue: whenToForget, run, ...paces }, handle };
}
