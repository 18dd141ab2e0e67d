import {
  deleteDocument,
  eraseDraft,
  findDraft,
  findDraftReturn,
  forgetDraftLetters,
  forgetIdleLinks,
  listDraftDocuments,
  listExpiredDrafts,
  listToRemind,
  markReminded,
  nextDraftEnds,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { placesOf } from "../document/state.ts";
import { sendLink } from "./letters.ts";
import { anHourMs, remindsBeforeMs } from "./terms.ts";

/** Whoever is left waits for the next time, which is due at once. */
const atATime = 500;
/** What was being saved at the last moment is stored by then. */
const graceMs = 60_000;

/**
 * Erase the drafts that are over with their answers, files and unsent letters, and remind the owners of those that soon will be.
 *
 * Bytes go before the rows that say where they are, so that none are left behind where we die between the two.
 */
export async function tendDrafts(
  ctx: Context,
  removeFile: (place: string) => Promise<void>,
): Promise<void> {
  requireScope(ctx, "drafts:write");
  const by = ctx.now() - graceMs;
  const failed: unknown[] = [];
  for (const id of await remindable(ctx)) {
    await change(ctx, (unit) => remind(unit, id)).catch((error) => failed.push(error));
  }
  const expired = await listExpiredDrafts(ctx.db, { by, limit: atATime });
  for (const id of expired) {
    await erase(ctx, { id, by, removeFile }).catch((error) => failed.push(error));
  }
  await change(ctx, async ({ tx }) => {
    await forgetIdleLinks(tx, ctx.now() - anHourMs);
    await forgetDraftLetters(tx);
  });
  if (failed.length > 0)
    throw new AggregateError(failed, "Some drafts could not be erased, or their owners reminded");
}

/** When drafts have to be seen to next. Those of an hour are seen to together, so that a tenant may rest in between. */
export async function whenDraftsDue(ctx: Context): Promise<number | undefined> {
  const { any, reminding } = await nextDraftEnds(ctx.db);
  const times = [
    any === null ? undefined : any + graceMs,
    reminding === null ? undefined : reminding - remindsBeforeMs,
  ].filter((at) => at !== undefined);
  if (times.length === 0) return undefined;
  return Math.ceil(Math.min(...times) / anHourMs) * anHourMs;
}

function remindable(ctx: Context): Promise<string[]> {
  const now = ctx.now();
  return listToRemind(ctx.db, { by: now + remindsBeforeMs, now, limit: atATime });
}

/** Once: whoever changed, sent or deleted it meanwhile is left alone. */
async function remind(unit: Unit, id: string): Promise<void> {
  const { ctx, tx } = unit;
  const draft = await findDraft(tx, id);
  const owner = await findDraftReturn(tx, id);
  if (!draft || !owner || draft.process !== null) return;
  const leftMs = draft.expiresAt - ctx.now();
  if (leftMs <= 0 || leftMs > remindsBeforeMs || !(await markReminded(tx, id))) return;
  const { definition } = await ctx.catalogue.version(draft.service, draft.version);
  await sendLink(unit, { draft, owner, letter: "reminder", title: definition.title });
}

async function erase(
  ctx: Context,
  { id, by, removeFile }: { id: string; by: number; removeFile(place: string): Promise<void> },
): Promise<void> {
  const files = await listDraftDocuments(ctx.db, id);
  for (const place of files.flatMap(placesOf)) await removeFile(place);
  await change(ctx, async ({ tx }) => {
    if (!(await eraseDraft(tx, id, by))) return;
    for (const file of await listDraftDocuments(tx, id)) await deleteDocument(tx, file.id);
  });
}
