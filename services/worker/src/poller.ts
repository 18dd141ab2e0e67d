import { type ConnectorDefinition, takesCases } from "@guildhall/contract";
import {
  asPlatform,
  type Context,
  catchUpStatuses,
  type Ground,
  seeToLook,
  whenCodesDue,
  whenDriftDue,
} from "@guildhall/domain";
import { findBreaker, listConnectors } from "@guildhall/store";
import { lookAtNight } from "./jobs/look-for-drift.ts";
import { pollBackOffice } from "./jobs/poll-back-office.ts";
import type { DeliveryDeps } from "./jobs/ready-connector.ts";
import { refreshCodes } from "./jobs/refresh-codes.ts";
import { type Turn, Turns } from "./turns.ts";

/** Definitions are read again at each look, and after this at the latest. */
const readAgainMs = 5 * 60_000;
/** Code lists are looked at soon after the start and then every hour; each is fetched when it is a day old. */
const firstCodesMs = 60_000;
const codesEveryMs = 3_600_000;
/** What it takes is looked at in the night; whether it was is seen to soon after the start and then every hour. */
const firstDriftMs = 30_000;
const driftEveryMs = 3_600_000;

export interface PollerOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly connectorFor: DeliveryDeps["connectorFor"];
  readonly onError: (error: unknown) => void;
}

/** A tenant whose back offices are looked into here. */
interface Held {
  readonly tenant: string;
  readonly turns: Turns;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Looks into every back office that has to be asked, each at its own pace, slower while it does not answer:
 * for what has changed in its cases, for its code lists, and in the night for what it takes.
 *
 * A connector that is added or changed is followed within minutes, and so are cases at a status that somebody has said
 * the meaning of since; one that is not spoken to at all is not asked.
 */
export class Poller {
  readonly #options: PollerOptions;
  readonly #held = new Map<string, Held>();
  #stopped = false;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  async start(tenants: readonly string[]): Promise<void> {
    for (const tenant of tenants) await this.begin(tenant);
  }

  /** Look into a tenant's back offices from now on, each when its last look says, wherever that was made. */
  async begin(tenant: string): Promise<void> {
    if (this.#stopped || this.#held.has(tenant)) return;
    const held: Held = { tenant, turns: new Turns(), timer: undefined };
    this.#held.set(tenant, held);
    await this.#turn(held);
  }

  /** Look no more: the tenant is another's, or nobody's until it is next due. */
  end(tenant: string): void {
    clearTimeout(this.#held.get(tenant)?.timer);
    this.#held.delete(tenant);
  }

  stop(): void {
    this.#stopped = true;
    for (const tenant of [...this.#held.keys()]) this.end(tenant);
  }

  /** Whether no look of a tenant is under way here. */
  isQuiet(tenant: string): boolean {
    return this.#held.get(tenant)?.turns.isQuiet ?? true;
  }

  /** When a tenant has to be looked at next; undefined where nothing has to be asked. */
  async nextDue(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return undefined;
    const ctx = asPlatform(ground);
    const turns = this.#held.get(tenant)?.turns;
    const due: number[] = [];
    for (const { definition, lookedAt } of await listConnectors(ground.db)) {
      const { id, pollEveryS } = definition;
      const inMs = pollEveryS && (turns?.inMs(`changes/${id}`) ?? left(ctx, pollEveryS, lookedAt));
      if (inMs !== undefined) due.push(ctx.now() + inMs);
      due.push(...(await dailyDues(ctx, definition)));
    }
    return due.length > 0 ? Math.min(...due) : undefined;
  }

  /** Begin what is due, and come back for what is due next. */
  async #turn(held: Held): Promise<void> {
    try {
      const ground = await this.#options.groundFor(held.tenant);
      if (!ground) return;
      const ctx = asPlatform(ground);
      await catchUpStatuses(ctx);
      await this.#plan(held, ctx);
      for (const turn of held.turns.due()) void this.#run(held, ground, turn);
    } catch (error) {
      this.#options.onError(error);
    }
    this.#wait(held);
  }

  #wait(held: Held): void {
    if (this.#held.get(held.tenant) !== held) return;
    clearTimeout(held.timer);
    held.timer = setTimeout(
      () => void this.#turn(held),
      Math.min(held.turns.nextInMs, readAgainMs),
    );
    held.timer.unref();
  }

  async #plan({ turns }: Held, ctx: Context): Promise<void> {
    const wanted: Turn[] = [];
    for (const { definition, lookedAt } of await listConnectors(ctx.db)) {
      const { id, pollEveryS } = definition;
      if (pollEveryS !== undefined) {
        const look: Turn["look"] = (at, ready) =>
          ready.withPlace(() => pollBackOffice(at, id, ready));
        const firstMs = left(ctx, pollEveryS, lookedAt);
        wanted.push({
          name: `changes/${id}`,
          connector: id,
          everyMs: pollEveryS * 1000,
          firstMs,
          look,
          ended: (at, wentWell) => seeToLook(at, id, wentWell),
        });
      }
      if (hasCodes(definition)) wanted.push(this.#codesTurn(id));
      if (takesCases(definition)) wanted.push(this.#driftTurn(id));
    }
    turns.keep(wanted);
  }

  #codesTurn(id: string): Turn {
    const { onError } = this.#options;
    const look: Turn["look"] = (ctx, ready) => refreshCodes(ctx, id, { ready, onError });
    const paces = { everyMs: codesEveryMs, firstMs: firstCodesMs };
    return { name: `codes/${id}`, connector: id, ...paces, look };
  }

  #driftTurn(id: string): Turn {
    const { onError } = this.#options;
    const look: Turn["look"] = (ctx, ready) => lookAtNight(ctx, id, { ready, onError });
    const paces = { everyMs: driftEveryMs, firstMs: firstDriftMs };
    return { name: `drift/${id}`, connector: id, ...paces, look };
  }

  async #run(held: Held, ground: Ground, turn: Turn): Promise<void> {
    const ended = await this.#look(asPlatform(ground), turn);
    held.turns.ended(turn, ended);
    this.#wait(held);
  }

  /** Make one look; tells whether it failed, or until when the connector is not spoken to. */
  async #look(ctx: Context, turn: Turn): Promise<{ failed: boolean; waitMs?: number }> {
    try {
      const breaker = await findBreaker(ctx.db, turn.connector);
      const waitMs = (breaker?.openUntil ?? 0) - ctx.now();
      if (breaker?.state === "open" && waitMs > 0) return { failed: false, waitMs };
      const ready = await this.#options.connectorFor(ctx, turn.connector);
      if (ready) await turn.look(ctx, ready);
      await turn.ended?.(ctx, ready !== undefined);
      return { failed: false };
    } catch (error) {
      this.#options.onError(error);
      await turn.ended?.(ctx, false).catch(this.#options.onError);
      return { failed: true };
    }
  }
}

/** What is left of a pace since the last look; a last look that is still to come was made by a clock that was wrong. */
function left({ now }: Context, everyS: number, lookedAt: number | undefined): number {
  const everyMs = everyS * 1000;
  return Math.min(Math.max((lookedAt ?? now()) + everyMs - now(), 0), everyMs);
}

/** When its code lists and what it takes are due. */
async function dailyDues(ctx: Context, definition: ConnectorDefinition): Promise<number[]> {
  const { id } = definition;
  return [
    ...(hasCodes(definition) ? [await whenCodesDue(ctx, id)] : []),
    ...(takesCases(definition) ? [await whenDriftDue(ctx, id)] : []),
  ];
}

function hasCodes({ codes }: ConnectorDefinition): boolean {
  return Object.keys(codes).length > 0;
}
