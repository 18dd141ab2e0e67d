import { asPlatform, type Ground, reconcile, type Stuck } from "@guildhall/domain";
import type { Queue } from "@guildhall/queue";

export interface ReconcilerOptions {
  /** The tenants that are open here; one that rests owes nothing that is due. */
  tenants(): Iterable<string>;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly queue: Pick<Queue, "depth">;
  /** Told after each round how much of each kind is stuck, 0 where nothing is. */
  readonly onRound: (findings: ReadonlyMap<string, number>) => void;
  readonly onError: (error: unknown) => void;
}

/** Work that does not move. The code says in what way; which lane it is stands in the alarm. */
export class WorkStuck extends Error {
  override readonly name = "WorkStuck";
  readonly code: FindingKind;

  constructor(code: FindingKind) {
    super("Work has stopped moving.");
    this.code = code;
  }
}

/** Beside what a tenant's outbox shows: tickets that wait in the queue although workers could take them. */
export type FindingKind = Stuck["kind"] | "queue-wedged";

const everyMs = 10 * 60_000;
/** Two leases: whatever waits so long in the queue has been claimed anew, and waits there again. */
const wedgedMs = 6 * 60_000;

/**
 * Looks every ten minutes whether something owed has stopped moving, which nothing else would notice.
 *
 * It keeps its own time and does not go through the queue: it must not depend on what it watches.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setTimeout(async () => {
      await this.round().catch(this.#options.onError);
      if (this.#timer) this.start();
    }, everyMs).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Look once; a tenant that cannot be looked at keeps no other from it. */
  async round(): Promise<void> {
    const { tenants, onRound, onError } = this.#options;
    const found = new Map<FindingKind, number>(kinds.map((kind) => [kind, 0]));
    const add = (kind: FindingKind, count: number) =>
      found.set(kind, (found.get(kind) ?? 0) + count);
    for (const tenant of tenants()) {
      for (const { kind, count } of await this.#lookAt(tenant)) add(kind, count);
    }
    add("queue-wedged", await this.#wedged());
    for (const [kind, count] of found) if (count > 0) onError(new WorkStuck(kind));
    onRound(found);
  }

  async #lookAt(tenant: string): Promise<Stuck[]> {
    try {
      const ground = await this.#options.groundFor(tenant);
      return ground ? await reconcile(asPlatform(ground)) : [];
    } catch (error) {
      this.#options.onError(error);
      return [];
    }
  }

  async #wedged(): Promise<number> {
    const depths = Object.values((await this.#options.queue.depth()) ?? {});
    return depths.filter(({ oldestMs }) => oldestMs > wedgedMs).length;
  }
}

const kinds: readonly FindingKind[] = ["claims-outlived", "due-long-ago", "queue-wedged"];
