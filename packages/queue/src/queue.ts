import type { Ticket } from "@guildhall/contract";

/** Each kind is carried apart, so that a slow back office cannot hold up an e-mail, nor a slow subscriber either. */
export const lanes = [
  "delivery",
  "message",
  "webhook",
] as const satisfies readonly Ticket["kind"][];
export type Lane = (typeof lanes)[number];

/** Told of what went wrong: of a handler that threw, with its ticket, and of the carrier, without one. */
export type OnError = (error: unknown, ticket?: Ticket) => void;

export type Handler = (ticket: Ticket) => Promise<void>;

export interface Depth {
  readonly waiting: number;
  readonly running: number;
}

/**
 * Carry tickets from the relay to the workers, each at least once.
 *
 * What is owed, its retries and its order live in the outbox; a queue may lose all it holds and
 * nothing is lost. So a handler that throws has had its turn: the row, not the queue, decides
 * whether there is another.
 */
export interface Queue {
  /**
   * Hand tickets over, and tell which were not taken.
   *
   * Never rejects and never waits for a carrier that is away. A ticket that is waiting or being
   * worked is taken once. One that was not taken may still be worked, if only the answer was
   * lost; its generation decides.
   */
  dispatch(tickets: readonly Ticket[]): Promise<readonly Ticket[]>;
  /** Begin to work tickets, in each lane up to `concurrency` at a time. Once per queue. */
  work(handler: Handler, options: { readonly concurrency: number }): void;
  /** Count what is here, or undefined while the carrier is away. */
  depth(): Promise<Depth | undefined>;
  /** Take and begin nothing more, and wait for running handlers, at most `deadlineMs`. */
  close(options?: { readonly deadlineMs?: number }): Promise<void>;
}

/** As long as a request to a back office may take, so that a normal stop cuts none off. */
export const closeDeadlineMs = 30_000;

/** The name of one claim of one row: the same ticket has the same key, a new generation another. */
export function ticketKey(ticket: Ticket): string {
  return `${ticket.tenant}.${ticket.id}.${ticket.generation}`;
}

/** Tell whether a value, read back from a carrier that others can reach, is a ticket of this lane. */
export function isTicket(value: unknown, lane: Lane): value is Ticket {
  if (typeof value !== "object" || value === null) return false;
  const { tenant, id, generation, kind } = value as Record<string, unknown>;
  return (
    typeof tenant === "string" &&
    typeof id === "string" &&
    Number.isSafeInteger(generation) &&
    kind === lane
  );
}
