import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { StoreFault } from "./fault.ts";
import { drawRandom } from "./random.ts";

const version = 1;

/** What a sealed value belongs to: it opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly row: string;
}

/** A tenant's keys at work: everything they seal opens only for the same tenant, table and row. */
export class Vault {
  readonly tenant: string;
  readonly #seal: Uint8Array;
  readonly #blind: Uint8Array;
  readonly #key: Uint8Array;

  /** `key` is the tenant's own, 32 bytes, unwrapped. */
  constructor(tenant: string, key: Uint8Array) {
    this.tenant = tenant;
    this.#key = key;
    this.#seal = this.derive("seal");
    this.#blind = this.derive("blind-index");
  }

  /** Derive a key of 32 bytes for one use. */
  derive(use: string): Uint8Array {
    return new Uint8Array(hkdfSync("sha256", this.#key, this.tenant, `guildhall/${use}`, 32));
  }

  /** Seal a value as AES-256-GCM: version, nonce, tag, then the JSON. */
  seal(place: Place, value: unknown): Buffer {
    const nonce = drawRandom(12);
    const cipher = createCipheriv("aes-256-gcm", this.#seal, nonce);
    cipher.setAAD(this.#address(place));
    const sealed = cipher.update(JSON.stringify(value), "utf8");
    const last = cipher.final();
    return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed, last]);
  }

  /**
   * Open what `seal` made for the same place.
   *
   * @throws StoreFault `sealed-elsewhere` when it was changed, moved or made under another key
   */
  open(place: Place, sealed: Uint8Array): unknown {
    try {
      if (sealed[0] !== version) throw new StoreFault("sealed-elsewhere");
      const decipher = createDecipheriv("aes-256-gcm", this.#seal, sealed.subarray(1, 13), {
        authTagLength: 16,
      });
      decipher.setAAD(this.#address(place));
      decipher.setAuthTag(sealed.subarray(13, 29));
      const text = decipher.update(sealed.subarray(29), undefined, "utf8") + decipher.final("utf8");
      return JSON.parse(text);
    } catch {
      throw new StoreFault("sealed-elsewhere");
    }
  }

  /**
   * Give the number under which a value can be found without being read, 48 bits of an HMAC.
   *
   * Two values may share one: whoever finds a row opens it and looks.
   */
  blind(kind: string, value: string): number {
    const digest = createHmac("sha256", this.#blind).update(`${kind}\0${value}`).digest();
    return digest.readUIntBE(0, 6);
  }

  #address({ table, row }: Place): Buffer {
    return Buffer.from(`${this.tenant}\0${table}\0${row}`);
  }
}
