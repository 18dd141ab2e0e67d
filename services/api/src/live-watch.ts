import { setImmediate } from "node:timers/promises";
import type { Changes } from "@guildhall/domain";
import { Turns } from "./turns.ts";

/** Who waits for changes of a process. */
export interface Waiting {
  readonly tenant: string;
  readonly reference: string;
  /** By what they see of it: everybody of one view of a process is shown the same. */
  readonly view: string;
  /** Who is counted together with them; undefined within this process. */
  readonly network: string | undefined;
  /** The last change before they looked themselves. */
  readonly since: number;
  /** See what everybody of the view sees. */
  look(): Promise<string>;
  /** Be told what was seen, which may be what it was. */
  tell(seen: string): void;
  /** There is nothing to wait for any more. */
  end(): void;
}

export interface WatchOptions {
  /** The last change that nobody has to be told of. */
  readonly since: number;
  readonly everyMs: number;
  read(after: number): Promise<Changes | undefined>;
}

/** Those who see the same of one process. */
interface Room {
  readonly reference: string;
  readonly waiting: Set<Waiting>;
}

/** So few of a tenant that other requests have their turn between them. */
const looksAtOnce = 2;

/**
 * Watches the events of a tenant for those who wait.
 *
 * Only processes that something happened to are looked at, once for all who see the same of them, few at once.
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #rooms = new Map<string, Room>();
  readonly #looks = new Turns(looksAtOnce, lookFor);
  #place: number;
  #isBegun = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#place = options.since;
  }

  get isEmpty(): boolean {
    return this.#rooms.size === 0;
  }

  /** Have somebody told from now on; what happened since they looked themselves is looked at. */
  add(one: Waiting): () => void {
    const name = `${one.reference} ${one.view}`;
    const room = this.#rooms.get(name) ?? { reference: one.reference, waiting: new Set() };
    this.#rooms.set(name, room);
    room.waiting.add(one);
    if (one.since < this.#place) this.#looks.want(room);
    if (!this.#isBegun) void this.#goOn();
    this.#isBegun = true;
    return () => {
      room.waiting.delete(one);
      if (room.waiting.size === 0 && this.#rooms.get(name) === room) this.#rooms.delete(name);
    };
  }

  end(): void {
    const everybody = [...this.#rooms.values()].flatMap(({ waiting }) => [...waiting]);
    for (const one of everybody) one.end();
  }

  async #goOn(): Promise<void> {
    if (this.isEmpty) return;
    const changes = await this.#options.read(this.#place).catch(() => undefined);
    if (!changes) return this.end();
    for (const room of this.#rooms.values())
      if (changes.references.has(room.reference)) this.#looks.want(room);
    this.#place = changes.place;
    setTimeout(() => void this.#goOn(), this.#options.everyMs).unref();
  }
}

/** Who comes meanwhile has looked for themselves, and later than this. */
async function lookFor({ waiting }: Room): Promise<void> {
  // Reading a file of ours is done in one go.
  await setImmediate();
  const [first, ...others] = waiting;
  if (!first) return;
  const seen = await first.look().catch(() => undefined);
  for (const one of [first, ...others]) {
    if (seen === undefined) one.end();
    else one.tell(seen);
  }
}
