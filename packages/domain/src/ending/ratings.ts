import { type DaysQuery, Problem, type Rating, type RatingSummary } from "@guildhall/contract";
import { countRatings, listRatings as listRows } from "@guildhall/store";
import { daysOf } from "../chase/days.ts";
import { latestVersion } from "../chase/latest.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/**
 * List what people said of a service once their request had ended, newest first.
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
  const data = rows.map(({ score, words, outcome, at }) => ({
    score,
    ...(words === undefined ? {} : { words }),
    outcome,
    at: instant(at),
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

async function requireReader(ctx: Context, service: string): Promise<void> {
  requireScope(ctx, "services:read");
  if (ctx.only) throw new Problem("scope-missing");
  await latestVersion(ctx, service);
}
