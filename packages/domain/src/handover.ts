import type { Ticket } from "@guildhall/contract";

/** What is claimed apart from the rest: each connector of a tenant, its messages, its webhooks. */
export interface Lane {
  readonly tenant: string;
  readonly lane: string;
}

/** A row that was born claimed, and the lane that it has a place in. */
export type Reserved = Ticket & Lane;

/** Where rows go that were born claimed, once they are stored. */
export interface Handover {
  /**
   * Take a place for a row that is born now; until when it is ours to hand over.
   *
   * Undefined when its lane has enough under way, or others wait in it.
   */
  reserve(lane: Lane, now: number): number | undefined;
  /** Hand tickets over, after the commit. */
  give(tickets: readonly Reserved[]): void;
  /** Give up the places of rows that were not stored after all; left out where places are not counted. */
  cancel?(tickets: readonly Reserved[]): void;
  /** Say that a tenant has rows that fall due in these lanes; without them, that anything may have come to be due. */
  wake(tenant: string, lanes?: Iterable<string>): void;
}
