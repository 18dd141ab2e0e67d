import { isCleanText, Problem } from "@guildhall/contract";
import { refusal } from "./errors.ts";
import { Form } from "./form-fields.ts";

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
