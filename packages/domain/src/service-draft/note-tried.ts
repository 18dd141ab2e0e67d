import { findServiceDraftLine, putTried, type TriedScenarios } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";

/** Keep how scenarios of a draft ended, beside those of the same revision; of a draft that has changed since nothing is kept. */
export async function noteTried(
  ctx: Context,
  service: string,
  { revision, green }: TriedScenarios,
): Promise<void> {
  requireScope(ctx, "services:write");
  await change(ctx, async ({ tx }) => {
    const draft = await findServiceDraftLine(tx, service);
    if (draft?.revision !== revision) return;
    const before = draft.tried?.revision === revision ? draft.tried.green : {};
    await putTried(tx, service, { revision, green: { ...before, ...green } });
  });
}
