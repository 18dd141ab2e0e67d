import { NotAccepted } from "./not-accepted.ts";

export interface TicketOptions<T> {
  /** Log on. It is shared by all who wait for it, so it has a time limit of its own. */
  readonly logOn: () => Promise<T>;
  readonly now: () => Date;
  /** A ticket is not trusted for longer. */
  readonly trustedMs: number;
  /** How long this one is trusted, where it says so itself; never longer than `trustedMs`. */
  readonly lastsMs?: (given: T) => number;
}

interface Ticket<T> {
  readonly given: Promise<T>;
  until: number;
}

/** What a log-on gives: asked for when it is first needed, shared, and asked for anew once it is not trusted any more. */
export class SharedTicket<T> {
  readonly #options: TicketOptions<T>;
  #ticket: Ticket<T> | undefined;

  constructor(options: TicketOptions<T>) {
    this.#options = options;
  }

  /**
   * Do something with a ticket, and once more with a new one where the first turns out lost.
   *
   * @throws NotAccepted when the log-on fails, or when the second ticket is lost too
   */
  async use<A>(
    work: (given: T) => Promise<A>,
    isLost: (answer: A) => boolean,
    signal: AbortSignal,
  ): Promise<A> {
    for (let isSecond = false; ; isSecond = true) {
      const ticket = this.#current();
      const answer = await work(await unlessAborted(ticket.given, signal));
      if (!isLost(answer)) return answer;
      this.#drop(ticket);
      if (isSecond) throw new NotAccepted({ outcome: "retry", code: "credential-refused" });
    }
  }

  /** Log on anew next time. A log-on may fail without doubt about a case, so it goes first after any doubt. */
  forget(): void {
    this.#ticket = undefined;
  }

  #current(): Ticket<T> {
    const { logOn, now, trustedMs, lastsMs } = this.#options;
    const at = now().getTime();
    if (this.#ticket && this.#ticket.until > at) return this.#ticket;
    const ticket = { given: logOn(), until: at + trustedMs };
    ticket.given.then(
      (given) => {
        if (lastsMs) ticket.until = at + Math.min(trustedMs, lastsMs(given));
      },
      () => this.#drop(ticket),
    );
    this.#ticket = ticket;
    return ticket;
  }

  #drop(ticket: Ticket<T>) {
    if (this.#ticket === ticket) this.#ticket = undefined;
  }
}

/** Wait for a log-on that others wait for too, for as long as this caller has. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new NotAccepted({ outcome: "retry", code: "timeout" }));
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
