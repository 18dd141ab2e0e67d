import type { Mapping } from "@guildhall/contract";
import { compileTree } from "./compile.ts";
import { collect, MappingFault, type Pardon, type Place, wholeMapping } from "./fault.ts";
import { renderTraced } from "./render.ts";
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
  const values = hasRoot ? valuesOf(compiled.root, input) : 0;
  if (!hasRoot || values > mostValues) {
    if (hasRoot) faults.push(new MappingFault(wholeMapping, "it repeats too often to be tried"));
    return { text: undefined, results: new Map(), faults, places: new Map() };
  }
  const mostTries = Math.max(fewestTries, Math.floor(mostRead / values));
  return attempt(compiled, input, { faults, mostTries });
}

/** Rows at fault after which it is given up. */
const mostFaults = 200;
/** Values that one document may have, far more than any has, and the characters in all of them. */
const mostValues = 50_000;
const mostCharacters = 5_000_000;
/** Values that may be read in all tries together, and the tries that even the longest document has. */
const mostRead = 100_000;
const fewestTries = 3;

interface Attempts {
  readonly faults: MappingFault[];
  readonly mostTries: number;
}

/** One try finds all that is at fault, but for what comes in its place once it is left out. */
function attempt(
  compiled: CompiledMapping,
  input: MappingInput,
  { faults, mostTries }: Attempts,
): Trial {
  const left = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    const notes = new Notes();
    const before = left.size;
    const tried = { ...compiled, root: noting(compiled.root, { notes, left }) };
    const written = collect(faults, () => {
      if (tries > mostTries) throw new MappingFault(wholeMapping, tooManyTries);
      return renderTraced(tried, { ...input, pardon: pardonOf(left, faults) });
    });
    const results = notes.values();
    if (!written) return { text: undefined, results, faults, places: new Map() };
    if (left.size === before) return { ...written, results, faults };
  }
}

const tooManyFaults = `more than ${mostFaults} rows cannot be written, and the rest is not tried`;
const tooManyTries = "too many rows that stand in for one another cannot be written";

/**
 * Keep each row's first fault. What is wrong with the whole ends the try.
 *
 * Whether a block at fault within has a fault of its own shows once it is tried without what is at fault.
 */
function pardonOf(left: Set<string>, faults: MappingFault[]): Pardon {
  const around = new Set<string>();
  return (fault) => {
    const { pointer } = fault;
    if (pointer === "") throw fault;
    if (left.has(pointer) || around.has(pointer)) return;
    if (left.size >= mostFaults) throw new MappingFault(wholeMapping, tooManyFaults);
    left.add(pointer);
    for (
      let end = pointer.lastIndexOf("/rows/");
      end > 0;
      end = pointer.lastIndexOf("/rows/", end - 1)
    )
      around.add(pointer.slice(0, end));
    faults.push(fault);
  };
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
function valuesOf(root: Node, { answers }: MappingInput): number {
  const lengths = new Map<string, number>();
  noteLengths(answers, "", lengths);
  return valuesIn(root, lengths);
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
