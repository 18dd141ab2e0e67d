import type { OutboxKind } from "./event.ts";

/** All that a queue ever carries of what is owed: where the row is, and which claim of it this is. Never data. */
export interface Ticket {
  readonly tenant: string;
  readonly id: string;
  readonly generation: number;
  readonly kind: OutboxKind;
}

/**
 * What a tenant's own house has to have done: a document looked at, old things forgotten.
 *
 * Nobody is owed it, so it has no row. One that is lost comes again at its next turn, under another generation.
 */
export interface Chore {
  readonly tenant: string;
  /** The document that is scanned, or the name of what is maintained. */
  readonly id: string;
  readonly generation: number;
  readonly kind: "scan" | "maintenance";
}
