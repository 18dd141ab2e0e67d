import type { DraftDefinition, Edit, Step, StepKind } from "@guildhall/contract";
import type { FieldEdit } from "../ground/save-edits.tsx";
import { nameOfPart } from "../questions/names.ts";
import { inputFor, type ReadStep, type Said } from "./read-step.ts";

/** The edit that adds a step, behind the others. It is called after what it does. */
export function addedStep(
  { steps = [] }: DraftDefinition,
  kind: StepKind,
  said: ReadStep["said"],
): FieldEdit {
  const title = [said.title, said.subject, said.mapping].find((one) => typeof one === "string");
  const id = nameOfPart("steps", steps, String(title ?? kind.kind));
  const item = { id, kind: kind.kind, ...said };
  return { edit: { act: "add", to: "/steps", item } };
}

/** The edits of what is otherwise in a step, field by field: what was left as it was may be somebody else's by now. */
export function changedStep(step: Step, kind: StepKind, said: ReadStep["said"]): FieldEdit[] {
  const names = new Set(kind.fields.map(({ name }) => name.split(".")[0] ?? name));
  const was = step as unknown as Readonly<Record<string, Said | undefined>>; // A step is JSON.
  return [...names].flatMap((field): FieldEdit[] => {
    if (isSame(was[field], said[field])) return [];
    return [
      { field: fieldNameOf(kind, field), edit: editOf(`/steps/${step.id}/${field}`, said[field]) },
    ];
  });
}

function editOf(at: string, to: Said | undefined): Edit {
  return to === undefined ? { act: "clear", at } : { act: "set", at, to };
}

/** The input of the form by which a field begins. */
function fieldNameOf({ fields }: StepKind, field: string): string {
  const first = fields.find(({ name }) => name === field || name.startsWith(`${field}.`));
  return inputFor(first?.name ?? field);
}

function isSame(one: Said | undefined, other: Said | undefined): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: Said | undefined): string {
  if (typeof value !== "object") return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other));
  return `{${entries.map(([name, inner]) => `${name}:${sorted(inner)}`).join()}}`;
}
