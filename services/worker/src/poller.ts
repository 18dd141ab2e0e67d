import type { ConnectorDefinition } from "@guildhall/contract";
import { asPlatform, type Context, type Ground } from "@guildhall/domain";
import { listConnectors } from "@guildhall/store";
import { pollBackOffice } from "./jobs/poll-back-office.ts";
import { refreshCodes } from "./jobs/refresh-codes.ts";
import type { DeliveryDeps, ReadyConnector } from "./jobs/run-delivery.ts";

const slowestMs = 15 * 60_000;
/** Code lists are looked at soon after the start and then every hour; each is fetched when it is a day old. */
const firstCodesMs = 60_000;
const codesEveryMs = 3_600_000;

export interface PollerOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly connectorFor: DeliveryDeps["connectorFor"];
  readonly onError: (error: unknown) => void;
}

interface Turn {
  readonly ground: Ground;
  readonly id: string;
  readonly everyMs: number;
  readonly failures: number;
  readonly look: (ctx: Context, ready: ReadyConnector) => Promise<unknown>;
}

/**
 * Looks into every back office that has to be asked, each at its own pace, slower while it does not answer:
 * for what has changed in its cases, and for its code lists.
 */
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
      this.#beginChanges(ground, definition);
      this.#beginCodes(ground, definition);
    }
  }

  #beginChanges(ground: Ground, { id, pollEveryS }: ConnectorDefinition): void {
    if (pollEveryS === undefined) return;
    const everyMs = pollEveryS * 1000;
    const look: Turn["look"] = (ctx, ready) =>
      ready.withPlace(() => pollBackOffice(ctx, id, ready));
    this.#wait({ ground, id, everyMs, failures: 0, look }, everyMs);
  }

  #beginCodes(ground: Ground, { id, codes }: ConnectorDefinition): void {
    if (Object.keys(codes).length === 0) return;
    const { onError } = this.#options;
    const look: Turn["look"] = (ctx, ready) => refreshCodes(ctx, id, { ready, onError });
    this.#wait({ ground, id, everyMs: codesEveryMs, failures: 0, look }, firstCodesMs);
  }

  #wait(turn: Turn, pauseMs: number): void {
    if (this.#stopped) return;
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      const failed = await this.#look(turn);
      const failures = failed ? Math.min(turn.failures + 1, 10) : 0;
      const longestMs = Math.max(slowestMs, turn.everyMs);
      this.#wait({ ...turn, failures }, Math.min(turn.everyMs * 2 ** failures, longestMs));
    }, pauseMs);
    timer.unref();
    this.#timers.add(timer);
  }

  async #look({ ground, id, look }: Turn): Promise<boolean> {
    try {
      const ctx = asPlatform(ground);
      const ready = await this.#options.connectorFor(ctx, id);
      if (ready) await look(ctx, ready);
      return false;
    } catch (error) {
      this.#options.onError(error);
      return true;
    }
  }
}
