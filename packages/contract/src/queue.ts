/** All that a queue ever carries: where the row is, and which claim of it this is. Never data. */
export interface Ticket {
  readonly tenant: string;
  readonly id: string;
  readonly generation: number;
  readonly kind: "delivery" | "message";
}
