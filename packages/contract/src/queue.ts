import type { OutboxKind } from "./event.ts";

/** All that a queue ever carries: where the row is, and which claim of it this is. Never data. */
export interface Ticket {
  readonly tenant: string;
  readonly id: string;
  readonly generation: number;
  readonly kind: OutboxKind;
}
