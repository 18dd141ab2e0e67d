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
import { UnderWay } from "./under-way.ts";

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
 * many rows at a time. It keeps when each tenant's next row or lease falls due, so a tenant that owes nothing costs
 * nothing, and what a queue or a worker lost comes back when its lease ends.
 */
export class Relay implements Handover {
  readonly #options: RelayOptions;
  readonly #window: number;
  readonly #underWay: UnderWay;
  readonly #dueAt = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #pumping = false;
  #stopped = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#window = options.window ?? 64;
    this.#underWay = new UnderWay(options.now);
  }

  reserve(tenant: string, now: number): number | undefined {
    const waiting = (this.#dueAt.get(tenant) ?? Number.POSITIVE_INFINITY) <= now;
    return this.#room(tenant) > 0 && !waiting && !this.#stopped ? now + leaseMs : undefined;
  }

  give(tickets: readonly Ticket[]): void {
    const until = this.#options.now() + leaseMs;
    for (const ticket of tickets) this.#underWay.add(ticket, until);
    for (const tenant of tenantsOf(tickets)) this.#setDue(tenant, until);
    this.#options.carrier
      .dispatch(tickets)
      .then((refused) => this.#takeBack(refused))
      .catch(this.#options.onError);
  }

  wake(tenant: string): void {
    this.#setDue(tenant, this.#options.now());
  }

  /** Tell that a ticket has had its turn, and when its row is due again, if it is. */
  finished(ticket: Ticket, dueAgainAt?: number): void {
    const { tenant } = ticket;
    this.#underWay.remove(ticket);
    if (dueAgainAt !== undefined) this.#setDue(tenant, dueAgainAt);
    const waits = (this.#dueAt.get(tenant) ?? Number.POSITIVE_INFINITY) <= this.#options.now();
    if (waits && this.#room(tenant) >= this.#window / 2) this.#schedule();
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

  #room(tenant: string): number {
    return this.#window - this.#underWay.count(tenant);
  }

  #setDue(tenant: string, at: number): void {
    if (at >= (this.#dueAt.get(tenant) ?? Number.POSITIVE_INFINITY)) return;
    this.#dueAt.set(tenant, at);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#stopped || this.#pumping || this.#dueAt.size === 0) return;
    clearTimeout(this.#timer);
    const looks = [...this.#dueAt].map(([tenant, at]) => this.#nextLook(tenant, at));
    const next = Math.min(...looks) - this.#options.now();
    this.#timer = setTimeout(() => this.#pump(), Math.min(Math.max(next, 0), longestSleepMs));
    this.#timer.unref();
  }

  /** A tenant without room is looked at when some of its tickets end, or are lost for good. */
  #nextLook(tenant: string, dueAt: number): number {
    return this.#room(tenant) > 0 ? dueAt : Math.max(dueAt, this.#underWay.firstEnd(tenant));
  }

  #pump(): void {
    this.#pumping = true;
    this.#round()
      .catch(this.#options.onError)
      .finally(() => {
        this.#pumping = false;
        this.#schedule();
      });
  }

  /** One turn for every tenant that has something due and room for it. */
  async #round(): Promise<void> {
    const now = this.#options.now();
    for (const [tenant, at] of [...this.#dueAt]) {
      const room = this.#room(tenant);
      if (at <= now && room > 0 && !this.#stopped) await this.#claim(tenant, room);
    }
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
    for (const ticket of refused) this.#underWay.remove(ticket);
    for (const tenant of tenantsOf(refused)) {
      const tickets = refused.filter((ticket) => ticket.tenant === tenant);
      await this.#release(tenant, tickets).catch(this.#options.onError);
      this.#setDue(tenant, this.#options.now() + refusedAgainMs);
    }
  }

  async #release(tenant: string, tickets: readonly Ticket[]): Promise<void> {
    const ground = await this.#options.groundFor(tenant);
    if (ground) await releaseOwed(asPlatform(ground), tickets, refusedAgainMs);
  }
}

function tenantsOf(tickets: readonly Ticket[]): Set<string> {
  return new Set(tickets.map(({ tenant }) => tenant));
}
