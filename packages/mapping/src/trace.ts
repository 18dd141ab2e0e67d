import { type Place, wholeMapping } from "./fault.ts";
import { isAbsent } from "./scope.ts";

/** An element or an attribute that was written, and the row that wrote it. */
export interface Written {
  readonly place: Place;
  /** The attribute's name; an element has none here. */
  readonly attribute?: string;
  readonly inside: readonly Written[];
}

/**
 * What the writer has written and no element has closed over yet.
 *
 * The writer tells of each thing where it writes it, so what is told cannot differ from the document.
 */
export type Trace = Written[];

/** Close an element over what was written since `before`, or forget that where there is no element after all. */
export function close(trace: Trace, before: number | undefined, place: Place | undefined): void {
  const inside = trace.splice(before ?? 0);
  if (place) trace.push({ place, inside });
}

/** Close one element for each value over the same attributes. */
export function closeEach(
  trace: Trace,
  before: number | undefined,
  { place, value }: { place: Place; value: unknown },
): void {
  const inside = trace.splice(before ?? 0);
  const values = Array.isArray(value) ? value.filter((item) => !isAbsent(item)) : [value];
  trace.push(...values.map(() => ({ place, inside })));
}

/**
 * Say where each written thing stands: `1/3/2` is the second element in the third in the first below
 * the root, `1/3/@unit` an attribute, and the root is `""`.
 */
export function positionsIn(root: Written): ReadonlyMap<string, Place> {
  const positions = new Map<string, Place>();
  note(root, "", positions);
  return positions;
}

/** What is missing has no place in a document: it is said of the row that wrote what is around it. */
export function nearestPlace(positions: ReadonlyMap<string, Place>, position: string): Place {
  const place = positions.get(position);
  if (place) return place;
  if (position === "") return wholeMapping;
  return nearestPlace(positions, position.replace(/(?:^|\/)[^/]*$/, ""));
}

function note(written: Written, position: string, positions: Map<string, Place>): void {
  positions.set(position, written.place);
  let elements = 0;
  for (const part of written.inside) {
    if (part.attribute === undefined) elements += 1;
    const step = part.attribute === undefined ? String(elements) : `@${part.attribute}`;
    note(part, position === "" ? step : `${position}/${step}`, positions);
  }
}
