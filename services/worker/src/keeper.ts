import { type LeaseEntry, renewEveryMs } from "@guildhall/store";
import { AtWork, type AtWorkOptions, restsAtLeastMs } from "./at-work.ts";
import { Shares, type View } from "./shares.ts";

export interface KeeperOptions extends AtWorkOptions {
  /** Told when this node has got a tenant, and when it has none of it any more. */
  readonly onGain?: ((tenant: string) => void) | undefined;
  readonly onLoss?: ((tenant: string) => void) | undefined;
}

const roundEveryMs = 1_000;
/** A node that was not seen for so long is dead. */
const deadAfterMs = 6_000;
/** What is as near as this to the end of its lease is ended, since renewing has failed. */
const guardMs = 1_500;
/** How many tenants are handed to another node in one round: all of them at once would be felt. */
const movedAtOnce = 8;
const restedAtOnce = 16;
/** A tenant that was let go is left to others for so long. */
const leftMs = 15_000;

/**
 * Holds this node's share of the tenants, and has the work done for those that have any.
 *
 * Once a second it says that the node lives, prolongs what it holds and looks at the directory. What is free and
 * belongs here is taken; what should be another's is given up when nothing of it is under way. A tenant for which
 * nothing was done for a minute rests: the directory keeps when it is next due, and its file is shut. The store sees
 * to it that what is written to a tenant that rests wakes it, so nobody need ask here first.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #work: AtWork;
  readonly #shares: Shares;
  readonly #leftUntil = new Map<string, number>();
  #originals: ReadonlyMap<string, string> = new Map();
  #renewAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | undefined;
  #round: Promise<void> | undefined;
  #stopped = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#work = new AtWork(options);
    this.#shares = new Shares(options.store.node?.id ?? "");
    const { events } = options.store.leases;
    events.on("gained", (tenant) => {
      options.onGain?.(tenant);
      return this.#work.begin(tenant);
    });
    events.on("woken", (tenant) => this.#work.begin(tenant));
    events.on("lost", (tenant) => {
      options.onLoss?.(tenant);
      return this.#work.end(tenant);
    });
  }

  /** Join, take this node's share, and go on with a round each second. */
  async start(): Promise<void> {
    const { store, onGain } = this.#options;
    for (const tenant of store.leases.held) onGain?.(tenant);
    await store.nodes.join();
    await this.tick();
    if (this.#stopped) return;
    this.#timer = setInterval(() => this.tick(), roundEveryMs).unref();
  }

  /** Hand everything over and leave, so that others take it at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await Promise.all([this.#renewing, this.#round]);
    const { store, onError } = this.#options;
    await this.#giveUp(store.leases.held).catch(onError);
    await store.nodes.leave();
  }

  /** Take a tenant now with its sandbox, as when somebody asks for one that nobody holds; false when another does. */
  async take(tenant: string): Promise<boolean> {
    const { store } = this.#options;
    if (store.leases.termOf(tenant) !== undefined) return true;
    if (this.#stopped) return false;
    await this.#learnOriginals([tenant]);
    return (await store.leases.takeMany(this.#groupOf(tenant))).has(tenant);
  }

  /** Hand a tenant over with its sandbox to whichever node takes it next, and leave it to others for a while. */
  async letGo(tenant: string): Promise<void> {
    const group = this.#groupOf(tenant);
    for (const each of group) this.#leftUntil.set(each, this.#options.now() + leftMs);
    await this.#giveUp(group.filter((each) => this.#holds(each)));
  }

  /** One round; a timer calls it, and whoever cannot wait. However long a round takes, leases are prolonged. */
  async tick(): Promise<void> {
    const { store, onError } = this.#options;
    store.leases.dropEnding(guardMs);
    this.#renewing ??= this.#renew()
      .catch(onError)
      .finally(() => {
        this.#renewing = undefined;
      });
    await this.#renewing;
    this.#round ??= this.#goRound()
      .catch(onError)
      .finally(() => {
        this.#round = undefined;
      });
    await this.#round;
  }

  async #renew(): Promise<void> {
    const { store, now } = this.#options;
    const at = now();
    if (at < this.#renewAt) return;
    await Promise.all([store.nodes.beat(), store.leases.renew()]);
    this.#renewAt = at + renewEveryMs;
  }

  async #goRound(): Promise<void> {
    if (this.#stopped) return;
    const { leases } = this.#options.store;
    const view = await this.#look();
    const isTaken = (tenant: string) => this.#holds(tenant) || this.#isLeft(tenant);
    await leases.takeMany(this.#shares.missing(view, isTaken));
    await this.#giveUp(this.#moving(view));
    await this.#seeTo(view.leases.filter(({ tenant }) => this.#holds(tenant)));
  }

  async #look(): Promise<View> {
    const { store, now } = this.#options;
    const [nodes, leases] = await Promise.all([store.nodes.list(), store.leases.list()]);
    await this.#learnOriginals(leases.map(({ tenant }) => tenant));
    const at = now();
    const alive = nodes.filter(({ roles, seenAt }) => {
      return roles.includes("worker") && seenAt > at - deadAfterMs;
    });
    return { now: at, leases, live: alive.map(({ id }) => id), originals: this.#originals };
  }

  /** Whose sandbox a tenant is never changes, so it is asked for only when there is one we do not know. */
  async #learnOriginals(tenants: readonly string[]): Promise<void> {
    if (tenants.every((tenant) => this.#originals.has(tenant))) return;
    this.#originals = await this.#options.store.originals();
  }

  #groupOf(tenant: string): string[] {
    const original = this.#originals.get(tenant) ?? tenant;
    const members = [...this.#originals].filter(([, of]) => of === original).map(([id]) => id);
    return members.includes(tenant) ? members : [tenant];
  }

  /** What is handed to other nodes in this round. */
  #moving(view: View): string[] {
    const { isQuiet } = this.#options;
    const groups = this.#shares.surplus(view, (tenant) => this.#holds(tenant));
    return groups
      .filter((group) => group.every(isQuiet))
      .slice(0, movedAtOnce)
      .flat();
  }

  async #giveUp(tenants: readonly string[]): Promise<void> {
    if (tenants.length === 0) return;
    await Promise.all(tenants.map((tenant) => this.#work.handOver(tenant)));
    await this.#options.store.leases.release(tenants);
  }

  /** Begin what has fallen due, and let rest what has nothing to be done. */
  async #seeTo(leases: readonly LeaseEntry[]): Promise<void> {
    const { store } = this.#options;
    for (const { tenant, nextDue } of leases) {
      if (this.#work.isBegun(tenant)) continue;
      const isDue = nextDue !== null && nextDue <= this.#options.now();
      if (isDue) await store.leases.wake(tenant);
      if (store.leases.isAwake(tenant)) this.#work.begin(tenant).catch(this.#options.onError);
    }
    // What any node may write is not known to rest.
    const idle = leases.filter(
      ({ tenant, isShared }) => !isShared && this.#work.isIdle(tenant, restsAtLeastMs),
    );
    const resting = idle.slice(0, restedAtOnce).map(({ tenant }) => tenant);
    await Promise.all(resting.map((tenant) => this.#work.rest(tenant)));
    store.shutResting(resting);
    store.shutIdle(restsAtLeastMs);
  }

  #isLeft(tenant: string): boolean {
    return (this.#leftUntil.get(tenant) ?? 0) > this.#options.now();
  }

  #holds(tenant: string): boolean {
    return this.#options.store.leases.termOf(tenant) !== undefined;
  }
}
