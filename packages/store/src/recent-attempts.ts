import { and, desc, eq } from "drizzle-orm";
import type { Db } from "./db.ts";
import { attempts } from "./schema/outbox.ts";

/** So many attempts of each outcome are looked at. */
const mostOfEach = 200;

type Stored = typeof attempts.$inferSelect;
type Recent = Pick<Stored, "endedAt" | "begunAt" | "code" | "outcome">;

export interface RecentAttempts {
  readonly success: Recent | undefined;
  readonly failure: Recent | undefined;
  /** How long the latest that were answered took, the latest first. */
  readonly tookMs: readonly number[];
}

/** Tell how the latest attempts at a connector ended, from the index of them alone. */
export async function findRecentAttempts(db: Db, connector: string): Promise<RecentAttempts> {
  const found: Recent[] = [];
  for (const outcome of outcomes) found.push(...(await recentQuery(db, connector, outcome).all()));
  const sorted = found.toSorted((one, other) => other.endedAt - one.endedAt);
  return {
    success: sorted.find(({ outcome }) => outcome === "accepted"),
    failure: sorted.find(({ outcome }) => outcome !== "accepted"),
    tookMs: sorted
      .filter(({ outcome }) => outcome === "accepted" || outcome === "refused")
      .slice(0, mostOfEach)
      .map(({ begunAt, endedAt }) => endedAt - begunAt),
  };
}

const outcomes = ["accepted", "refused", "retry", "ambiguous"] as const;

/** @internal */
export function recentQuery({ reads }: Db, connector: string, outcome: Stored["outcome"]) {
  const { endedAt, begunAt, code } = attempts;
  return reads
    .select({ endedAt, begunAt, code, outcome: attempts.outcome })
    .from(attempts)
    .where(and(eq(attempts.connector, connector), eq(attempts.outcome, outcome)))
    .orderBy(desc(endedAt))
    .limit(mostOfEach);
}
