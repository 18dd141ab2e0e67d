import type { Chore } from "@guildhall/contract";
import { asPlatform, type Ground, listUnseen } from "@guildhall/domain";
import { type ScanDeps, scanDocument } from "./jobs/scan-document.ts";

export interface ScansOptions extends ScanDeps {
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** What chores are handed over to, which tells what it does not take. */
  readonly carrier: { dispatch(chores: readonly Chore[]): Promise<readonly Chore[]> };
  readonly now: () => number;
}

/** How often a file came to nothing, and whether it is about to be tried again by itself. */
interface Tries {
  readonly times: number;
  readonly isWaiting: boolean;
}

const firstWaitMs = 1000;
const longestWaitMs = 5 * 60_000;
const sweepEveryMs = 10 * 60_000;

/**
 * Has files looked at, in a lane of their own.
 *
 * What is to be looked at is in the database: a look that is lost comes again with the next sweep. One that came to
 * nothing is tried again by and by, at last every five minutes.
 */
export class Scans {
  readonly #options: ScansOptions;
  /** The files that came to nothing, by tenant. */
  readonly #tries = new Map<string, Map<string, Tries>>();
  readonly #timers = new Map<string, Set<NodeJS.Timeout>>();

  constructor(options: ScansOptions) {
    this.#options = options;
  }

  /** Take up what waits in a tenant, now and at intervals. */
  begin(tenant: string): void {
    if (this.#timers.has(tenant)) return;
    this.#timers.set(tenant, new Set());
    this.#tries.set(tenant, new Map());
    this.#sweep(tenant);
  }

  /** Begin nothing more for a tenant. */
  end(tenant: string): void {
    for (const timer of this.#timers.get(tenant) ?? []) clearTimeout(timer);
    this.#timers.delete(tenant);
    this.#tries.delete(tenant);
  }

  /** When a tenant has to be seen to, as far as anything waits there. */
  async nextDue(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    const waiting = ground ? await listUnseen(asPlatform(ground)) : [];
    return waiting.length > 0 ? this.#options.now() : undefined;
  }

  /** Have a file looked at as soon as there is room. */
  readonly look = (tenant: string, id: string): void => {
    const { carrier, now, onFault } = this.#options;
    const chore = { tenant, id, kind: "scan", generation: now() } as const;
    const handOver = async () => {
      for (const refused of await carrier.dispatch([chore])) await this.handle(refused);
    };
    handOver().catch(onFault);
  };

  /** Look at a file that came out of the queue. */
  async handle({ tenant, id }: Pick<Chore, "tenant" | "id">): Promise<void> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return;
    const hasVerdict = await scanDocument(asPlatform(ground), id, this.#options);
    const tries = this.#tries.get(tenant);
    if (hasVerdict) tries?.delete(id);
    else if (tries) this.#tryAgain(tenant, id, tries);
  }

  #tryAgain(tenant: string, id: string, tries: Map<string, Tries>): void {
    const { times, isWaiting } = tries.get(id) ?? { times: 0, isWaiting: false };
    if (isWaiting) return;
    tries.set(id, { times: times + 1, isWaiting: true });
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** times);
    this.#wait(tenant, waitMs, () => {
      // From here on it is the sweep's to find again, should this look be lost.
      tries.set(id, { times: times + 1, isWaiting: false });
      this.look(tenant, id);
    });
  }

  #sweep(tenant: string): void {
    const take = async () => {
      const ground = await this.#options.groundFor(tenant);
      const waiting = ground ? await listUnseen(asPlatform(ground)) : [];
      const tries = this.#tries.get(tenant);
      for (const id of waiting) if (tries && !tries.get(id)?.isWaiting) this.look(tenant, id);
    };
    take().catch(this.#options.onFault);
    this.#wait(tenant, sweepEveryMs, () => this.#sweep(tenant));
  }

  /** Do something later, if the tenant is tended here still. */
  #wait(tenant: string, ms: number, then: () => void): void {
    const timers = this.#timers.get(tenant);
    if (!timers) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timers.add(timer.unref());
  }
}
