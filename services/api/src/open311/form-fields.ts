import { createHash } from "node:crypto";

/** What an Open311 client sent: the values of each field, in the order they came. */
export class Form {
  readonly #fields: ReadonlyMap<string, readonly string[]>;

  constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.#fields = fields;
  }

  /** The trimmed text of a field; undefined for one that is empty, as for one that is not there. */
  text(name: string): string | undefined {
    return this.texts(name).find((value) => value !== "");
  }

  /** Every value of a field, empty ones too. */
  texts(name: string): readonly string[] {
    return (this.#fields.get(name) ?? []).map((value) => value.trim());
  }

  /** The values of an attribute of the service, which may be sent as `attribute[code]` or `attribute[code][]`. */
  attribute(code: string): readonly string[] {
    return [...this.texts(`attribute[${code}]`), ...this.texts(`attribute[${code}][]`)];
  }

  /** What was sent as a digest, whatever the order of the fields; the key is who sent it and not what. */
  digest(): string {
    const sent = [...this.#fields].filter(([name]) => name !== "api_key").sort(byName);
    return createHash("sha256").update(JSON.stringify(sent)).digest("base64url");
  }
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
