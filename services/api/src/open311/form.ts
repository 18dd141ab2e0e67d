import { createHash } from "node:crypto";
import { isCleanText, Problem } from "@guildhall/contract";
import { refusal } from "./errors.ts";

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

const formType = /^application\/x-www-form-urlencoded\s*(?:;\s*charset=(?:"utf-8"|utf-8)\s*)?$/i;
const mostFields = 2000;
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Read a form as an HTML page would send it, in UTF-8, every text in it clean.
 *
 * @throws Problem `media-type-unsupported`, `malformed-json`, `request-invalid`
 */
export function parseForm(type: string | undefined, bytes: Uint8Array): Form {
  if (!formType.test(type ?? "")) throw new Problem("media-type-unsupported");
  const pairs = readable(() => decoder.decode(bytes).split("&")).filter((pair) => pair !== "");
  // Counted before any is decoded, which takes longer.
  if (pairs.length > mostFields) throw refusal("", `A form has at most ${mostFields} fields`);
  const fields = new Map<string, string[]>();
  for (const [name, value] of readable(() => pairs.map(decodePair))) {
    if (!isCleanText(name) || !isCleanText(value)) throw unclean(name);
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll("\r\n", "\n")]);
  }
  return new Form(fields);
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    // A sequence that is not UTF-8, in the clear or escaped.
    throw new Problem("malformed-json");
  }
}

function decodePair(pair: string): [name: string, value: string] {
  const at = pair.indexOf("=");
  const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
  return [decodePart(name), decodePart(value)];
}

function decodePart(part: string): string {
  return decodeURIComponent(part.replaceAll("+", " "));
}

function unclean(name: string): Problem {
  const field = isCleanText(name) ? name : "A field's name";
  return refusal(name, `${field} has a character that cannot be used`, "invalid-text");
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
