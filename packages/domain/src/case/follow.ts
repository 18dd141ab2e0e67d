import { type EventType, type FollowedCase, Problem } from "@guildhall/contract";
import {
  deleteCaseFollower,
  insertCaseFollower,
  lastPlace,
  listFollowedProcesses,
  listNews,
  transact,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant, presentProcesses } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";

/** Whoever has more to catch up with opens the case. */
const mostNews = 20;

/**
 * Follow a case: from now on what others do to it is news to me until I open it. For members of staff alone.
 *
 * It is no event, and nobody else is told who follows what. To follow what I follow already changes nothing.
 *
 * @throws Problem `not-found`, `scope-missing`
 */
export async function followCase(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "processes:read");
  await reachProcess(ctx, id);
  const person = staffOf(ctx);
  const seen = await lastPlace(ctx.db);
  await transact(ctx.db, (tx) => insertCaseFollower(tx, { person, process: id, seen }));
}

/**
 * Follow a case no more.
 *
 * @throws Problem `not-found`, `scope-missing`
 */
export async function unfollowCase(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "processes:read");
  await reachProcess(ctx, id);
  const person = staffOf(ctx);
  await transact(ctx.db, (tx) => deleteCaseFollower(tx, { person, process: id }));
}

/**
 * List the cases that I follow, newest first, each with what others did to it since I last opened it.
 *
 * @throws Problem `scope-missing`
 */
export async function listFollowedCases(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ data: FollowedCase[]; nextCursor?: string }> {
  requireScope(ctx, "processes:read");
  const person = staffOf(ctx);
  const { rows, next } = await listFollowedProcesses(ctx.db, { person, limit, before: cursor });
  const processes = await presentProcesses(ctx, rows);
  const data = await Promise.all(
    processes.map(async (process, index) => {
      const seen = rows[index]?.seen ?? 0;
      const news = await listNews(ctx.db, { person, process: process.id, seen }, mostNews);
      // Event types are ours: what was appended is one of them.
      const changes = news.map(({ type, at }) => ({ type: type as EventType, at: instant(at) }));
      return { process, changes };
    }),
  );
  return next === undefined ? { data } : { data, nextCursor: next };
}

/** @throws Problem `scope-missing` for whoever is no member of this council's staff */
function staffOf(ctx: Context): string {
  if (ctx.session === undefined || ctx.only) throw new Problem("scope-missing");
  return ctx.actor.id;
}
