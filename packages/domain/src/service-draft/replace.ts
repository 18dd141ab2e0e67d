import {
  DraftDefinition,
  type NewDraftDefinition,
  Problem,
  type ServiceDraft,
} from "@guildhall/contract";
import { findServiceDraft } from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { refuseLockedWhole } from "../recipe/locks.ts";
import { insertDraft } from "./begin.ts";
import { everything, keepRevision } from "./keep.ts";
import { presentDraft } from "./present.ts";

/** A draft that says something else now, and whether it was not there before. */
export interface Replaced {
  readonly draft: ServiceDraft;
  readonly created: boolean;
}

/**
 * Put a whole definition in the place of a draft's, as one revision, or begin a draft with it.
 *
 * What is there is replaced only by whoever has seen it.
 *
 * @throws Problem `service-draft-exists` (without a precondition), `precondition-failed`, `request-invalid`
 */
export async function replaceServiceDraft(
  ctx: Context,
  { service, definition: asked }: { service: string; definition: NewDraftDefinition },
  unchanged?: Precondition,
): Promise<Replaced> {
  requireScope(ctx, "services:write");
  const definition = DraftDefinition.parse({ ...asked, id: service });
  return change(ctx, async (unit) => {
    const row = await findServiceDraft(unit.tx, service);
    if (!row && unchanged) throw new Problem("precondition-failed");
    if (!row) await refuseLockedWhole(unit.tx, definition);
    if (!row) return { draft: await insertDraft(unit, definition), created: true };
    if (!unchanged) throw new Problem("service-draft-exists");
    unchanged(presentDraft(row));
    const kept = await keepRevision(unit, row, {
      kind: "replaced",
      definition,
      touched: everything,
    });
    return { draft: presentDraft(kept), created: false };
  });
}
