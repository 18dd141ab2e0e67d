import type { Db } from "./db.ts";
import { findKeyOwner, indexKeys, type KeyOwner } from "./directory.ts";

const most = 10_000;
const unknownForMs = 1000;

/**
 * Whose keys there are, from the directory, with what was found lately at hand.
 *
 * A key's owner never changes, so it is kept as long as there is room. That a key is nobody's is believed for a
 * second only: another process may issue it.
 */
export class KeyOwners {
  readonly #directory: Db;
  readonly #known = new Map<string, KeyOwner>();
  readonly #unknown = new Map<string, number>();

  constructor(directory: Db) {
    this.#directory = directory;
  }

  async ownerOf(keyId: string): Promise<KeyOwner | undefined> {
    const known = this.#known.get(keyId);
    if (known) return known;
    if ((this.#unknown.get(keyId) ?? 0) > Date.now()) return undefined;
    const found = await findKeyOwner(this.#directory, keyId);
    if (found) keep(this.#known, keyId, found);
    else keep(this.#unknown, keyId, Date.now() + unknownForMs);
    return found;
  }

  /** Write down whose keys these are; known to this process at once. */
  async index(keyIds: readonly string[], tenant: string): Promise<void> {
    await indexKeys(this.#directory, keyIds, tenant);
    for (const id of keyIds) this.#unknown.delete(id);
  }
}

/** What came first goes first when there is no more room. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
