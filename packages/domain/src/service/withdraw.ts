import { type NewWithdrawal, Problem } from "@guildhall/contract";
import {
  appendEvent,
  findLiveService,
  putExitWords,
  withdrawService as withdrawRow,
} from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { tryToNoteTaken } from "../recipe/taken.ts";
import { presentVersion } from "./definition.ts";

/**
 * Offer a service no more. Processes go on with the version they began with; drafts can be read, and not submitted.
 *
 * What is said here stands on the service's page from then on.
 *
 * @throws Problem `not-found`, `precondition-failed`
 */
export async function withdrawService(
  ctx: Context,
  service: string,
  { unchanged, words }: { unchanged?: Precondition | undefined; words?: NewWithdrawal } = {},
): Promise<void> {
  requireScope(ctx, "services:write");
  await change(ctx, async ({ tx }) => {
    const live = await findLiveService(tx, service);
    if (!live) throw new Problem("not-found");
    unchanged?.(presentVersion(live));
    if (words) await putExitWords(tx, live, words);
    await withdrawRow(tx, service, "withdrawn");
    await appendEvent(tx, {
      type: "service.withdrawn",
      subject: service,
      actor: ctx.actor,
      at: ctx.now(),
      data: { version: live.version },
    });
  });
  ctx.catalogue.lookAgain();
  await tryToNoteTaken(ctx);
}
