import type { Ticket } from "@guildhall/contract";
import {
  asPlatform,
  type Lane as Belonging,
  claimOwed,
  type Ground,
  type Handover,
  leaseMs,
  type Reserved,
  releaseOwed,
  takeOverOwed,
  whenDue,
} from "@guildhall/domain";
import type { Ran } from "./ran.ts";
import { TenantLanes } from "./tenant-lanes.ts";

/** What the relay needs of a queue: to hand over, and to be told what was not taken. */
export interface Carrier {
  dispatch(tickets: readonly Ticket[]): Promise<readonly Ticket[]>;
}

export interface RelayOptions {
  readonly carrier: Carrier;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly now: () => number;
  /** How many rows of one tenant and one kind may be under way at once. */
  readonly window?: number;
  readonly onError: (error: unknown) => void;
}

const refusedAgainMs = 1000;
const longestSleepMs = 30_000;
/** How many rows of a tenant are claimed before it is another's turn. */
const quantum = 32;

/**
 * Hands what is due to the queue, for every tenant in turn and for none more than its windows.
 *
 * What is stored is given to it at once, as long as its lane has room; otherwise it claims as room comes free, many
 * rows at a time. It keeps when each lane's next row and each tenant's next lease falls due, so a tenant that owes
 * nothing costs nothing, and what a queue or a worker lost comes back when its lease ends.
 */
export class Relay implements Handover {
  readonly #options: RelayOptions;
  /** In the order in which they have their turn. */
  readonly #tenants = new Map<string, TenantLanes>();
  /** When each tenant that waits for something is to be looked at. */
  readonly #looks = new Map<string, number>();
  readonly #ended = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #pumping = false;
  #stopped = false;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  reserve({ tenant, lane }: Belonging, now: number): number | undefined {
    if (this.#stopped || this.#ended.has(tenant)) return undefined;
    return this.#lanes(tenant).reserve(lane) ? now + leaseMs : undefined;
  }

  cancel(tickets: readonly Reserved[]): void {
    this.#leavePlaces(tickets);
    // What came due meanwhile found no room for these places.
    for (const tenant of new Set(tickets.map((ticket) => ticket.tenant))) this.#schedule(tenant);
  }

  give(tickets: readonly Reserved[]): void {
    this.#leavePlaces(tickets);
    this.#handOver(tickets);
  }

  wake(tenant: string, lanes?: Iterable<string>): void {
    if (this.#ended.has(tenant)) return;
    this.#lanes(tenant).wake(lanes);
    this.#schedule(tenant);
  }

  /** Tell that a ticket has had its turn, and what came of it for its lane. */
  finished(ticket: Ticket, ran: Ran = {}): void {
    const { tenant } = ticket;
    this.#lanes(tenant).finished(ticket, ran);
    if (this.#ended.has(tenant)) this.end(tenant);
    this.#schedule(tenant);
  }

  /** Take over what a predecessor left of a tenant, and hand over what is due. */
  async begin(tenant: string): Promise<void> {
    this.#ended.delete(tenant);
    try {
      const ground = await this.#options.groundFor(tenant);
      if (!ground) return;
      await takeOverOwed(asPlatform(ground));
      this.wake(tenant);
    } catch (error) {
      this.#options.onError(error);
      this.#lanes(tenant).setDue(this.#options.now() + refusedAgainMs);
      this.#schedule(tenant);
    }
  }

  /** Hand nothing more over for a tenant, and forget it once what is under way has had its turn. */
  end(tenant: string): void {
    this.#ended.add(tenant);
    this.#looks.delete(tenant);
    if (this.isQuiet(tenant)) this.#tenants.delete(tenant);
  }

  /** Whether nothing of a tenant is under way. */
  isQuiet(tenant: string): boolean {
    return (this.#tenants.get(tenant)?.taken ?? 0) === 0;
  }

  async start(tenants: readonly string[]): Promise<void> {
    for (const tenant of tenants) await this.begin(tenant);
  }

  /** Hand nothing more over. What is claimed and not begun becomes due when its lease ends, or at the next start. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #lanes(tenant: string): TenantLanes {
    const known = this.#tenants.get(tenant);
    if (known) return known;
    const { now, window = 64 } = this.#options;
    const fresh = new TenantLanes(now, window);
    this.#tenants.set(tenant, fresh);
    return fresh;
  }

  #leavePlaces(tickets: readonly Reserved[]): void {
    for (const { tenant, lane } of tickets) this.#lanes(tenant).cancel(lane);
  }

  #handOver(tickets: readonly Reserved[]): void {
    const until = this.#options.now() + leaseMs;
    for (const { lane, ...ticket } of tickets) this.#lanes(ticket.tenant).add(lane, ticket, until);
    for (const tenant of new Set(tickets.map((ticket) => ticket.tenant))) this.#schedule(tenant);
    this.#options.carrier
      .dispatch(tickets.map(({ lane: _, ...ticket }) => ticket))
      .then((refused) => this.#takeBack(refused))
      .catch(this.#options.onError);
  }

  /** Look at a tenant when it is worth while, as it stands now. */
  #schedule(tenant: string): void {
    const at = this.#tenants.get(tenant)?.nextLook ?? Number.POSITIVE_INFINITY;
    if (at === Number.POSITIVE_INFINITY || this.#ended.has(tenant)) this.#looks.delete(tenant);
    else this.#looks.set(tenant, at);
    this.#setTimer();
  }

  #setTimer(): void {
    if (this.#stopped || this.#pumping) return;
    clearTimeout(this.#timer);
    if (this.#looks.size === 0) return;
    const next = Math.min(...this.#looks.values()) - this.#options.now();
    this.#timer = setTimeout(() => this.#pump(), Math.min(Math.max(next, 0), longestSleepMs));
    this.#timer.unref();
  }

  #pump(): void {
    this.#pumping = true;
    this.#round()
      .catch(this.#options.onError)
      .finally(() => {
        this.#pumping = false;
        this.#setTimer();
      });
  }

  /** One turn for every tenant that has something due and room for it; who had one is the last in the next round. */
  async #round(): Promise<void> {
    for (const tenant of [...this.#tenants.keys()]) {
      // It may have ended and begun anew while it was another's turn.
      const lanes = this.#tenants.get(tenant);
      if (!lanes || (this.#looks.get(tenant) ?? Number.POSITIVE_INFINITY) > this.#options.now())
        continue;
      this.#schedule(tenant);
      const isDue = lanes.nextLook <= this.#options.now() && !this.#ended.has(tenant);
      if (!isDue || this.#stopped) continue;
      this.#tenants.delete(tenant);
      this.#tenants.set(tenant, lanes);
      await this.#turn(tenant, lanes);
      this.#schedule(tenant);
    }
  }

  async #turn(tenant: string, lanes: TenantLanes): Promise<void> {
    try {
      const ground = await this.#options.groundFor(tenant);
      if (!ground) return void this.#tenants.delete(tenant);
      const ctx = asPlatform(ground);
      await lanes.turn<Reserved>({
        claim: (roomOf, behind) => claimOwed(ctx, quantum, { roomOf, behind }),
        give: (tickets) => this.#handOver(tickets),
        due: () => whenDue(ctx),
      });
    } catch (error) {
      lanes.postpone(this.#options.now() + refusedAgainMs);
      this.#options.onError(error);
    }
  }

  async #takeBack(refused: readonly Ticket[]): Promise<void> {
    for (const tenant of new Set(refused.map((ticket) => ticket.tenant))) {
      const tickets = refused.filter((ticket) => ticket.tenant === tenant);
      for (const ticket of tickets) this.finished(ticket);
      await this.#release(tenant, tickets).catch(this.#options.onError);
      this.#lanes(tenant).setDue(this.#options.now() + refusedAgainMs);
      this.#schedule(tenant);
    }
  }

  async #release(tenant: string, tickets: readonly Ticket[]): Promise<void> {
    const ground = await this.#options.groundFor(tenant);
    if (ground) await releaseOwed(asPlatform(ground), tickets, refusedAgainMs);
  }
}
