import { ParseOption, XmlDocument, XmlParseError } from "libxml2-wasm";
import { doctypeSentence, lookFirst } from "./look-first.ts";
import { XmlFault } from "./xml-fault.ts";

/** Nothing is loaded from outside, and lines are counted beyond 65,535. */
const option =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES;

interface ParseOptions {
  /** In bytes. */
  readonly limit: number;
  /** What the document is called where another one refers to it. */
  readonly url?: string;
}

/**
 * Parse a document that was looked at first. Whoever asks for it has to dispose of it.
 *
 * @throws XmlFault
 */
export function parse(bytes: Uint8Array, { limit, url }: ParseOptions): XmlDocument {
  lookFirst(bytes, limit);
  const document = parseBytes(bytes, url);
  if (!document.dtd) return document;
  document.dispose();
  throw new XmlFault("doctype", doctypeSentence);
}

function parseBytes(bytes: Uint8Array, url: string | undefined): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, { option, ...(url && { url }) });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const { details } = error;
    const first = details.find(({ level }) => level === fatal) ?? details[0];
    throw new XmlFault("malformed", sentenceOf(first?.message ?? ""), first?.line);
  }
}

/** Where the parser could not go on; what it found before may have come of it. */
const fatal = 3;

function sentenceOf(message: string): string {
  const known = sentences.find(([pattern]) => pattern.test(message));
  return known?.[1] ?? "It is not well-formed XML.";
}

/** The parser's words may repeat names and values: only what kind of fault it is, is passed on. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^Opening and ending tag mismatch/, "An element is not closed where it should be."],
  [/^(?:Premature end|EndTag: '<\/' not|Couldn't find end|expected '>')/, "It breaks off."],
  [/^Extra content at the end/, "There is something after the end of the root element."],
  [/^(?:Start tag expected|Document is empty)/, "There is no XML in it."],
  [/^(?:Attribute .* redefined|Namespaced Attribute)/, "An attribute is given twice."],
  [
    /^(?:Entity .* not defined|EntityRef:|xmlParseEntityRef)/,
    "There is an & that begins nothing known.",
  ],
  [
    /^(?:xmlParseCharRef|PCDATA invalid Char|invalid character)/,
    "There is a character that XML cannot hold.",
  ],
  [/^Namespace prefix .* not defined/, "There is a prefix that stands for no namespace."],
  [/^Excessive depth/, "Elements lie inside each other more than 256 deep."],
  [/^Sequence '\]\]>'/, "There is a ]]> outside of CDATA."],
];
