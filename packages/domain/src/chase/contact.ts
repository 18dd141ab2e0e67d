import { type Contact, type NewContact, Problem } from "@guildhall/contract";
import { addChaseCounts, listEvents } from "@guildhall/store";
import { noteUse } from "../agreement/use.ts";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { oneCount, stageSince } from "./stage-since.ts";

/**
 * Count that somebody got in touch about a process.
 *
 * Of which it was, nothing is kept: a count says of a service how often people have to ask, and at which stage.
 *
 * @throws Problem `not-found`, `scope-missing` (also for citizens themselves)
 */
export async function countContact(
  ctx: Context,
  id: string,
  { channel, about }: NewContact,
): Promise<Contact> {
  requireScope(ctx, "notes:write", "or-under-agreement");
  const row = await reachProcess(ctx, id, "or-under-agreement");
  if (ctx.actor.kind === "citizen") throw new Problem("scope-missing");
  const { service, stage } = row;
  const since = stageSince(row, await listEvents(ctx.db, id));
  const place = { service, stage, ended: row.status !== "open", kind: channel };
  const count = oneCount({ ...place, about: about ?? "" }, { since, at: ctx.now() });
  const { dayInStage } = count;
  return change(ctx, async ({ tx }) => {
    await addChaseCounts(tx, [count]);
    await noteUse(ctx, tx, { act: "counted", process: id });
    return { service, stage, dayInStage, channel, ...(about === undefined ? {} : { about }) };
  });
}
