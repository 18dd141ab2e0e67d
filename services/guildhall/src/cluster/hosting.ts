interface Hosted {
  running: number;
  /** Told when the last has left. */
  readonly waiting: Set<() => void>;
}

/**
 * Lets in what is to be done for the tenants that are held here, and knows what is still under way.
 *
 * A tenant is handed over between two requests, never in the middle of one: first nothing more is let in, then what
 * runs is waited for.
 */
export class Hosting {
  readonly #open = new Map<string, Hosted>();
  readonly #leaving = new Map<string, Hosted>();

  /** From now on, this tenant's requests are answered here. */
  open(tenant: string): void {
    const known = this.#open.get(tenant) ?? this.#leaving.get(tenant);
    this.#leaving.delete(tenant);
    this.#open.set(tenant, known ?? { running: 0, waiting: new Set() });
  }

  holds(tenant: string): boolean {
    return this.#open.has(tenant);
  }

  /** Whether something is under way for a tenant. */
  isBusy(tenant: string): boolean {
    return ((this.#open.get(tenant) ?? this.#leaving.get(tenant))?.running ?? 0) > 0;
  }

  /** Begin something for a tenant; gives what to call when it has ended, or undefined where it is not held here. */
  enter(tenant: string): (() => void) | undefined {
    const hosted = this.#open.get(tenant);
    if (!hosted) return undefined;
    hosted.running += 1;
    return () => {
      hosted.running -= 1;
      if (hosted.running === 0) for (const tell of hosted.waiting) tell();
    };
  }

  /** Let nothing more in for a tenant, and wait for what is under way, at most so long. */
  async close(tenant: string, deadlineMs: number): Promise<void> {
    const hosted = this.#open.get(tenant);
    if (!hosted) return;
    this.#open.delete(tenant);
    if (hosted.running === 0) return;
    this.#leaving.set(tenant, hosted);
    await emptied(hosted, deadlineMs);
    if (this.#leaving.get(tenant) === hosted) this.#leaving.delete(tenant);
  }
}

function emptied({ waiting }: Hosted, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const tell = () => {
      clearTimeout(timer);
      waiting.delete(tell);
      resolve();
    };
    const timer = setTimeout(tell, deadlineMs);
    waiting.add(tell);
  });
}
