import type { z } from "zod";
import { type FolderFault, type Path, pointerTo } from "./fault.ts";
import { namedItems } from "./items.ts";
import { type Data, type Fields, overlay, partOf } from "./overlay.ts";
import { sentencesFor } from "./sentence.ts";
import { follow, type Source, type Step } from "./source.ts";

/** A file and the place in the whole where its fields belong. */
export interface Part {
  readonly source: Source;
  readonly at: readonly Step[];
  readonly value: Fields;
}

/** A definition as its files give it together: layers laid one over the other, the council's own last. */
export interface Written {
  readonly value: Fields;
  readonly layers: readonly (readonly Part[])[];
}

/** Lay the layers over each other, keeping where everything came from. */
export function write(layers: readonly (readonly Part[])[]): Written {
  const value = layers.flat().reduce<Fields>((whole, part) => overlay(whole, placed(part)), {});
  return { value, layers };
}

/** A definition that is wrong all over says as much in its first faults. */
const mostFaults = 100;

/** The definition, checked against its schema, or its faults in their files and lines. */
export function parse<T>(
  schema: z.ZodType<T>,
  written: Written,
): { value: T } | { faults: FolderFault[] } {
  const result = schema.safeParse(written.value);
  if (result.success) return { value: result.data };
  const issues = result.error.issues.slice(0, mostFaults);
  const faults = issues.flatMap((issue) => sentencesFor(issue, written.value));
  return {
    faults: faults
      .slice(0, mostFaults)
      .map(({ path, sentence }) => faultAt(written, path, sentence)),
  };
}

/** Name the file and line that a place in the whole comes from: the topmost file that goes deepest towards it. */
export function faultAt(written: Written, path: Path, sentence: string): FolderFault {
  const steps = named(written.value, path);
  let best: { depth: number; file: string; line: number } | undefined;
  for (const { source, at } of written.layers.flat().toReversed()) {
    if (!leadsTo(at, steps)) continue;
    const found = follow(source, steps.slice(at.length));
    const depth = at.length + found.depth;
    if (!best || depth > best.depth) best = { depth, file: source.file, line: found.line };
  }
  return { file: best?.file ?? "", line: best?.line ?? 1, pointer: pointerTo(path), sentence };
}

function placed({ at, value }: Part): Fields {
  return at.reduceRight<Data>(
    (inner, step) =>
      typeof step === "object" ? [{ id: step.name, ...(inner as Fields) }] : { [step]: inner },
    value,
  ) as Fields;
}

function leadsTo(at: readonly Step[], steps: readonly Step[]): boolean {
  return at.every((step, place) => {
    const other = steps[place];
    return typeof step === "object" && typeof other === "object"
      ? step.name === other.name
      : step === other;
  });
}

/** The same way, by the names of the items in lists: a place in the whole is another place in each file. */
function named(value: Data, path: Path): Step[] {
  let here: Data | undefined = value;
  let list = "";
  return path.map((step) => {
    const item = Array.isArray(here) ? itemAt(list, here, Number(step)) : undefined;
    here = partOf(here, step);
    if (typeof step === "string") list = step;
    return item ?? step;
  });
}

function itemAt(list: string, items: readonly Data[], at: number): Step | undefined {
  const { name, nth = 0 } = namedItems(items, list, () => items)[at] ?? {};
  return name === undefined ? undefined : { list, name, nth };
}
