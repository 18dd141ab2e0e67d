import { type InformationRequest, Problem } from "@guildhall/contract";
import {
  endInformation,
  findInformation,
  findOpenInformation,
  type InformationRow,
  saveDraft,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { ended } from "./open.ts";
import { presentInformation } from "./present.ts";
import { resumePromise } from "./promise.ts";

/**
 * Ask no more what was asked of a citizen. Doing it twice is doing it once.
 *
 * @throws Problem `not-found`, `information-ended` (it was answered, or its time is over)
 */
export async function withdrawInformation(
  ctx: Context,
  { process: processId, request }: { readonly process: string; readonly request: string },
): Promise<InformationRequest> {
  requireScope(ctx, "notes:write");
  const process = await talkedOf(ctx, await reachProcess(ctx, processId));
  if (ctx.actor.kind === "citizen") throw new Problem("scope-missing");
  return change(ctx, async (unit) => {
    const row = await findInformation(unit.tx, request);
    if (row?.process !== processId) throw new Problem("not-found");
    if (row.state === "answered" || row.state === "over")
      throw new Problem("information-ended", ended(row.state));
    const after = row.state === "open" ? await takeBack(unit, process, row) : row;
    return presentInformation(ctx, after, process.service);
  });
}

/** A process that has ended asks for nothing more. */
export async function dropInformation(unit: Unit, process: TalkedOf): Promise<void> {
  const row = await findOpenInformation(unit.tx, process.id);
  if (row) await takeBack(unit, process, row);
}

async function takeBack(
  unit: Unit,
  process: TalkedOf,
  row: InformationRow,
): Promise<InformationRow> {
  const at = unit.ctx.now();
  await endInformation(unit.tx, row.id, { state: "withdrawn", at });
  await letDraftGo(unit, row);
  await resumePromise(unit, row);
  await tell(unit, { type: "information.withdrawn", process, subject: row.id });
  return { ...row, state: "withdrawn", endedAt: at };
}

/** What was typed and uploaded and never sent is erased with the other drafts that are over. */
export async function letDraftGo({ ctx, tx }: Unit, { draft }: InformationRow): Promise<void> {
  await saveDraft(tx, draft, { expiresAt: ctx.now() });
}
