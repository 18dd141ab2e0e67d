import type { Ticket } from "@guildhall/contract";

/** The tickets that are handed over and have not had their turn; one that was lost counts until its claim ends. */
export class UnderWay {
  readonly #now: () => number;
  /** When each ticket's claim ends, by tenant, in the order they were handed over. */
  readonly #ends = new Map<string, Map<string, number>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(ticket: Ticket, until: number): void {
    const tickets = this.#ends.get(ticket.tenant) ?? new Map<string, number>();
    tickets.set(keyOf(ticket), until);
    this.#ends.set(ticket.tenant, tickets);
  }

  remove(ticket: Ticket): void {
    this.#ends.get(ticket.tenant)?.delete(keyOf(ticket));
  }

  /** How many of a tenant's tickets are under way now. */
  count(tenant: string): number {
    const tickets = this.#ends.get(tenant);
    if (!tickets) return 0;
    for (const [key, end] of tickets) {
      if (end > this.#now()) break;
      tickets.delete(key);
    }
    return tickets.size;
  }

  /** When the oldest claim of a tenant ends. */
  firstEnd(tenant: string): number {
    const [end = Number.POSITIVE_INFINITY] = this.#ends.get(tenant)?.values() ?? [];
    return end;
  }
}

function keyOf({ id, generation }: Ticket): string {
  return `${id} ${generation}`;
}
