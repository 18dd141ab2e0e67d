import type { XmlValidateError } from "libxml2-wasm";
import type { SchemaFault } from "../fault.ts";
import { fileNameOf } from "./files.ts";

/** What the parser has against a schema, as sentences. What it says of a schema repeats nothing of any document. */
export function faultsOfParser({ details }: XmlValidateError): SchemaFault[] {
  return details
    .filter(({ level }) => level > warning)
    .map(({ file, line, message }) => ({
      ...(file ? { file: fileNameOf(file) } : {}),
      ...(line > 0 ? { line } : {}),
      sentence: sentenceOf(message.trim()),
    }));
}

const warning = 1;

function sentenceOf(message: string): string {
  const missing = /The QName value '([^']*)' does not resolve to a\(n\) (.+?)\.?$/.exec(message);
  if (missing)
    return `No file says what ${localName(missing[1])} is, which has to be a ${missing[2]}.`;
  const circular = /(?:Circular reference|The definition is circular)/.test(message);
  if (circular) return "A definition leads back to itself.";
  if (message.includes("not determinist")) {
    return "It is not clear which of two elements is meant, as both may come at the same place.";
  }
  return `It is no valid schema: ${shortened(message.replace(/\{[^}]*\}/g, ""))}`;
}

/** The parser repeats a pattern whole, however long it is. */
function shortened(message: string): string {
  return message.length > longest ? `${message.slice(0, longest)}…` : message;
}

const longest = 400;

function localName(expanded = ""): string {
  return expanded.replace(/^\{[^}]*\}/, "");
}
