import type { Row } from "@guildhall/contract";
import { collect, MappingFault, type Place } from "./fault.ts";
import { isAbsent, type Scope } from "./scope.ts";
import { compileSource, type Read } from "./source.ts";
import { compileTransform } from "./transform.ts";
import type { Block, Field } from "./tree.ts";

/** Collect what is wrong with a row's value, and make it ready; `check` judges a constant. */
export function compileField(
  row: Row,
  place: Place,
  { faults, check }: { faults: MappingFault[]; check: (value: unknown) => void },
): Field {
  const constant = row.from === undefined || "value" in row.from;
  const read = collect(faults, () => compileRead(row, place, faults)) ?? nothing;
  return {
    place,
    constant,
    read: constant ? (collect(faults, () => fold(read, row, { place, check })) ?? nothing) : read,
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
  const changes = (row.change ?? []).flatMap(
    (transform) => collect(faults, () => compileTransform(transform, row, place)) ?? [],
  );
  const read = row.from ? compileSource(row.from, place) : nothing;
  if (changes.length === 0) return read;
  return (scope) =>
    changes.reduce(
      (value, change) => (isAbsent(value) ? undefined : change(value, scope)),
      read(scope),
    );
}

/** A constant is worked out once, so that what is wrong with it shows before the first citizen does. */
function fold(
  read: Read,
  row: Row,
  { place, check }: { place: Place; check: (value: unknown) => void },
): Read {
  const value = read(noScope);
  if (isAbsent(value) && row.keepEmpty !== true) {
    throw new MappingFault(place, "there is nothing to write; keepEmpty writes an empty value");
  }
  if (!isAbsent(value)) check(value);
  return () => value;
}

function nothing(): undefined {
  return undefined;
}

const noScope: Scope = {
  input: {
    answers: {},
    facts: { processId: "", reference: "", receivedAt: "", serviceTitle: "" },
    conditions: {},
    labels: nothing,
  },
  answers: {},
  outer: undefined,
};
