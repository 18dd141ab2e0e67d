import type { Row } from "@guildhall/contract";
import { collect, MappingFault, type Place } from "./fault.ts";
import { isConstantRow } from "./rows.ts";
import { isAbsent, type MappingInput, type Scope } from "./scope.ts";
import { compileSource, type Read } from "./source.ts";
import type { Change } from "./transforms/change.ts";
import { compileTransform } from "./transforms/transform.ts";
import type { Block, Field } from "./tree.ts";

/** The codes of each of a connector's code lists by their texts, in the shape of `MappingInput`. */
export type CodeLists = NonNullable<MappingInput["codes"]>;

interface Judge {
  readonly faults: MappingFault[];
  /** Judges a constant. */
  check(value: unknown): void;
  readonly codes: CodeLists | undefined;
}

/** Collect what is wrong with a row's value, and make it ready. */
export function compileField(row: Row, place: Place, judge: Judge): Field {
  const constant = isConstantRow(row);
  const read = collect(judge.faults, () => compileRead(row, place, judge.faults)) ?? nothing;
  return {
    place,
    constant,
    read: constant ? folded(read, row, { ...judge, place }) : read,
    when: row.when,
    required: row.required ?? false,
    keepEmpty: row.keepEmpty ?? false,
  };
}

/**
 * Find the first of some alternatives that applies and has a value, with the place it stands in.
 *
 * @throws MappingFault for a required value that is missing, and for a change that cannot be made
 */
export function firstValue(fields: readonly Field[], scope: Scope): Found | undefined {
  for (const field of fields) {
    if (!applies(field, scope)) continue;
    const value = field.read(scope);
    const written = isAbsent(value) ? emptyOf(field) : value;
    if (written !== undefined) return { value: written, place: field.place };
  }
  return undefined;
}

interface Found {
  readonly value: unknown;
  readonly place: Place;
}

/** Tell whether a row's condition holds. @throws MappingFault for a condition that there is not */
export function applies({ when, place }: Field | Block, { input }: Scope): boolean {
  if (when === undefined) return true;
  const holds = Object.hasOwn(input.conditions, when) ? input.conditions[when] : undefined;
  if (holds === undefined) throw new MappingFault(place, `there is no condition “${when}”`);
  return holds;
}

/** What a row without a value writes: nothing, or `""` where it is kept. @throws MappingFault where it is required */
export function emptyOf({ required, keepEmpty, place }: Field | Block): "" | undefined {
  if (required) throw new MappingFault(place, "there is no value, and one is required");
  return keepEmpty ? "" : undefined;
}

function compileRead(row: Row, place: Place, faults: MappingFault[]): Read {
  const change = compileChanges(row, place, faults);
  const read = row.from ? compileSource(row.from, place) : nothing;
  return change ? (scope) => change(read(scope), scope) : read;
}

/** A row's transforms as one, with their faults collected. */
export function compileChanges(row: Row, place: Place, faults: MappingFault[]): Change | undefined {
  const changes = (row.change ?? []).flatMap(
    (transform) => collect(faults, () => compileTransform(transform, place, row)) ?? [],
  );
  if (changes.length === 0) return undefined;
  return (given, scope) =>
    changes.reduce((value, change) => (isAbsent(value) ? undefined : change(value, scope)), given);
}

/**
 * A constant is worked out once, so that what is wrong with it shows before the first citizen does.
 * A code is looked up each time, since the back office may change its lists, but what it is of has to
 * be in the list that is known now.
 */
function folded(
  read: Read,
  row: Row,
  { faults, place, check, codes }: Judge & { place: Place },
): Read {
  const isCode = (row.change ?? []).some(
    (change) => typeof change === "object" && "code" in change,
  );
  if (isCode && !codes) return read;
  const scope = codes ? { ...noScope, input: { ...noScope.input, codes } } : noScope;
  const value = collect(faults, () => {
    const made = read(scope);
    if (!isAbsent(made)) check(made);
    else if (row.keepEmpty !== true) {
      throw new MappingFault(place, "there is nothing to write; keepEmpty writes an empty value");
    }
    return made;
  });
  return isCode ? read : () => value;
}

function nothing(): undefined {
  return undefined;
}

/** For what is worked out before there are answers. */
export const noScope: Scope = {
  input: {
    answers: {},
    facts: { processId: "", reference: "", receivedAt: "", serviceTitle: "" },
    conditions: {},
    labels: nothing,
  },
  answers: {},
  outer: undefined,
};
