import type { LineRow, MappingLine, Row } from "@guildhall/contract";
import {
  AddPlaces,
  changeKindOf,
  changeWords,
  placedRows,
  type TargetRow,
  valueFaults,
} from "@guildhall/mapping";
import { stepIn } from "../conditions/step-in.ts";
import { dataOf } from "../locate.ts";
import { conditionTitle } from "../words/question-title.ts";
import { rowSource, rowWords } from "../words/row-words.ts";
import { type MappingGround, pathIn, reasonsByRow, resultText } from "./ground.ts";
import { suggestRow } from "./suggestions.ts";

/** A line for each row of a mapping of whose receiver nothing is known. */
export function linesWithoutTarget({ mapping }: MappingGround): (TargetRow & Named)[] {
  return placedRows(mapping.rows).map(({ row, place }) => {
    const rows = [{ row, pointer: place.pointer }];
    return { rows, state: "mapped", target: place.target };
  });
}

interface Named {
  readonly target: string;
}

/** What a line is about: a field, or the place that a row names. */
export function targetOf({ field, rows, ...line }: TargetRow & Partial<Named>): string {
  return field?.target ?? line.target ?? rows[0]?.row.target ?? "";
}

/**
 * Say lines in words, with what their rows make of the sample, and what may be meant where nothing is written.
 *
 * They may be a part of `all`, which tells what is chosen elsewhere.
 */
export function mappingLines(
  ground: MappingGround,
  lines: readonly TargetRow[],
  all: readonly TargetRow[] = lines,
): MappingLine[] {
  const around = {
    ground,
    places: new AddPlaces(ground.fields ?? [], ground.mapping, ground.namespaces),
    reasons: reasonsByRow(ground),
    taken: takenChoices(all),
  };
  return lines.map((line) => lineOf(line, around));
}

interface Around {
  readonly ground: MappingGround;
  readonly places: AddPlaces;
  readonly reasons: ReadonlyMap<string, readonly string[]>;
  /** The alternatives that are written, by choice. */
  readonly taken: ReadonlyMap<string, number | undefined>;
}

function takenChoices(lines: readonly TargetRow[]): Around["taken"] {
  const chosen = lines.flatMap(({ field, rows }) =>
    field?.choice !== undefined && rows.length > 0 ? [[field.choice, field.branch] as const] : [],
  );
  return new Map(chosen);
}

function lineOf(line: TargetRow, around: Around): MappingLine {
  const { field, state, sentence, rows } = line;
  const { ground, places } = around;
  const target = targetOf(line);
  const { list, after, target: name, each } = places.of(target);
  const siblings = rowsAt(ground.mapping, list);
  return {
    ...(field ? { field } : {}),
    target,
    state,
    ...(sentence === undefined ? {} : { sentence }),
    rows: rows.map((one) => rowOf(line, one, around)),
    add: {
      to: pathIn(ground, list),
      after: after < 0 ? null : stepIn("rows", siblings, after),
      target: name,
      ...(each === undefined ? {} : { group: each }),
    },
    ...suggestionOf(line, { target: name, ...(each === undefined ? {} : { each }) }, around),
  };
}

function suggestionOf(
  { field, rows, state }: TargetRow,
  standing: { readonly target: string; readonly each?: string },
  { ground, taken }: Around,
): Pick<MappingLine, "suggestion"> {
  const isOpen = state === "missing-required" || state === "optional";
  if (!field || rows.length > 0 || !isOpen) return {};
  const branch = taken.get(field.choice ?? "");
  if (field.choice !== undefined && branch !== undefined && branch !== field.branch) return {};
  const found = suggestRow(field, ground.service.form, standing);
  if (!found) return {};
  const words = rowWords(dataOf(ground.definition), found.row);
  return { suggestion: { ...found, words } };
}

function rowOf(
  { field }: TargetRow,
  { row, pointer }: TargetRow["rows"][number],
  { ground, reasons }: Around,
): LineRow {
  const whole = dataOf(ground.definition);
  const source = rowSource(whole, row);
  const values = ground.trial.results.get(pointer) ?? [];
  const doubts = field && !row.rows ? values.flat().flatMap((one) => valueFaults(field, one)) : [];
  return {
    at: pathIn(ground, pointer),
    row,
    sentence: rowWords(whole, row),
    ...(source === undefined ? {} : { source }),
    changes: (row.change ?? []).map((change) => ({
      kind: changeKindOf(change),
      words: changeWords(change),
      change,
    })),
    ...(row.when === undefined ? {} : { condition: conditionTitle(whole, row.when) }),
    results: values.slice(0, mostResults).map(resultText),
    faults: [...new Set([...(reasons.get(pointer) ?? []), ...doubts])],
  };
}

/** So many of a row that repeats show what it does. */
const mostResults = 20;

function rowsAt({ rows }: { readonly rows: readonly Row[] }, list: string): readonly Row[] {
  const outer = list.slice(0, -"/rows".length);
  if (outer === "") return rows;
  return placedRows(rows).find(({ place }) => place.pointer === outer)?.row.rows ?? [];
}
