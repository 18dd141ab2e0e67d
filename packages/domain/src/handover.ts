import type { Ticket } from "@guildhall/contract";

/** Where rows go that were born claimed, once they are stored. */
export interface Handover {
  /** Until when a row born now is ours to hand over; undefined when this tenant has enough under way. */
  reserve(tenant: string, now: number): number | undefined;
  /** Hand tickets over, after the commit. */
  give(tickets: readonly Ticket[]): void;
  /** Say that a tenant has rows that fall due. */
  wake(tenant: string): void;
}
