import type { DraftCondition } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import type { FieldEdit } from "../ground/save-edits.tsx";
import { questionAddresses } from "../questions/addresses.ts";
import { pageAt } from "../questions/held.ts";
import { nameOfPart } from "../questions/names.ts";
import { said } from "../questions/read-question.ts";

interface Told {
  readonly condition?: DraftCondition | undefined;
  readonly target?: { readonly at: string } | undefined;
}

interface Said {
  readonly name: string;
  readonly when: unknown;
}

/** What keeps a condition, and the page to go on to; a new one is also what its part goes by. */
export function conditionEdits(
  frame: DraftFrame,
  { condition, target }: Told,
  { name, when }: Said,
): { edits: FieldEdit[]; next: string } {
  const { definition } = frame.draft;
  if (condition) return { edits: changes(condition, { name, when }), next: frame.here.conditions };
  const id = nameOfPart("conditions", definition.form.conditions, name);
  const to = "/form/conditions";
  // What the API reads is JSON.
  const item = { id, name, when: when as string };
  const added: FieldEdit = { edit: { act: "add", to, item }, field: "name" };
  if (!target) return { edits: [added], next: frame.here.conditions };
  const used: FieldEdit = { edit: said(`${target.at}/when`, id), field: "name" };
  const addresses = questionAddresses(frame.here);
  const isPage = pageAt(definition, target.at) !== undefined;
  return {
    edits: [added, used],
    next: isPage ? addresses.page(target.at) : addresses.edit(target.at),
  };
}

function changes({ at, ...before }: DraftCondition, { name, when }: Said): FieldEdit[] {
  const isSame = JSON.stringify(before.when) === JSON.stringify(when);
  return [
    ...(before.name === name ? [] : [{ edit: said(`${at}/name`, name), field: "name" }]),
    ...(isSame ? [] : [{ edit: said(`${at}/when`, when), field: "row-0-about" }]),
  ];
}
