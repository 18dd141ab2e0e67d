import type { Ticket } from "@guildhall/contract";
import {
  asPlatform,
  claimOwed,
  type Ground,
  type Handover,
  leaseMs,
  releaseOwed,
  takeOverOwed,
  whenNextDue,
} from "@guildhall/domain";

/** What the relay needs of a queue: to hand over, and to be told what was not taken. */
export interface Carrier {
  dispatch(tickets: readonly Ticket[]): Promise<readonly Ticket[]>;
}

export interface RelayOptions {
  readonly carrier: Carrier;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly now: () => number;
  /** How many rows of one tenant may be under way at once. */
  readonly window?: number;
  readonly onError: (error: unknown) => void;
}

const refusedAgainMs = 1000;
const longestSleepMs = 30_000;

/**
 * Hands what is due to the queue, for every tenant in turn and for none more than its window.
 *
 * What is stored is given to it at once, as long as the tenant has room; otherwise it claims as room comes free,
 * many rows at a time. It keeps when each tenant's next row falls due, so a tenant that owes nothing costs nothing.
 */
export class Relay implements Handover {
  readonly #options: RelayOptions;
  readonly #window: number;
  readonly #underWay = new Map<string, number>();
  readonly #dueAt = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #pumping = false;
  #stopped = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#window = options.window ?? 16;
  }

  reserve(tenant: string, now: number): number | undefined {
    const waiting = (this.#dueAt.get(tenant) ?? Number.POSITIVE_INFINITY) <= now;
    const room = (this.#underWay.get(tenant) ?? 0) < this.#window;
    return room && !waiting && !this.#stopped ? now + leaseMs : undefined;
  }

  give(tickets: readonly Ticket[]): void {
    for (const { tenant } of tickets) this.#count(tenant, 1);
    this.#options.carrier
      .dispatch(tickets)
      .then((refused) => this.#takeBack(refused), this.#options.onError);
  }

  wake(tenant: string): void {
    this.#setDue(tenant, this.#options.now());
  }

  /** Tell that a ticket has had its turn, and when its row is due again, if it is. */
  finished({ tenant }: Ticket, dueAgainAt?: number): void {
    const left = this.#count(tenant, -1);
    if (dueAgainAt !== undefined) this.#setDue(tenant, dueAgainAt);
    if (left <= this.#window / 2 && this.#dueAt.has(tenant)) this.#schedule();
  }

  /** Take over what a predecessor left of these tenants, and begin. */
  async start(tenants: readonly string[]): Promise<void> {
    for (const tenant of tenants) await this.#takeOver(tenant);
  }

  /** Hand nothing more over. What is claimed and not begun becomes due when its lease ends, or at the next start. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #takeOver(tenant: string): Promise<void> {
    try {
      const ground = await this.#options.groundFor(tenant);
      if (!ground) return;
      await takeOverOwed(asPlatform(ground));
      this.wake(tenant);
    } catch (error) {
      this.#options.onError(error);
    }
  }

  #count(tenant: string, by: number): number {
    const count = Math.max(0, (this.#underWay.get(tenant) ?? 0) + by);
    if (count === 0) this.#underWay.delete(tenant);
    else this.#underWay.set(tenant, count);
    return count;
  }

  #setDue(tenant: string, at: number): void {
    this.#dueAt.set(tenant, Math.min(at, this.#dueAt.get(tenant) ?? Number.POSITIVE_INFINITY));
    this.#schedule();
  }

  #schedule(): void {
    if (this.#stopped || this.#pumping || this.#dueAt.size === 0) return;
    clearTimeout(this.#timer);
    const next = Math.min(...this.#dueAt.values()) - this.#options.now();
    this.#timer = setTimeout(() => this.#pump(), Math.min(Math.max(next, 0), longestSleepMs));
    this.#timer.unref();
  }

  #pump(): void {
    this.#pumping = true;
    this.#round()
      .catch(this.#options.onError)
      .finally(() => {
        this.#pumping = false;
        if ([...this.#dueAt.keys()].some((tenant) => this.#room(tenant) > 0)) this.#schedule();
      });
  }

  /** One turn for every tenant that has something due and room for it. */
  async #round(): Promise<void> {
    const now = this.#options.now();
    for (const [tenant, at] of [...this.#dueAt]) {
      const room = this.#room(tenant);
      if (at <= now && room > 0) await this.#claim(tenant, room);
    }
  }

  #room(tenant: string): number {
    return this.#window - (this.#underWay.get(tenant) ?? 0);
  }

  async #claim(tenant: string, room: number): Promise<void> {
    this.#dueAt.delete(tenant);
    try {
      const ground = await this.#options.groundFor(tenant);
      if (!ground) return;
      const ctx = asPlatform(ground);
      const tickets = await claimOwed(ctx, room);
      if (tickets.length > 0) this.give(tickets);
      const next = tickets.length === room ? this.#options.now() : await whenNextDue(ctx);
      if (next !== undefined) this.#setDue(tenant, next);
    } catch (error) {
      this.#setDue(tenant, this.#options.now() + refusedAgainMs);
      this.#options.onError(error);
    }
  }

  async #takeBack(refused: readonly Ticket[]): Promise<void> {
    for (const ticket of refused) {
      this.#count(ticket.tenant, -1);
      const ground = await this.#options.groundFor(ticket.tenant);
      if (ground) await releaseOwed(asPlatform(ground), [ticket], refusedAgainMs);
      this.#setDue(ticket.tenant, this.#options.now() + refusedAgainMs);
    }
  }
}
