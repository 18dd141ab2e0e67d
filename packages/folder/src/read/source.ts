import { isCleanText } from "@guildhall/contract";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLSeq,
} from "yaml";
import { isTooDeep } from "./depth.ts";
import type { FolderFault } from "./fault.ts";
import { type Data, type Fields, isFields, itemName } from "./overlay.ts";

/** A YAML or JSON file, read, with the place of everything in it. */
export interface Source {
  readonly file: string;
  readonly value: Fields;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** One step into a file: a field, a place in a list, or an item of a list by its name (the `nth` of that name). */
export type Step =
  | string
  | number
  | { readonly list: string; readonly name: string; readonly nth: number };

const largest = 1_000_000;

/** Read a file as a set of fields, or say at which line it cannot be read. */
export function readSource(
  file: string,
  text: string,
): { source: Source } | { faults: FolderFault[] } {
  const refused = (line: number, sentence: string) => ({
    faults: [{ file, line, pointer: "", sentence }],
  });
  if (text.length > largest) return refused(1, "The file is too large: a megabyte is the most.");
  if (isTooDeep(text))
    return refused(1, "The file cannot be read: its parts lie too deep in each other.");
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const [fault] = [
    ...document.errors.map(wordsOf),
    ...document.warnings.map(wordsOf),
    ...unwanted(document),
  ];
  if (fault) return refused(lines.linePos(fault.offset).line, fault.sentence);
  const value: unknown = document.toJS();
  if (!isFields(value)) return refused(1, "The file should hold fields, each with its name.");
  return { source: { file, value, document, lines } };
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
  const names = (list.toJSON() as Data[]).map((item) => itemName(step.list, item));
  const same = list.items.filter((_, at) => names[at] === step.name);
  return same[step.nth] ?? same.at(-1);
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

/** What YAML allows and this folder does not: texts that cannot be stored, and one part standing in for another. */
function unwanted(document: Document): Unreadable[] {
  const found: Unreadable[] = [];
  visit(document, {
    Alias(_, { range }) {
      found.push({
        offset: range?.[0] ?? 0,
        sentence: "Write this out: a “*” that stands for another part is not read.",
      });
    },
    Scalar(key, node) {
      const isHidden = key === "key" && node.value === "__proto__";
      if (typeof node.value !== "string" || (isCleanText(node.value) && !isHidden)) return;
      found.push({
        offset: startOf(node),
        sentence: "This text has characters that cannot be stored.",
      });
    },
  });
  return found;
}
