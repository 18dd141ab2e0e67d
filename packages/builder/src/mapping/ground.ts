import type {
  DraftDefinition,
  Mapping,
  PartPath,
  ServiceDefinition,
  TargetField,
} from "@guildhall/contract";
import type { Trial } from "@guildhall/mapping";
import { pathOfPointer } from "../gate/check/said.ts";
import { partPath } from "../gate/gate.ts";

/** One mapping of a draft, with what is known around it. */
export interface MappingGround {
  readonly definition: DraftDefinition;
  /** The same with placeholders for what is not decided. */
  readonly service: ServiceDefinition;
  /** Which of the service's mappings it is. */
  readonly place: number;
  readonly mapping: Mapping;
  /** What its receiver takes; undefined where that is not known. */
  readonly fields?: readonly TargetField[] | undefined;
  /** The namespaces that the fields are named in. */
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
  /** What it makes of a sample. */
  readonly trial: Trial;
  /** What cannot work in it, whatever is answered. */
  readonly faults: readonly RowFault[];
}

/** What is wrong with a row, by its JSON pointer into the mapping. */
export interface RowFault {
  readonly pointer: string;
  readonly target: string;
  readonly reason: string;
}

/** The path of a part of the mapping, by a JSON pointer into it. */
export function pathIn({ definition, place }: MappingGround, pointer: string): PartPath {
  return partPath(definition, ["mappings", place, ...pathOfPointer(pointer)]);
}

/** The reasons why each row cannot work or gave nothing, as sentences, by its pointer. */
export function reasonsByRow({ trial, faults }: MappingGround): ReadonlyMap<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { pointer, reason } of [...faults, ...trial.faults]) {
    const said = sentenceOf(reason);
    const known = reasons.get(pointer) ?? [];
    if (!known.includes(said)) reasons.set(pointer, [...known, said]);
  }
  return reasons;
}

export function sentenceOf(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

const longest = 500;

/** A value as people read it in a table. */
export function resultText(value: unknown): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
