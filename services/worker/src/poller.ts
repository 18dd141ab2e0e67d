import { asPlatform, type Ground } from "@guildhall/domain";
import { listConnectors } from "@guildhall/store";
import { pollBackOffice } from "./jobs/poll-back-office.ts";
import type { DeliveryDeps } from "./jobs/run-delivery.ts";

const slowestMs = 15 * 60_000;

export interface PollerOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly connectorFor: DeliveryDeps["connectorFor"];
  readonly onError: (error: unknown) => void;
}

/** Looks into every back office that has to be asked, each at its own pace, slower while it does not answer. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  async start(tenants: readonly string[]): Promise<void> {
    for (const tenant of tenants) await this.#begin(tenant).catch(this.#options.onError);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #begin(tenant: string): Promise<void> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return;
    for (const { definition } of await listConnectors(ground.db)) {
      const everyMs =
        definition.pollEveryS === undefined ? undefined : definition.pollEveryS * 1000;
      if (everyMs !== undefined) this.#wait(ground, { id: definition.id, everyMs, failures: 0 });
    }
  }

  #wait(ground: Ground, turn: { id: string; everyMs: number; failures: number }): void {
    if (this.#stopped) return;
    const pause = Math.min(turn.everyMs * 2 ** turn.failures, Math.max(slowestMs, turn.everyMs));
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      const failed = await this.#look(ground, turn.id);
      this.#wait(ground, { ...turn, failures: failed ? Math.min(turn.failures + 1, 10) : 0 });
    }, pause);
    timer.unref();
    this.#timers.add(timer);
  }

  async #look(ground: Ground, id: string): Promise<boolean> {
    try {
      const ctx = asPlatform(ground);
      const ready = await this.#options.connectorFor(ctx, id);
      if (ready) await ready.withPlace(() => pollBackOffice(ctx, id, ready));
      return false;
    } catch (error) {
      this.#options.onError(error);
      return true;
    }
  }
}
