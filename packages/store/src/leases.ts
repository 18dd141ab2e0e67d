import { EventEmitter } from "node:events";
import type { Db } from "./db.ts";
import {
  endLeases,
  type LeaseEntry,
  listLeases,
  type Owner,
  renewLeases,
  setNextDue,
  takeLease,
} from "./lease-rows.ts";
import { type LeaseEvents, tenantLeaseMs } from "./lease-terms.ts";
import type { NodeIdentity } from "./nodes.ts";
import { Owners } from "./owners.ts";
import { patiently } from "./patiently.ts";
import { transact } from "./transact.ts";

const takenAtOnce = 100;

export interface LeasesOptions {
  readonly directory: Db;
  readonly node: NodeIdentity | undefined;
  readonly now: () => number;
}

/** A lease of this node, as this node knows it. */
interface Held {
  readonly term: number;
  until: number;
  /** Whether the directory says that the tenant has to be looked at. */
  awake: boolean;
  waking?: Promise<void> | undefined;
}

/**
 * Which tenants this node holds, and which others do.
 *
 * A lease is a row of the directory, so that one node holds a tenant at a time. It lasts six seconds by the clock of
 * the machine, and the node that holds it stops by itself when they are over, without asking. `term` grows with
 * every owner; the tenant's own file keeps it, and refuses whoever has been overtaken.
 */
export class Leases {
  readonly events = new EventEmitter<LeaseEvents>();
  readonly #options: LeasesOptions;
  readonly #held = new Map<string, Held>();
  readonly #taking = new Set<string>();
  readonly #owners: Owners;
  /** Terms met in files that were above ours: the next one we take is above them. */
  readonly #floors = new Map<string, number>();

  constructor(options: LeasesOptions) {
    this.#options = options;
    this.#owners = new Owners(options.directory, options.now);
  }

  /** The tenants that this node holds now. */
  get held(): readonly string[] {
    return [...this.#held.keys()].filter((tenant) => this.termOf(tenant) !== undefined);
  }

  /** The term of this node's lease of a tenant; undefined when it holds none, or it has run out by our own clock. */
  termOf(tenant: string): number | undefined {
    const held = this.#held.get(tenant);
    return held && held.until > this.#options.now() ? held.term : undefined;
  }

  /** Take a tenant that nobody else holds; returns the term, or undefined when another's lease lasts. */
  async take(tenant: string): Promise<number | undefined> {
    return (await this.takeMany([tenant])).get(tenant);
  }

  /** Take what can be had of these tenants; returns their terms. One's own is prolonged. */
  async takeMany(tenants: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const taken = new Map<string, number>();
    for (let from = 0; from < tenants.length; from += takenAtOnce)
      await this.#takeSome(tenants.slice(from, from + takenAtOnce), taken);
    return taken;
  }

  /** Prolong all that this node holds; what it has lost meanwhile it is told as `lost`. */
  async renew(): Promise<void> {
    const { directory, now } = this.#options;
    const node = this.#self;
    const until = now() + tenantLeaseMs;
    const before = new Map(this.#held);
    const renewed = await transact(directory, (tx) => renewLeases(tx, node, until));
    const terms = new Map(renewed.map(({ tenant, term }) => [tenant, term]));
    for (const [tenant, held] of before) {
      if (this.#held.get(tenant) !== held) continue;
      if (terms.get(tenant) === held.term) held.until = until;
      else this.drop(tenant);
    }
    await this.#giveBackUnknown([...terms.keys()]);
  }

  /** Give back these tenants, or all, so that others can take them at once. */
  async release(tenants: readonly string[] = [...this.#held.keys()]): Promise<void> {
    for (const tenant of tenants) this.drop(tenant);
    await this.#end(tenants);
  }

  /** Hold a tenant no longer, without telling the directory: its row runs out by itself. */
  drop(tenant: string): void {
    if (this.#held.delete(tenant)) this.events.emit("lost", tenant);
  }

  /** Drop what runs out within so long, since it could not be renewed. */
  dropEnding(withinMs: number): void {
    const ends = this.#options.now() + withinMs;
    for (const [tenant, { until }] of [...this.#held]) if (until <= ends) this.drop(tenant);
  }

  /** @internal Drop a tenant in whose file a higher term was met. */
  overtaken(tenant: string, term: number): void {
    this.#floors.set(tenant, term);
    this.drop(tenant);
  }

  /** Who holds a tenant and where, as it was at most 250 ms ago. */
  ownerOf(tenant: string): Promise<Owner | undefined> {
    return this.#owners.of(tenant);
  }

  /** Ask the directory anew who holds a tenant, since who was thought to does not answer. */
  forgetOwner(tenant: string): void {
    this.#owners.forget(tenant);
  }

  /** Every tenant with its lease, held or not. */
  list(): Promise<LeaseEntry[]> {
    return patiently(() => listLeases(this.#options.directory));
  }

  /** Whether the directory says that a tenant we hold has to be looked at. */
  isAwake(tenant: string): boolean {
    return this.#held.get(tenant)?.awake ?? false;
  }

  /**
   * Have the directory say that a tenant has to be looked at, before something is written that may be owed.
   *
   * Nothing is waited for when it says so already, which is nearly always.
   */
  wake(tenant: string): Promise<void> | undefined {
    const held = this.#held.get(tenant);
    if (!held || held.awake) return held?.waking;
    held.awake = true;
    held.waking = this.#tellAwake(tenant, held);
    return held.waking;
  }

  /** Have whoever holds a tenant next look at it, since a tool that is no node is about to use it. */
  async rouse(tenant: string): Promise<void> {
    await transact(this.#options.directory, (tx) => setNextDue(tx, tenant, 0));
  }

  /**
   * Write down when a tenant is next due, so that it need not be open; returns whether it rests now.
   *
   * What is written while `nextDue` is found out wakes it again. It stays awake where `nextDue` gives 0. Nothing may
   * be being written when this is called.
   */
  async rest(tenant: string, nextDue: () => Promise<number | undefined>): Promise<boolean> {
    const held = this.#held.get(tenant);
    if (!held || held.waking) return false;
    held.awake = false;
    const at = await nextDue().catch((error) => {
      held.awake = true;
      throw error;
    });
    if (at === 0) held.awake = true;
    await transact(this.#options.directory, async (tx) => {
      // A wake that came meanwhile has told the directory, or is about to.
      if (!held.awake && this.#held.get(tenant) === held) await setNextDue(tx, tenant, at ?? null);
    });
    return !held.awake;
  }

  get #self(): string {
    if (!this.#options.node) throw new Error("a store that is no node holds no tenants");
    return this.#options.node.id;
  }

  async #takeSome(tenants: readonly string[], taken: Map<string, number>): Promise<void> {
    for (const tenant of tenants) this.#taking.add(tenant);
    const now = this.#options.now();
    const until = now + tenantLeaseMs;
    const node = this.#self;
    try {
      const rows = await transact(this.#options.directory, async (tx) => {
        const found = new Map<string, { term: number; nextDue: number | null }>();
        for (const tenant of tenants) {
          const known = this.#held.get(tenant)?.term;
          const floor = this.#floors.get(tenant) ?? 0;
          const row = await takeLease(tx, { tenant, node, now, until, known, floor });
          if (row) found.set(tenant, row);
        }
        return found;
      });
      for (const [tenant, row] of rows) taken.set(tenant, this.#keep(tenant, until, row));
    } finally {
      for (const tenant of tenants) this.#taking.delete(tenant);
    }
  }

  #keep(tenant: string, until: number, row: { term: number; nextDue: number | null }): number {
    const held = this.#held.get(tenant);
    this.#owners.forget(tenant);
    if (held?.term === row.term) {
      held.until = until;
    } else {
      this.drop(tenant);
      this.#held.set(tenant, { term: row.term, until, awake: row.nextDue === 0 });
      this.events.emit("gained", tenant);
    }
    return row.term;
  }

  /** Rows in our name that we do not hold, since giving them back failed: nobody else could take them. */
  async #giveBackUnknown(tenants: readonly string[]): Promise<void> {
    const unknown = tenants.filter(
      (tenant) => !this.#held.has(tenant) && !this.#taking.has(tenant),
    );
    if (unknown.length > 0) await this.#end(unknown);
  }

  async #end(tenants: readonly string[]): Promise<void> {
    const node = this.#self;
    for (const tenant of tenants) this.#owners.forget(tenant);
    await transact(this.#options.directory, (tx) => endLeases(tx, node, tenants));
  }

  async #tellAwake(tenant: string, held: Held): Promise<void> {
    try {
      await transact(this.#options.directory, (tx) => setNextDue(tx, tenant, 0));
    } catch (error) {
      held.awake = false;
      throw error;
    } finally {
      held.waking = undefined;
    }
    this.events.emit("woken", tenant);
  }
}
