import { type NewFollower, Problem } from "@guildhall/contract";
import {
  countWishes,
  countWishesOf,
  type FollowerRow,
  findFollowerBy,
  findProcessByReference,
  findPublicPlace,
  insertFollower,
  type ProcessRow,
  touchFollower,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { oweMail } from "../message/owe-mail.ts";
import { pagesUrl } from "../pages-url.ts";
import { translate } from "../service/translate.ts";
import { isLookedThrough } from "./is-looked-through.ts";
import { followKey } from "./key.ts";
import { letterWords } from "./letter-words.ts";
import {
  anHourMs,
  mostFollowers,
  mostLinksInAnHour,
  mostWishesInAnHour,
  wishKeptMs,
} from "./terms.ts";

/**
 * Send somebody a link by which they confirm that they want to be told of another's request: open to anyone.
 *
 * The answer is the same whether a letter is sent or not: nobody learns who follows, or how often an address was named.
 *
 * @throws Problem `not-found` (also for a request that others may not see), `process-closed`
 */
export async function askToFollow(
  ctx: Context,
  reference: string,
  { email, language }: NewFollower,
): Promise<void> {
  const process = await reachPublic(ctx, reference);
  await change(ctx, async (unit) => {
    const known = await findFollowerBy(unit.tx, { process: process.id, email });
    if (known && !mayAskAgain(known, email, ctx.now())) return;
    const askedAt = ctx.now();
    if (!(await hasRoom(unit, process, email))) return;
    const wish = known ?? { id: ctx.ids.id("flw"), process: process.id, email, language, askedAt };
    if (known) await touchFollower(unit.tx, known.id, askedAt);
    else await insertFollower(unit.tx, { ...wish, askedAt });
    await sendLink(unit, process, wish);
  });
}

/** Whoever asked lately has a letter on its way: nobody's mailbox is filled by another. */
function mayAskAgain(known: FollowerRow, email: string, now: number): boolean {
  return known.confirmedAt === null && known.email === email && known.askedAt <= now - anHourMs;
}

/** Find a request that anybody may see, and that is under way. */
async function reachPublic(ctx: Context, reference: string): Promise<ProcessRow> {
  const row = await findProcessByReference(ctx.db, reference);
  if (!row || !(await isLookedThrough(ctx, row))) throw new Problem("not-found");
  if (row.status !== "open") throw new Problem("process-closed");
  if (!(await findPublicPlace(ctx.db, row.id))) throw new Problem("not-found");
  return row;
}

/**
 * Whether one more letter may go to this address, and one more for this process.
 *
 * Wishes that nobody confirms count for an hour: whoever names many addresses keeps nobody away for long.
 */
async function hasRoom({ ctx, tx }: Unit, { id }: ProcessRow, email: string): Promise<boolean> {
  const since = ctx.now() - anHourMs;
  const wishes = await countWishes(tx, { process: id, since });
  if (wishes.confirmed >= mostFollowers || wishes.lately >= mostWishesInAnHour) return false;
  return (await countWishesOf(tx, { email, since })) < mostLinksInAnHour;
}

async function sendLink(
  unit: Unit,
  { reference, service, version }: ProcessRow,
  { id, email, language }: Pick<FollowerRow, "id" | "email" | "language">,
): Promise<void> {
  const { ctx } = unit;
  const { definition } = await ctx.catalogue.version(service, version);
  const { title } = translate(definition, language).service;
  const about = { title, reference, council: ctx.tenant.name };
  const { subject, text, action } = letterWords[language].confirm(about);
  const url = `${pagesUrl(ctx, language)}/following/${followKey(ctx, id)}`;
  const until = ctx.now() + wishKeptMs;
  const mail = { to: email, about: id, subject, text, action: { label: action, url } };
  await oweMail(unit, { ...mail, language, until });
}
