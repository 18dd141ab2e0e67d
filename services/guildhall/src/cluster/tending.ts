import type { Ticket } from "@guildhall/contract";
import { asPlatform, type Ground, whenNextDue } from "@guildhall/domain";
import type { Carried } from "@guildhall/queue";
import type { Poller, Relay, Scans, TenantRounds } from "@guildhall/worker";
import { Hosting } from "./hosting.ts";

export interface TendingOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly relay: Relay;
  readonly poller: Poller;
  readonly rounds: TenantRounds;
  readonly scans: Scans;
  /** Do what comes out of the queue. */
  readonly handle: (carried: Carried) => Promise<void>;
  /** Told when a tenant is begun with. */
  readonly onBegin?: () => void;
}

/** All that is done for a tenant by itself: what it owes is sent, back offices are asked, payments are seen to. */
export interface Tending {
  begin(tenant: string): Promise<void>;
  /** Begin nothing more for a tenant, and wait for what is under way, at most so long. */
  end(tenant: string, deadlineMs?: number): Promise<void>;
  isQuiet(tenant: string): boolean;
  /** When something is due for a tenant, as far as anything is. */
  nextDue(tenant: string): Promise<number | undefined>;
  /** Do what comes out of the queue for a tenant that is tended here; what is another's by now, it claims anew. */
  handle(carried: Carried): Promise<void>;
}

/** A tenant that is lost is another's already: nothing that is still done for it counts. */
const lostMs = 5000;

export function createTending(options: TendingOptions): Tending {
  const { groundFor, relay, poller, rounds, scans } = options;
  const jobs = new Hosting();
  return {
    begin: async (tenant) => {
      // Made where it is new, and brought forward where it is old.
      if (!(await groundFor(tenant))) return;
      options.onBegin?.();
      jobs.open(tenant);
      await relay.begin(tenant);
      await poller.begin(tenant);
      scans.begin(tenant);
      rounds.begin(tenant);
    },
    end: async (tenant, deadlineMs = lostMs) => {
      poller.end(tenant);
      scans.end(tenant);
      relay.end(tenant);
      const looked = atMost(deadlineMs, rounds.end(tenant));
      await jobs.close(tenant, deadlineMs);
      await looked;
    },
    isQuiet: (tenant) =>
      relay.isQuiet(tenant) &&
      poller.isQuiet(tenant) &&
      rounds.isQuiet(tenant) &&
      !jobs.isBusy(tenant),
    nextDue: (tenant) => nextDue(tenant, options),
    handle: async (carried) => {
      const leave = jobs.enter(carried.tenant);
      // Whoever tends the tenant by now claims it anew; here it has had its turn.
      if (!leave) return isTicket(carried) ? relay.finished(carried) : undefined;
      try {
        await options.handle(carried);
      } finally {
        leave();
      }
    },
  };
}

async function nextDue(
  tenant: string,
  { groundFor, poller, rounds, scans }: TendingOptions,
): Promise<number | undefined> {
  const ground = await groundFor(tenant);
  if (!ground) return undefined;
  const ctx = asPlatform(ground);
  return earliest([
    await whenNextDue(ctx),
    await poller.nextDue(tenant),
    await scans.nextDue(tenant),
    await rounds.nextDue(tenant),
  ]);
}

function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms).unref();
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function isTicket(carried: Carried): carried is Ticket {
  return carried.kind !== "scan" && carried.kind !== "maintenance";
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
