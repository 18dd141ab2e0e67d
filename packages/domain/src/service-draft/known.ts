import type { Known } from "@guildhall/builder";
import type { TargetField } from "@guildhall/contract";
import { type Db, findTargetFields, type ServiceDraftRow, type Tx } from "@guildhall/store";
import { undecidedParts } from "../recipe/parts.ts";

/** What is known of a draft itself: what its mappings' receivers take, and how its scenarios ended. */
export async function knownOfDraft(
  db: Db | Tx,
  draft: Pick<ServiceDraftRow, "definition" | "revision" | "tried">,
): Promise<Pick<Known, "scenarios" | "targetOf" | "undecided">> {
  const { scenarios = [] } = draft.definition;
  const { revision, green = {} } = draft.tried ?? {};
  return {
    ...(await targetsOf(db, draft)),
    undecided: await undecidedParts(db, draft.definition),
    // What was edited since has to be tried again.
    scenarios: scenarios.map(({ id, name }) => ({
      name,
      isGreen: revision === draft.revision && green[id] === true,
    })),
  };
}

/** What the receivers of a definition's mappings take, as far as their descriptions were read. */
export async function targetsOf(
  db: Db | Tx,
  { definition: { mappings = [] } }: Pick<ServiceDraftRow, "definition">,
): Promise<Required<Pick<Known, "targetOf">>> {
  const fields = new Map<string, readonly TargetField[] | undefined>();
  for (const { target } of mappings) {
    if (target !== undefined && !fields.has(target))
      fields.set(target, await findTargetFields(db, target));
  }
  return { targetOf: ({ target = "" }) => fields.get(target) };
}
