import {
  XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
  XmlValidateError,
} from "libxml2-wasm";
import type { DocumentFault } from "../fault.ts";
import { parse } from "../parse.ts";
import type { Compiled } from "../schema/compile.ts";
import { type CompiledRule, tryRule } from "../schema/rules.ts";
import { XmlFault } from "../xml-fault.ts";
import { readMessage } from "./message.ts";
import { elementAt, placeOf } from "./place.ts";
import { sentenceOf } from "./sentence.ts";

/** A file of thousands of reports has to pass; reading it takes about ten times the memory. */
const documentLimit = 10 * 1024 * 1024;
/** Who has more has a problem of another kind. */
const mostFaults = 1000;

/**
 * Find everything that is wrong with a document: by its bytes, by the schema, and by the set's rules.
 *
 * What cannot be read is not checked any further, a DOCTYPE among it.
 */
export function check(compiled: Compiled, source: string | Uint8Array): DocumentFault[] {
  const document = open(source);
  if (document instanceof XmlFault) return [toFault(document)];
  try {
    const faults = [...faultsOfSchema(compiled, document), ...faultsOfRules(compiled, document)];
    return faults.slice(0, mostFaults);
  } finally {
    document.dispose();
  }
}

function open(source: string | Uint8Array): XmlDocument | XmlFault {
  try {
    return parse(toBytes(source), { limit: documentLimit });
  } catch (error) {
    if (error instanceof XmlFault) return error;
    throw error;
  }
}

/** Half a character cannot be written in UTF-8, and would come out as another. */
function toBytes(source: string | Uint8Array): Uint8Array {
  if (typeof source !== "string") return source;
  if (source.isWellFormed()) return Buffer.from(source);
  throw new XmlFault("bad-encoding", "There is half a character in it, which UTF-8 cannot hold.");
}

function toFault({ code, line, message }: XmlFault): DocumentFault {
  return { code, ...(line ? { line } : {}), sentence: message };
}

function faultsOfSchema(compiled: Compiled, document: XmlDocument): DocumentFault[] {
  try {
    compiled.validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    const found = error.details.slice(0, mostFaults).map((detail) => {
      return faultOfSchema(compiled, document.root, detail);
    });
    return distinct(found);
  }
}

type Detail = XmlValidateError["details"][number];

function faultOfSchema({ kinds, namespaces }: Compiled, root: XmlElement, detail: Detail) {
  const element = elementAt(root, detail.xpath ?? "/*") ?? root;
  const { attribute, words } = readMessage(detail.message, element);
  const place = placeOf(attribute ?? element, namespaces);
  const sentence = attribute
    ? sentenceOf(words, `The attribute ${named(attribute)}`, kinds.ofAttribute(attribute.name))
    : sentenceOf(words, named(element), kinds.ofElement(element.name));
  const line = detail.line > 0 ? { line: detail.line } : {};
  return { code: "schema", ...place, ...line, sentence } as const;
}

/** A name can be as long as a document likes. */
function named({ name }: XmlElement | XmlAttribute): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

function distinct(faults: readonly DocumentFault[]): DocumentFault[] {
  const keyed = faults.map((fault) => [`${fault.position}\n${fault.sentence}`, fault] as const);
  return [...new Map(keyed).values()];
}

function faultsOfRules({ rules, namespaces }: Compiled, document: XmlDocument): DocumentFault[] {
  return rules.flatMap((compiled) => {
    const fault = toRuleFault(compiled.rule);
    const broken = tryRule(compiled, document);
    if (!broken) return [{ ...fault, sentence: "This rule cannot be tried on the document." }];
    // To say where a node is takes the longer the more there are beside it.
    const told = broken.slice(0, mostFaults);
    return told.map((node) => ({ ...fault, ...placeOf(node, namespaces), ...lineOf(node) }));
  });
}

function toRuleFault({ id, sentence, code }: CompiledRule["rule"]) {
  const receiver = code === undefined ? {} : { receiverCode: code };
  return { code: "rule", sentence, rule: id, ...receiver } as const;
}

/** An attribute has no line of its own. */
function lineOf(node: XmlNode): { line?: number } {
  const line = node instanceof XmlAttribute ? node.parent?.line : node.line;
  return line ? { line } : {};
}
