import { eq, sql } from "drizzle-orm";
import type { OpenTransaction } from "./db.ts";
import { StoreFault } from "./fault.ts";
import { hot } from "./hot.ts";
import type { Leases } from "./leases.ts";
import { meta } from "./schema/platform.ts";

const termQuery = hot((query) =>
  query
    .select({ value: meta.value })
    .from(meta)
    .where(eq(meta.key, sql.placeholder("key")))
    .prepare(),
);
const key = "term";

/**
 * Let one owner write for as long as its term lasts.
 *
 * Our own clock stops us when the lease has run out. Where that is not enough, since a process may be stopped at any
 * moment, the file is: the first group of writes under a lease leaves its term there, and every group looks for a
 * higher one once it has the lock.
 */
export class Fence {
  readonly #leases: Leases;
  readonly #tenant: string;
  readonly #term: number;

  /** @throws StoreFault `not-owner` when this node does not hold the tenant */
  constructor(leases: Leases, tenant: string) {
    const term = leases.termOf(tenant);
    if (term === undefined) throw new StoreFault("not-owner");
    this.#leases = leases;
    this.#tenant = tenant;
    this.#term = term;
  }

  /** Say without asking anybody that the tenant is still ours. @throws StoreFault `not-owner` */
  check(): void {
    if (this.#leases.termOf(this.#tenant) !== this.#term) throw new StoreFault("not-owner");
  }

  /** Let a group of writes begin, once the directory says that the tenant has to be looked at. */
  admit(): Promise<void> | undefined {
    this.check();
    return this.#leases.wake(this.#tenant);
  }

  /** Look within a transaction whether another has overtaken us. @throws StoreFault `not-owner` */
  async verify(transaction: OpenTransaction): Promise<void> {
    this.check();
    const { database } = transaction;
    const found = await termIn(database);
    if (found === undefined || found === this.#term) return;
    if (found > this.#term) {
      // Before the database is shut: a connection that is closed in a transaction keeps its lock.
      await transaction.rollback();
      this.#leases.overtaken(this.#tenant, found);
      throw new StoreFault("not-owner");
    }
    const value = String(this.#term);
    await database
      .insert(meta)
      .values({ key, value })
      .onConflictDoUpdate({ target: meta.key, set: { value } })
      .run();
  }
}

/** The term that a file holds, 0 where none was ever written, undefined where the file has no tables yet. */
async function termIn(database: OpenTransaction["database"]): Promise<number | undefined> {
  try {
    const row = await termQuery(database).get({ key });
    return Number(row?.value ?? 0);
  } catch (error) {
    // SQL that is right everywhere else fails where the table is not there.
    if (error instanceof StoreFault && error.code === "failed") return undefined;
    throw error;
  }
}
