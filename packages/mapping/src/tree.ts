import type { Mapping } from "@guildhall/contract";
import type { Place } from "./fault.ts";
import type { Read } from "./source.ts";

/** A row's value: where it comes from, what becomes of it, and when it is written. */
export interface Field {
  readonly place: Place;
  /** The value from its source on through its changes. */
  readonly read: Read;
  /** The same in every document. */
  readonly constant: boolean;
  readonly when: string | undefined;
  readonly required: boolean;
  readonly keepEmpty: boolean;
}

/** What makes an element that rows of its own fill: one for each item of a list, or one. */
export interface Block {
  readonly place: Place;
  readonly each: readonly string[] | undefined;
  readonly when: string | undefined;
  readonly required: boolean;
  readonly keepEmpty: boolean;
  /** Only the first child that has something to write is written. */
  readonly choice: boolean;
}

/** An XML element or a JSON property: it has a value, or children. */
export interface Node {
  readonly name: string;
  /** Of the first row that goes through it. */
  readonly place: Place;
  readonly block: Block | undefined;
  readonly attributes: Attribute[];
  /** Alternatives, the first that applies and has a value being written. */
  readonly fields: Field[];
  readonly children: Node[];
}

export interface Attribute {
  readonly name: string;
  readonly identity: string;
  readonly fields: Field[];
}

/** A mapping made ready: its document as a tree of what to write, checked as far as it can be without answers. */
export interface CompiledMapping {
  readonly format: Mapping["format"];
  readonly root: Node;
  /** XML only: the namespaces that the root declares, as they are written in its tag. */
  readonly declarations: string;
}

export function createNode(name: string, place: Place, block?: Block): Node {
  return { name, place, block, attributes: [], fields: [], children: [] };
}
