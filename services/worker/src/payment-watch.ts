import {
  asPlatform,
  type Context,
  duePayments,
  type Ground,
  putOffLook,
  whenNextLook,
} from "@guildhall/domain";
import type { PaymentRow } from "@guildhall/store";

export interface PaymentWatchOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  look(ctx: Context, row: PaymentRow): Promise<unknown>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const atOnce = 50;
const againMs = 60_000;
const longestSleepMs = 3_600_000;

/**
 * Sees to every payment whose time has come: a citizen may never return, and a webhook may never arrive.
 *
 * A tenant without open payments costs nothing: it is looked at again when one is begun.
 */
export class PaymentWatch {
  readonly #options: PaymentWatchOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** The tenants that are being seen to, and whether there was news meanwhile. */
  readonly #busy = new Map<string, boolean>();
  readonly #ended = new Set<string>();
  #stopped = false;

  constructor(options: PaymentWatchOptions) {
    this.#options = options;
  }

  /** Take up what a predecessor left. */
  async start(tenants: readonly string[]): Promise<void> {
    for (const tenant of tenants) await this.#round(tenant);
  }

  /** Say that a tenant has a payment to look at, sooner than was known. */
  wake(tenant: string): void {
    this.#ended.delete(tenant);
    if (this.#busy.has(tenant)) this.#busy.set(tenant, true);
    else this.#sleep(tenant, 0);
  }

  /** Look at a tenant's payments no more. */
  end(tenant: string): void {
    this.#ended.add(tenant);
    clearTimeout(this.#timers.get(tenant));
    this.#timers.delete(tenant);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #sleep(tenant: string, ms: number): void {
    if (this.#stopped || this.#ended.has(tenant)) return;
    clearTimeout(this.#timers.get(tenant));
    const round = () => {
      this.#timers.delete(tenant);
      return this.#round(tenant);
    };
    const timer = setTimeout(round, Math.min(Math.max(ms, 0), longestSleepMs));
    timer.unref();
    this.#timers.set(tenant, timer);
  }

  async #round(tenant: string): Promise<void> {
    this.#busy.set(tenant, false);
    const next = await this.#see(tenant).catch((error) => {
      this.#options.onError(error);
      return this.#options.now() + againMs;
    });
    const news = this.#busy.get(tenant) === true;
    this.#busy.delete(tenant);
    if (news) this.#sleep(tenant, 0);
    else if (next !== undefined) this.#sleep(tenant, next - this.#options.now());
  }

  async #see(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return undefined;
    const ctx = asPlatform(ground);
    for (const row of await duePayments(ctx, atOnce)) {
      if (this.#stopped) return undefined;
      await this.#look(ctx, row);
    }
    return whenNextLook(ctx);
  }

  /** One that cannot be looked at is put off, so that it does not stand before the others for ever. */
  async #look(ctx: Context, row: PaymentRow): Promise<void> {
    try {
      await this.#options.look(ctx, row);
    } catch (error) {
      this.#options.onError(error);
      await putOffLook(ctx, row, this.#options.now() + againMs);
    }
  }
}
