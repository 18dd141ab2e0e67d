import { and, asc, desc, eq, getTableColumns, gt, lt, ne } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import type { EventRow } from "./events.ts";
import { type Part, partOf } from "./part.ts";
import type { ProcessRow } from "./processes.ts";
import { caseFollowers } from "./schema/cases.ts";
import { events } from "./schema/events.ts";
import { processes } from "./schema/processes.ts";

const { answers: _answers, corrected: _corrected, ...openColumns } = getTableColumns(processes);

export type CaseFollowerRow = typeof caseFollowers.$inferSelect;
type Followed = Pick<CaseFollowerRow, "person" | "process">;

/** Write down that somebody follows a case; whoever follows it already has seen no more of it than before. */
export async function insertCaseFollower(tx: Tx, row: CaseFollowerRow): Promise<void> {
  await tx.writes.insert(caseFollowers).values(row).onConflictDoNothing().run();
}

/** Somebody who follows a case has seen what happened to it, up to the place of an event. */
export async function putSeen(tx: Tx, { seen, ...followed }: CaseFollowerRow): Promise<void> {
  await tx.writes.update(caseFollowers).set({ seen }).where(isThat(followed)).run();
}

/** Somebody does not follow a case any more. */
export async function deleteCaseFollower(tx: Tx, followed: Followed): Promise<void> {
  await tx.writes.delete(caseFollowers).where(isThat(followed)).run();
}

/** Somebody follows no case any more. */
export async function deleteFollowerOfCases(tx: Tx, person: string): Promise<void> {
  await tx.writes.delete(caseFollowers).where(eq(caseFollowers.person, person)).run();
}

export async function isCaseFollowed(db: Db | Tx, followed: Followed): Promise<boolean> {
  return (await db.reads.$count(caseFollowers, isThat(followed))) > 0;
}

function isThat({ person, process }: Followed) {
  return and(eq(caseFollowers.person, person), eq(caseFollowers.process, process));
}

/** The processes that somebody follows, newest first, each with the place of the last event that they have seen. */
export async function listFollowedProcesses(
  db: Db,
  { person, limit, before }: { person: string; limit: number; before?: string | undefined },
): Promise<Part<ProcessRow & { readonly seen: number }>> {
  const rows = await db.reads
    .select({ ...openColumns, seen: caseFollowers.seen })
    .from(caseFollowers)
    .innerJoin(processes, eq(processes.id, caseFollowers.process))
    .where(
      and(
        eq(caseFollowers.person, person),
        before === undefined ? undefined : lt(caseFollowers.process, before),
      ),
    )
    .orderBy(desc(caseFollowers.process))
    .limit(limit + 1)
    .all();
  return partOf(rows, limit);
}

/** What others did to a process after the place of an event, in the order it happened; that they read it is left out. */
export async function listNews(
  db: Db,
  { person, process, seen }: CaseFollowerRow,
  limit: number,
): Promise<EventRow[]> {
  return db.reads
    .select()
    .from(events)
    .where(
      and(
        eq(events.process, process),
        gt(events.seq, seen),
        ne(events.actorId, person),
        ne(events.type, "document.read"),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(limit)
    .all();
}
