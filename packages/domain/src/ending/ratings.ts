import { type DaysQuery, Problem, type Rating, type RatingSummary } from "@guildhall/contract";
import { countRatings, listRatings as listRows } from "@guildhall/store";
import { latestVersion } from "../chase/latest.ts";
import { type Context, requireScope } from "../context.ts";
import { dayAt, dayMs, daysOf } from "../days.ts";
import { instant } from "../process/present.ts";

/**
 * List what people said of a service once their request had ended, newest first. Their words are for the council's staff:
 * a key is given scores alone, and nobody more of the time than the day.
 *
 * @throws Problem `not-found` (service)
 */
export async function listRatings(
  ctx: Context,
  service: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ data: Rating[]; nextCursor?: string }> {
  await requireReader(ctx, service);
  const { rows, next } = await listRows(ctx.db, { service, limit, before: cursor });
  const isOwn = ["staff", "platform"].includes(ctx.actor.kind);
  const data = rows.map(({ score, words, outcome, at }) => ({
    score,
    ...(words === undefined || !isOwn ? {} : { words }),
    outcome,
    at: dayOf(at),
  }));
  return next === undefined ? { data } : { data, nextCursor: next };
}

/**
 * Count what people said of a service in these days.
 *
 * @throws Problem `not-found` (service), `request-invalid` (the days)
 */
export async function summariseRatings(
  ctx: Context,
  service: string,
  query: DaysQuery,
): Promise<RatingSummary> {
  await requireReader(ctx, service);
  const { from, to, fromAt, toAt } = daysOf(ctx, query);
  const counted = await countRatings(ctx.db, service, { from: fromAt, to: toAt });
  const scores = [1, 2, 3, 4, 5].map((score) => ({
    score,
    count: counted.find((one) => one.score === score)?.count ?? 0,
  }));
  const count = scores.reduce((sum, one) => sum + one.count, 0);
  const good = scores.filter(({ score }) => score > 3).reduce((sum, one) => sum + one.count, 0);
  return { from, to, count, scores, ...(count > 0 && { satisfied: good / count }) };
}

/** The day on which something was said, as a moment: its moment would lead to the event, and to whoever said it. */
export function dayOf(at: number): string {
  return instant(dayAt(at) * dayMs);
}

async function requireReader(ctx: Context, service: string): Promise<void> {
  requireScope(ctx, "services:read");
  if (ctx.only) throw new Problem("scope-missing");
  await latestVersion(ctx, service);
}
