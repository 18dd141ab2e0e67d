import type { Mapping } from "@guildhall/contract";
import { compileTree } from "./compile.ts";
import { collect, MappingFault, type Place, wholeMapping } from "./fault.ts";
import { positions, render } from "./render.ts";
import { isAbsent, isRecord, type MappingInput, type Scope } from "./scope.ts";
import type { CompiledMapping, Field, Node } from "./tree.ts";

/** What a mapping in the making makes of a sample. */
export interface Trial {
  /** The document, without what cannot be written; undefined where nothing can be. */
  readonly text: string | undefined;
  /** What each row wrote, by its pointer, one after the other where it repeats. */
  readonly results: ReadonlyMap<string, readonly unknown[]>;
  /** What cannot be written, and why. */
  readonly faults: readonly MappingFault[];
  /** The rows behind the elements and attributes of XML, as `positions` has them. */
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Write a document as far as it can be written, and say of each row what it gave.
 *
 * A row at fault is left out and named, and the others are tried without it, so that a mapping can be looked at from its
 * first row on. What would repeat or grow without end is given up before it has begun, or when it has grown too large.
 */
export function tryOut(mapping: Mapping, input: MappingInput): Trial {
  const faults: MappingFault[] = [];
  const compiled = compileTree(mapping, faults);
  const hasRoot = !faults.some(({ pointer }) => pointer === "/root");
  if (!hasRoot || isTooMuch(compiled.root, input)) {
    if (hasRoot) faults.push(new MappingFault(wholeMapping, "it repeats too often to be tried"));
    return { text: undefined, results: new Map(), faults, places: new Map() };
  }
  return attempt(compiled, input, faults);
}

/** Rows at fault after which it is given up. */
const mostFaults = 200;
/** Values that one document may have, far more than any has, and the characters in all of them. */
const mostValues = 50_000;
const mostCharacters = 5_000_000;

function attempt(compiled: CompiledMapping, input: MappingInput, faults: MappingFault[]): Trial {
  const left = new Set<string>();
  for (;;) {
    const notes = new Notes();
    const tried = { ...compiled, root: noting(compiled.root, { notes, left }) };
    const text = collect(faults, () => render(tried, input));
    const results = notes.values();
    if (text !== undefined) return { text, results, faults, places: positions(tried, input) };
    const { pointer = "" } = faults.at(-1) ?? {};
    if (pointer === "" || left.has(pointer) || left.size >= mostFaults)
      return { text, results, faults, places: new Map() };
    left.add(pointer);
  }
}

/** What was read for each row; a value that is read twice for one item counts once. */
class Notes {
  readonly #read = new Map<string, Map<Scope, unknown>>();
  #characters = 0;

  add(place: Place, scope: Scope, value: unknown): void {
    this.#characters += sizeOf(value);
    if (this.#characters > mostCharacters)
      throw new MappingFault(wholeMapping, "the document grows too large to be tried");
    const known = this.#read.get(place.pointer) ?? new Map<Scope, unknown>();
    this.#read.set(place.pointer, known.set(scope, value));
  }

  values(): ReadonlyMap<string, readonly unknown[]> {
    const given = [...this.#read].map(
      ([pointer, read]) => [pointer, [...read.values()].filter((one) => !isAbsent(one))] as const,
    );
    return new Map(given);
  }
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  return typeof value === "object" && value !== null ? JSON.stringify(value).length : 1;
}

interface Noting {
  readonly notes: Notes;
  /** The pointers of rows that are left out. */
  readonly left: ReadonlySet<string>;
}

/** The same tree without what is left out, telling of each value that is read. */
function noting(node: Node, around: Noting): Node {
  const { notes, left } = around;
  const isIn = ({ place }: { place: Place }) => !left.has(place.pointer);
  const note = (field: Field): Field => ({
    ...field,
    read: (scope) => {
      const value = field.read(scope);
      notes.add(field.place, scope, value);
      return value;
    },
  });
  return {
    ...node,
    attributes: node.attributes.map((one) => ({
      ...one,
      fields: one.fields.filter(isIn).map(note),
    })),
    fields: node.fields.filter(isIn).map(note),
    children: node.children
      .filter((child) => !child.block || isIn(child.block))
      .map((child) => noting(child, around)),
  };
}

/** Rows that repeat within rows that repeat soon come to more than any document holds. */
function isTooMuch(root: Node, { answers }: MappingInput): boolean {
  const lengths = new Map<string, number>();
  noteLengths(answers, "", lengths);
  return valuesIn(root, lengths) > mostValues;
}

function valuesIn({ block, attributes, fields, children }: Node, lengths: Lengths): number {
  const inner = children.map((child) => valuesIn(child, lengths));
  const own = 1 + attributes.length + fields.length + inner.reduce((sum, one) => sum + one, 0);
  const times = block?.each ? Math.max(1, lengths.get(block.each.at(-1) ?? "") ?? 0) : 1;
  return own * times;
}

type Lengths = ReadonlyMap<string, number>;

/** The longest list that answers each name anywhere. */
function noteLengths(value: unknown, name: string, lengths: Map<string, number>): void {
  if (Array.isArray(value)) {
    lengths.set(name, Math.max(value.length, lengths.get(name) ?? 0));
    for (const item of value) noteLengths(item, name, lengths);
  }
  if (isRecord(value))
    for (const [key, inner] of Object.entries(value)) noteLengths(inner, key, lengths);
}
