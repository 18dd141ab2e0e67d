import { isCleanText } from "@guildhall/contract";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { FolderFault } from "./fault.ts";
import { namedItems } from "./items.ts";
import { type Data, type Fields, isFields } from "./overlay.ts";
import { objectionTo } from "./size.ts";

/** A YAML or JSON file, read, with the place of everything in it. */
export interface Source {
  readonly file: string;
  readonly value: Fields;
  readonly document: Document;
  readonly lines: LineCounter;
  /** How many characters it is written in. */
  readonly length: number;
}

/** One step into a file: a field, a place in a list, or an item of a list by its name (the `nth` of that name). */
export type Step =
  | string
  | number
  | { readonly list: string; readonly name: string; readonly nth: number };

/** Many times what any real file has. */
const mostKeys = 2000;

/** Read a file as a set of fields, or say at which line it cannot be read. */
export function readSource(
  file: string,
  text: string,
): { source: Source } | { faults: FolderFault[] } {
  const refused = (line: number, sentence: string) => ({
    faults: [{ file, line, pointer: "", sentence }],
  });
  const objection = objectionTo(text);
  if (objection) return refused(1, objection);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The parser compares each key with all before it; `unwanted` looks them up.
    uniqueKeys: false,
  });
  const [wrong] = [...document.errors, ...document.warnings];
  const fault = wrong ? wordsOf(wrong) : unwanted(document);
  if (fault) return refused(lines.linePos(fault.offset).line, fault.sentence);
  const value: unknown = document.toJS();
  if (!isFields(value)) return refused(1, "The file should hold fields, each with its name.");
  return { source: { file, value, document, lines, length: text.length } };
}

/** How many of the steps lead somewhere in the file, and the line that they lead to. */
export function follow(source: Source, steps: readonly Step[]): { depth: number; line: number } {
  let node: unknown = source.document.contents;
  let offset = 0;
  let depth = 0;
  for (const step of steps) {
    const next = child(node, step);
    if (!next) break;
    node = next.node;
    offset = next.offset;
    depth += 1;
  }
  return { depth, line: source.lines.linePos(offset).line };
}

function child(node: unknown, step: Step): { node: unknown; offset: number } | undefined {
  if (isMap(node) && typeof step === "string") {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
    return pair && { node: pair.value, offset: startOf(pair.key) };
  }
  if (!isSeq(node) || typeof step === "string") return undefined;
  const item = typeof step === "number" ? node.items[step] : itemOf(node, step);
  return item === undefined ? undefined : { node: item, offset: startOf(item) };
}

function itemOf(list: YAMLSeq, step: { list: string; name: string; nth: number }): unknown {
  const items = namedItems(list, step.list, () => list.toJSON() as Data[]);
  const at = items.findIndex(({ name, nth }) => name === step.name && nth === step.nth);
  return list.items[at < 0 ? items.findLastIndex(({ name }) => name === step.name) : at];
}

function startOf(node: unknown): number {
  return (isScalar(node) || isMap(node) || isSeq(node)) && node.range ? node.range[0] : 0;
}

interface Unreadable {
  readonly offset: number;
  readonly sentence: string;
}

function wordsOf({ pos, message }: { pos: [number, number]; message: string }): Unreadable {
  return { offset: pos[0], sentence: `The file cannot be read: ${message.replace(/\.$/, "")}.` };
}

/** The first of what YAML allows and this folder does not: texts that cannot be stored, and one part standing in for another. */
function unwanted(document: Document): Unreadable | undefined {
  let found: Unreadable | undefined;
  const stopAt = (offset: number, sentence: string) => {
    found = { offset, sentence };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, { range }) =>
      stopAt(range?.[0] ?? 0, "Write this out: a “*” that stands for another part is not read."),
    Map(_, map) {
      const fault = keysFault(map);
      return fault && stopAt(fault.offset, fault.sentence);
    },
    Scalar(key, node) {
      const isHidden = key === "key" && node.value === "__proto__";
      if (typeof node.value !== "string" || (isCleanText(node.value) && !isHidden))
        return undefined;
      return stopAt(startOf(node), "This text has characters that cannot be stored.");
    },
  });
  return found;
}

function keysFault(map: YAMLMap): Unreadable | undefined {
  const { length } = map.items;
  if (length > mostKeys) return { offset: startOf(map), sentence: keysSentence(length) };
  const seen = new Set<unknown>();
  for (const { key } of map.items) {
    const name = isScalar(key) ? key.value : key;
    if (seen.has(name)) return wordsOf({ pos: [startOf(key), 0], message: notUnique });
    seen.add(name);
  }
  return undefined;
}

const keysSentence = (length: number) =>
  `There are ${length} fields together here; ${mostKeys} is the most.`;
/** As the parser says it. */
const notUnique = "Map keys must be unique";
