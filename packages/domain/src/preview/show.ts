import {
  type Language,
  type PreviewAnswers,
  Problem,
  ServiceDefinition,
  type ShownPreview,
} from "@guildhall/contract";
import {
  countPreviewAnswers,
  findPreviewAnswers,
  type PreviewRow,
  putPreviewAnswers,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";
import { presentService } from "../service/get.ts";
import { digestOfSecret, reachPreview } from "./key.ts";
import { mostFillings, previewAnswersMs } from "./terms.ts";

/**
 * See the service of a preview, as its pages show it: whoever has the key may.
 *
 * @throws Problem `not-found`
 */
export async function showPreview(
  ctx: Context,
  key: string,
  language: Language = "en",
): Promise<ShownPreview> {
  const row = await reachPreview(ctx, key);
  const definition = definitionOf(row);
  const { name, showsComments, expiresAt } = row;
  const service = await presentService(ctx, { definition, version: 1 }, language);
  return { name, service, showsComments, expiresAt: instant(expiresAt) };
}

/**
 * See what a browser has filled in on a preview.
 *
 * @throws Problem `not-found`
 */
export async function getPreviewAnswers(
  ctx: Context,
  key: string,
  session: string,
): Promise<PreviewAnswers> {
  const { id } = await reachPreview(ctx, key);
  const asked = { digest: digestOfSecret(session), preview: id, now: ctx.now() };
  const found = await findPreviewAnswers(ctx.db, asked);
  if (!found) throw new Problem("not-found");
  return { answers: found.answers, seen: [...found.seen] };
}

/**
 * Keep what a browser has filled in on a preview, for a day and under a secret that only it has. Nothing of it is sent.
 *
 * @throws Problem `not-found`, `rate-limited` (more people fill it in than a preview is for)
 */
export async function keepPreviewAnswers(
  ctx: Context,
  { key, session }: { readonly key: string; readonly session: string },
  filling: PreviewAnswers,
): Promise<PreviewAnswers> {
  const { id } = await reachPreview(ctx, key);
  const now = ctx.now();
  const digest = digestOfSecret(session);
  return change(ctx, async ({ tx }) => {
    // Who has begun goes on, however many others came since.
    const isNew = !(await findPreviewAnswers(tx, { digest, preview: id, now }));
    if (isNew && (await countPreviewAnswers(tx, id, now)) >= mostFillings)
      throw new Problem("rate-limited");
    const expiresAt = now + previewAnswersMs;
    await putPreviewAnswers(tx, { digest, preview: id, expiresAt, filling });
    return filling;
  });
}

export function definitionOf({ definition }: PreviewRow): ServiceDefinition {
  return ServiceDefinition.parse(JSON.parse(definition));
}
