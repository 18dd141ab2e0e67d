import { type Language, type MyRequest, type MyRequests, Problem } from "@guildhall/contract";
import { contactOf, languagesOf } from "@guildhall/forms";
import { openAddress, trackingKey } from "@guildhall/keys";
import {
  findProcessesBy,
  findProcessWithAnswers,
  findUpdatedAt,
  type ProcessRow,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { instant, stageOf } from "../process/present.ts";
import { translate } from "../service/translate.ts";

/**
 * Find what was sent here with the address that a link was sent to, open or ended, the newest 100; whoever has the
 * link may, whichever council of the installation sent it.
 *
 * An address is compared whole: what is found by its index may be another's. A sandbox has nothing of anybody.
 *
 * @throws Problem `not-found` for a link that is over, was altered, or was never ours
 */
export async function findMyRequests(
  ctx: Context,
  token: string,
  asked: Language = "en",
): Promise<MyRequests> {
  const email = openAddress(ctx.linkSecret, token, new Date(ctx.now()));
  if (email === undefined) throw new Problem("not-found");
  if (ctx.tenant.sandboxOf !== undefined) return { data: [] };
  const rows = await findProcessesBy(ctx.db, "email", email);
  const found = await Promise.all(rows.map((row) => presentOwn(ctx, row, { email, asked })));
  return { data: found.filter((one) => one !== undefined) };
}

async function presentOwn(
  ctx: Context,
  row: ProcessRow,
  { email, asked }: { readonly email: string; readonly asked: Language },
): Promise<MyRequest | undefined> {
  const kept = await ctx.catalogue.version(row.service, row.version);
  const whole = await findProcessWithAnswers(ctx.db, row.id);
  const left = whole && contactOf(kept.definition, whole.answers).email;
  if (left?.trim().toLowerCase() !== email) return undefined;
  const language = languagesOf(kept.definition).includes(asked) ? asked : "en";
  const service = { ...kept, definition: translate(kept.definition, language).service };
  return {
    reference: row.reference,
    serviceTitle: service.definition.title,
    status: row.status,
    stage: stageOf(service, row.stage).title,
    language,
    receivedAt: instant(row.receivedAt),
    updatedAt: instant((await findUpdatedAt(ctx.db, row.id)) ?? row.receivedAt),
    trackingKey: trackingKey(ctx.keys.trackingSecret, row.id),
  };
}
