import { type Db, findColumns, findRows } from "@guildhall/store";

/** One of the tenant's datasets, to be looked things up in. */
export interface DatasetLookup {
  readonly columns: readonly string[];
  /** The row whose first column is the key. */
  find(key: string): readonly string[] | undefined;
}

/**
 * The datasets that one document is written from, of which only the rows that it asks for are read.
 *
 * Which rows those are nobody knows before it is written, and writing does not wait. So a document is written
 * once to learn what it asks for, and again with the rows at hand.
 */
export class Datasets {
  readonly #db: Db;
  readonly #tables = new Map<string, Table>();
  /** Whether one that was named is not there. */
  isLacking = false;

  private constructor(db: Db) {
    this.#db = db;
  }

  /** Make those of the datasets ready that there are. */
  static async open(db: Db, ids: readonly string[]): Promise<Datasets> {
    const opened = new Datasets(db);
    for (const id of ids) {
      const columns = await findColumns(db, id);
      if (columns) opened.#tables.set(id, new Table(columns));
      else opened.isLacking = true;
    }
    return opened;
  }

  find(id: string): DatasetLookup | undefined {
    return this.#tables.get(id);
  }

  /** Read the rows that were asked for and not at hand; false when there were none. */
  async fetch(): Promise<boolean> {
    let isMore = false;
    for (const [id, table] of this.#tables) {
      const keys = table.takeWanted();
      if (keys.length === 0) continue;
      table.keep(keys, await findRows(this.#db, id, keys));
      isMore = true;
    }
    return isMore;
  }
}

/** Write a document anew until it has asked for no row that was not at hand. */
export async function withRows<T>(datasets: Datasets | undefined, write: () => T): Promise<T> {
  for (;;) {
    try {
      const written = write();
      if (!(await datasets?.fetch())) return written;
    } catch (error) {
      // A value that is missing may be one that was not at hand.
      if (!(await datasets?.fetch())) throw error;
    }
  }
}

class Table implements DatasetLookup {
  readonly columns: readonly string[];
  readonly #rows = new Map<string, readonly string[] | undefined>();
  readonly #wanted = new Set<string>();

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  find(key: string): readonly string[] | undefined {
    if (!this.#rows.has(key)) this.#wanted.add(key);
    return this.#rows.get(key);
  }

  takeWanted(): string[] {
    const keys = [...this.#wanted];
    this.#wanted.clear();
    return keys;
  }

  keep(keys: readonly string[], found: ReadonlyMap<string, readonly string[]>): void {
    for (const key of keys) this.#rows.set(key, found.get(key));
  }
}
