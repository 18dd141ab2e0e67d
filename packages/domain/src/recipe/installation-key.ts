import type { Recipe, RecipeFile } from "@guildhall/contract";
import {
  createSigningKey,
  type PublicJwk,
  publicJwkOf,
  type SigningKey,
  signRecipe,
} from "@guildhall/keys";
import { type Db, findSealed, openSecret, putSecret, sealSecret, transact } from "@guildhall/store";

const name = "recipe-key";
const publicKey = /^[A-Za-z0-9_-]{43}$/;

/** The key that an installation signs its recipes with; made at the first need, and sealed under the root key. */
export class InstallationKey {
  readonly #directory: Db;
  readonly #now: () => number;
  #held: Promise<SigningKey> | undefined;

  constructor(directory: Db, now: () => number) {
    this.#directory = directory;
    this.#now = now;
  }

  async sign(recipe: Recipe): Promise<RecipeFile> {
    return signRecipe(await this.#key(), JSON.stringify(recipe));
  }

  async publicJwk(): Promise<PublicJwk> {
    return (await this.#key()).publicJwk;
  }

  /** @throws Error of one sentence, where it is no public key */
  jwkOf(key: string): PublicJwk {
    if (!publicKey.test(key))
      throw new Error("A public key is 43 letters, digits, hyphens and underscores.");
    return publicJwkOf(key);
  }

  #key(): Promise<SigningKey> {
    const held = this.#held ?? this.#open();
    this.#held = held;
    held.catch(() => {
      this.#held = undefined;
    });
    return held;
  }

  /** Of two processes that make it at once one is first, and the other takes what it made. */
  async #open(): Promise<SigningKey> {
    const { vault } = this.#directory;
    const made = await sealSecret(vault, name, createSigningKey());
    const jwe = await transact(this.#directory, async (tx) => {
      const known = await findSealed(tx, name);
      if (!known) await putSecret(tx, name, { jwe: made, updatedAt: this.#now() });
      return known?.jwe ?? made;
    });
    // Sealed by us under this name and no other: what opens is a key.
    return (await openSecret(vault, name, jwe)) as SigningKey;
  }
}
