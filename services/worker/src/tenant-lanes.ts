import type { Ticket } from "@guildhall/contract";
import { Lane } from "./lane.ts";
import type { Ran } from "./ran.ts";

/** What the store says is due, and how it is claimed. */
export interface Owed<T extends Ticket & { readonly lane: string }> {
  /** Claim rows of each lane as it has room for, beginning behind the lane that was the last to be given some. */
  claim(roomOf: (lane: string, claimed: readonly T[]) => number, behind: string): Promise<T[]>;
  /** Hand them over. */
  give(tickets: readonly T[]): void;
  /** When something is due in each lane, and when the first claim runs out. */
  due(): Promise<{
    readonly lanes: readonly { readonly lane: string; readonly at: number }[];
    readonly leaseEnd: number | undefined;
  }>;
}

/**
 * The lanes of one tenant: what each has under way and waits for, and what the tenant may be given at its turn.
 *
 * Deliveries share a window, messages have one and webhooks have one, so that a back office that hangs keeps no
 * e-mail back.
 */
export class TenantLanes {
  readonly #now: () => number;
  readonly #window: number;
  readonly #lanes = new Map<string, Lane>();
  #lookAt = Number.POSITIVE_INFINITY;
  #claiming = false;
  #last = "";

  constructor(now: () => number, window: number) {
    this.#now = now;
    this.#window = window;
  }

  /** Take a place in a lane for a row that is not stored yet; false where there is none, or others wait. */
  reserve(name: string): boolean {
    const lane = this.#lane(name);
    const othersWait = this.#claiming || this.#lookAt <= this.#now() || lane.waits;
    if (othersWait || this.#room(lane) <= 0) return false;
    lane.reserved += 1;
    return true;
  }

  cancel(name: string): void {
    const lane = this.#lane(name);
    lane.reserved = Math.max(0, lane.reserved - 1);
  }

  add(name: string, ticket: Ticket, until: number): void {
    this.#lane(name).underWay.add(ticket, until);
    this.setDue(until);
  }

  finished(ticket: Ticket, { dueAgainAt, restUntil, parallel }: Ran): void {
    const lane = [...this.#lanes.values()].find(({ underWay }) => underWay.remove(ticket));
    if (lane && parallel !== undefined) lane.learn(parallel);
    // The last to come back knows best: where it says nothing of a rest, there is none that it saw.
    if (lane) lane.restUntil = restUntil ?? 0;
    if (dueAgainAt !== undefined) (lane ?? this).setDue(dueAgainAt);
  }

  /** Look into these lanes at once, or into all where none is named. */
  wake(names: Iterable<string> | undefined): void {
    if (!names) this.#ask();
    for (const name of names ?? []) this.#lane(name).setDue(this.#now());
  }

  /** Look for what is due, whatever its lane, from a moment on. */
  setDue(at: number): void {
    this.#lookAt = Math.min(this.#lookAt, at);
  }

  /** Look into no lane before a moment, and into all at that moment. */
  postpone(at: number): void {
    this.#forgetDue();
    this.setDue(at);
  }

  /** How many are under way or about to be. */
  get taken(): number {
    return [...this.#lanes.values()].reduce((sum, lane) => sum + lane.taken, 0);
  }

  /** When it is worth while to claim: something is due then and there is room for it. */
  get nextLook(): number {
    const looks = [...this.#lanes.values()].map((lane) => this.#lookInto(lane));
    return Math.min(this.#lookAt, ...looks);
  }

  /** Claim what there is room for, hand it over, and learn what is due next. */
  async turn<T extends Ticket & { readonly lane: string }>(owed: Owed<T>): Promise<void> {
    this.#claiming = true;
    this.#forgetDue();
    try {
      const tickets = await owed.claim((name, claimed) => {
        const lane = this.#lane(name);
        return this.#room(lane) - claimed.filter(({ kind }) => kind === lane.kind).length;
      }, this.#last);
      this.#last = tickets.at(-1)?.lane ?? this.#last;
      if (tickets.length > 0) owed.give(tickets);
      const { lanes, leaseEnd } = await owed.due();
      for (const { lane, at } of lanes) this.#lane(lane).setDue(at);
      if (leaseEnd !== undefined) this.setDue(leaseEnd);
    } finally {
      this.#claiming = false;
    }
  }

  /** Ask the store at once, also of connectors that rested: it may know better by now. */
  #ask(): void {
    this.setDue(this.#now());
    for (const lane of this.#lanes.values()) lane.restUntil = 0;
  }

  #forgetDue(): void {
    this.#lookAt = Number.POSITIVE_INFINITY;
    for (const lane of this.#lanes.values()) lane.dueAt = Number.POSITIVE_INFINITY;
  }

  #lane(name: string): Lane {
    const known = this.#lanes.get(name);
    if (known) return known;
    const fresh = new Lane(name, this.#now, this.#window);
    this.#lanes.set(name, fresh);
    return fresh;
  }

  /** What a lane may be given now, in its own window and in the one of its kind. */
  #room(lane: Lane): number {
    const taken = this.#ofKind(lane.kind).reduce((sum, other) => sum + other.taken, 0);
    return Math.min(lane.room, this.#window - taken);
  }

  #ofKind(kind: string): Lane[] {
    return [...this.#lanes.values()].filter((lane) => lane.kind === kind);
  }

  /** A lane without room is looked into when tickets of its kind have ended, or are lost for good. */
  #lookInto(lane: Lane): number {
    if (!lane.waits) return lane.dueAt;
    if (lane.rests) return lane.restUntil;
    if (this.#room(lane) >= Math.min(lane.worthwhile, this.#window)) return lane.dueAt;
    return Math.min(...this.#ofKind(lane.kind).map(({ underWay }) => underWay.firstEnd));
  }
}
