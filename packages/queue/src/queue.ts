import type { Chore, Ticket } from "@guildhall/contract";

/** What a queue carries: each names a tenant, a thing of its own, and which turn of it this is. */
export type Carried = Ticket | Chore;

/**
 * Each is carried apart, so that a slow back office cannot hold up an e-mail, nor a slow subscriber, a large
 * scan or a night's cleaning either.
 */
export const lanes = ["connector", "message", "webhook", "scan", "maintenance"] as const;
export type Lane = (typeof lanes)[number];

/** Told of what went wrong: of a handler that threw, with what it was given, and of the carrier, without. */
export type OnError = (error: unknown, carried?: Carried) => void;

export type Handler = (carried: Carried) => Promise<void>;

/** How many handlers of a lane may run at once: in every lane as many, or in each its own. */
export type Concurrency = number | Readonly<Record<Lane, number>>;

/** One lane as it is now: what waits in the carrier, and what runs in this process. */
export interface Depth {
  readonly waiting: number;
  readonly running: number;
  /** How long that has waited which has waited longest; 0 when nothing waits. */
  readonly oldestMs: number;
}

export type Depths = Readonly<Record<Lane, Depth>>;

/** Why a carrier may not take what it is given, or may lose it. */
export interface Trouble {
  readonly code: "away" | "evicting" | "full" | "read-only" | "refusing" | "too-old";
  /** What is the matter and what to set, for the person who runs it. */
  readonly sentence: string;
}

/**
 * Carry tickets from the relay to the workers, and chores beside them, each at least once.
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
  dispatch<T extends Carried>(carried: readonly T[]): Promise<readonly T[]>;
  /** Begin to work what comes, in each lane up to `concurrency` at a time. Once per queue. */
  work(handler: Handler, options: { readonly concurrency: Concurrency }): void;
  /** Count what is here, or undefined while the carrier is away. */
  depth(): Promise<Depths | undefined>;
  /** What is the matter with the carrier, as it was known within the last half minute. */
  trouble(): Trouble | undefined;
  /** Take and begin nothing more, and wait for running handlers, at most `deadlineMs`. */
  close(options?: { readonly deadlineMs?: number }): Promise<void>;
}

/** As long as a request to a back office may take, so that a normal stop cuts none off. */
export const closeDeadlineMs = 30_000;

export function laneOf({ kind }: Pick<Carried, "kind">): Lane {
  return kind === "delivery" ? "connector" : kind;
}

export function isChore(carried: Carried): carried is Chore {
  return carried.kind === "scan" || carried.kind === "maintenance";
}

export function concurrencyIn(lane: Lane, concurrency: Concurrency): number {
  return typeof concurrency === "number" ? concurrency : concurrency[lane];
}

/** The name of one turn of one thing: the same ticket has the same key, a new generation another. */
export function ticketKey({ tenant, id, generation }: Carried): string {
  return `${tenant}.${id}.${generation}`;
}

/** Tell whether a value, read back from a carrier that others can reach, belongs in this lane. */
export function isCarried(value: unknown, lane: Lane): value is Carried {
  if (typeof value !== "object" || value === null) return false;
  const { tenant, id, generation, kind } = value as Record<string, unknown>;
  return (
    typeof tenant === "string" &&
    typeof id === "string" &&
    Number.isSafeInteger(generation) &&
    kinds.get(kind) === lane
  );
}

const kinds: ReadonlyMap<unknown, Lane> = new Map(
  (["delivery", "message", "webhook", "scan", "maintenance"] as const).map((kind) => [
    kind,
    laneOf({ kind }),
  ]),
);
