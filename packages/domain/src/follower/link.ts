import { type Following, Problem } from "@guildhall/contract";
import {
  confirmFollower,
  countWishes,
  type FollowerRow,
  findFollower,
  findProcess,
  removeFollower,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { translate } from "../service/translate.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { isLookedThrough } from "./is-looked-through.ts";
import { followerOf } from "./key.ts";
import { mostFollowers, wishKeptMs } from "./terms.ts";

/**
 * See what a follower's link leads to; anyone may who has it.
 *
 * @throws Problem `not-found`, whatever is wrong with it
 */
export async function findFollow(ctx: Context, key: string): Promise<Following> {
  const follower = await findFollower(ctx.db, idOf(ctx, key));
  return follower ? present(ctx, follower) : gone;
}

/**
 * Confirm that whoever holds the link wants to be told; twice is once. What has ended or was stopped meanwhile
 * stays so, and where as many follow as can, the wish stays a wish.
 *
 * @throws Problem `not-found`, whatever is wrong with the link
 */
export async function confirmFollow(ctx: Context, key: string): Promise<Following> {
  const follower = await findFollower(ctx.db, idOf(ctx, key));
  const found = follower ? await present(ctx, follower) : gone;
  const process = follower && (await processOf(ctx, follower));
  if (!process || found.state !== "asked") return found;
  return change(ctx, async (unit) => {
    const row = await findProcess(unit.tx, process.id);
    if (row?.status !== "open") return { ...found, state: "ended" };
    const latest = await findFollower(unit.tx, follower.id);
    if (!latest) return gone;
    if (latest.confirmedAt !== null) return { ...found, state: "following" };
    const since = ctx.now();
    const { confirmed } = await countWishes(unit.tx, { process: process.id, since });
    if (confirmed >= mostFollowers) return found;
    await confirmFollower(unit.tx, follower.id, since);
    await tell(unit, { type: "process.followed", process, subject: follower.id });
    return { ...found, state: "following" };
  });
}

/**
 * Stop telling whoever holds the link, and forget their address; twice is no error.
 *
 * @throws Problem `not-found`, whatever is wrong with the link
 */
export async function stopFollow(ctx: Context, key: string): Promise<void> {
  const follower = await findFollower(ctx.db, idOf(ctx, key));
  if (!follower) return;
  const process = await processOf(ctx, follower);
  await change(ctx, async (unit) => {
    const removed = await removeFollower(unit.tx, follower.id);
    if (!process || !removed || removed.confirmedAt === null) return;
    await tell(unit, { type: "process.followed-no-more", process, subject: follower.id });
  });
}

async function processOf(ctx: Context, { process }: FollowerRow): Promise<TalkedOf | undefined> {
  const row = await findProcess(ctx.db, process);
  return row && talkedOf(ctx, row);
}

const gone: Following = { state: "stopped" };

function idOf(ctx: Context, key: string): string {
  const id = followerOf(ctx, key);
  if (id === undefined) throw new Problem("not-found");
  return id;
}

async function present(ctx: Context, follower: FollowerRow): Promise<Following> {
  const { process, language, confirmedAt, askedAt } = follower;
  const row = await findProcess(ctx.db, process);
  const isOver = confirmedAt === null && askedAt < ctx.now() - wishKeptMs;
  const isOwn = follower.mergedFrom !== null;
  if (!row || isOver || !(isOwn || (await isLookedThrough(ctx, row)))) return gone;
  const { definition } = await ctx.catalogue.version(row.service, row.version);
  const { title, brand } = translate(definition, language).service;
  return {
    state: row.status !== "open" ? "ended" : confirmedAt === null ? "asked" : "following",
    reference: row.reference,
    service: row.service,
    serviceTitle: title,
    ...(brand === undefined ? {} : { brand }),
  };
}
