import { createKeySet, type KeySet } from "@guildhall/keys";
import {
  type Db,
  findSealed,
  openSecret,
  putSecret,
  sealSecret,
  type Tx,
  transact,
} from "@guildhall/store";

const name = "signing-keys";
const lookAgainMs = 10_000;

/** A key set, and the sealed form that it was read from. */
interface Held {
  readonly set: KeySet;
  readonly jwe: string;
}

/**
 * The keys that a tenant signs and checks with. The set is the newest: one that another process rotated is seen
 * within ten seconds, long before its new key signs anything that we would not believe.
 */
export class LiveKeys {
  readonly pepper: Uint8Array;
  readonly trackingSecret: Uint8Array;
  readonly #db: Db;
  #held: Held;
  #lookAgainAt: number;

  private constructor(db: Db, held: Held, now: number) {
    this.#db = db;
    this.#held = held;
    this.#lookAgainAt = now + lookAgainMs;
    this.pepper = db.vault.derive("api-key-pepper");
    this.trackingSecret = db.vault.derive("tracking");
  }

  /** The tenant's keys, made at the first need. */
  static async open(db: Db, now: number): Promise<LiveKeys> {
    return new LiveKeys(db, (await readHeld(db)) ?? (await makeHeld(db, now)), now);
  }

  get set(): KeySet {
    return this.#held.set;
  }

  async renewWhenDue(now: number): Promise<void> {
    if (now < this.#lookAgainAt) return;
    // Said first, so that of many requests one looks.
    this.#lookAgainAt = now + lookAgainMs;
    await this.renew();
  }

  /** Take in the set as it lies in the database now. */
  async renew(): Promise<void> {
    const sealed = await findSealed(this.#db, name);
    if (sealed && sealed.jwe !== this.#held.jwe)
      this.#held = { jwe: sealed.jwe, set: await open(this.#db, sealed.jwe) };
  }

  /** Prepare to put another set in the place of the one that is held. */
  async replacement(set: KeySet, now: number): Promise<Replacement> {
    const { jwe: before } = this.#held;
    const jwe = await sealSecret(this.#db.vault, name, set);
    return {
      store: async (tx) => {
        if ((await findSealed(tx, name))?.jwe !== before) throw new KeySetChanged();
        await putSecret(tx, name, { jwe, updatedAt: now });
      },
    };
  }
}

/** A set that is sealed and waits to be stored. */
export interface Replacement {
  /** @throws KeySetChanged when the set that it was to replace is no longer there */
  store(tx: Tx): Promise<void>;
}

/** Somebody else changed the key set meanwhile. */
export class KeySetChanged extends Error {
  override readonly name = "KeySetChanged";
}

async function readHeld(db: Db): Promise<Held | undefined> {
  const sealed = await findSealed(db, name);
  return sealed && { jwe: sealed.jwe, set: await open(db, sealed.jwe) };
}

async function open(db: Db, jwe: string): Promise<KeySet> {
  // Sealed by us under this name and no other: what opens is a key set.
  return (await openSecret(db.vault, name, jwe)) as KeySet;
}

/** Of two processes that make the first set at once, one is first, and the other takes what it made. */
async function makeHeld(db: Db, now: number): Promise<Held> {
  const set = createKeySet(new Date(now));
  const jwe = await sealSecret(db.vault, name, set);
  const first = await transact(db, async (tx) => {
    const other = await findSealed(tx, name);
    if (!other) await putSecret(tx, name, { jwe, updatedAt: now });
    return other?.jwe ?? jwe;
  });
  return first === jwe ? { jwe, set } : { jwe: first, set: await open(db, first) };
}
