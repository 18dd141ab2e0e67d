import type { MappingPreviewFault } from "@guildhall/contract";
import { nearestPlace, rowsOf, type TargetRow, valueFaults } from "@guildhall/mapping";
import { type MappingGround, pathIn, sentenceOf } from "./ground.ts";
import { targetOf } from "./lines.ts";

/** What a receiver's own schema says of a document, at an element's or attribute's position. */
export interface SchemaFinding {
  readonly position?: string | undefined;
  readonly sentence: string;
}

/**
 * Name everything that is wrong with what a mapping made of a sample, each at its row: what cannot work or could not be
 * written, what its receiver's schema says, and where there is none, what its description says.
 */
export function previewFaults(
  ground: MappingGround,
  findings: readonly SchemaFinding[] | undefined,
): MappingPreviewFault[] {
  const { faults, trial } = ground;
  const own = [...faults, ...trial.faults].map(({ pointer, target, reason }) => ({
    at: pathIn(ground, pointer),
    target,
    sentence: sentenceOf(reason),
  }));
  const told = findings ? fromSchema(ground, findings) : fromFields(ground);
  const all = [...own, ...told].map((fault) => [`${fault.at}\n${fault.sentence}`, fault] as const);
  return [...new Map(all).values()].slice(0, mostFaults);
}

const mostFaults = 300;

function fromSchema(
  ground: MappingGround,
  findings: readonly SchemaFinding[],
): MappingPreviewFault[] {
  return findings.map(({ position, sentence }) => {
    const place = position === undefined ? undefined : nearestPlace(ground.trial.places, position);
    return { at: pathIn(ground, place?.pointer ?? ""), target: place?.target ?? "", sentence };
  });
}

function fromFields(ground: MappingGround): MappingPreviewFault[] {
  const { fields, mapping, service } = ground;
  if (!fields) return [];
  return rowsOf(fields, { mapping, form: service.form }).flatMap((line) => [
    ...standing(ground, line),
    ...written(ground, line),
  ]);
}

/** What is missing, and what has no place there. */
function standing(ground: MappingGround, line: TargetRow): MappingPreviewFault[] {
  const { state, sentence, rows } = line;
  if (sentence === undefined || state === "type-doubtful") return [];
  const at = pathIn(ground, rows[0]?.pointer ?? "/rows");
  return [{ at, target: targetOf(line), sentence }];
}

function written(ground: MappingGround, { field, rows }: TargetRow): MappingPreviewFault[] {
  if (!field || field.type === "group") return [];
  return rows.flatMap(({ pointer, row }) => {
    const values = row.rows ? [] : (ground.trial.results.get(pointer) ?? []).flat();
    const said = new Set(values.flatMap((value) => valueFaults(field, value)));
    return [...said].map((sentence) => {
      return { at: pathIn(ground, pointer), target: field.target, sentence };
    });
  });
}
