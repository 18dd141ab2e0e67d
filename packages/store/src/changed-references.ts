import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Db } from "./db.ts";
import { hot } from "./hot.ts";
import { events } from "./schema/events.ts";
import { processes } from "./schema/processes.ts";

/** Asked wherever something happened while somebody waits for it. */
const changedQuery = hot((query) =>
  query
    .selectDistinct({ reference: processes.reference })
    .from(events)
    .innerJoin(processes, eq(processes.id, events.process))
    .where(and(gt(events.seq, sql.placeholder("after")), lte(events.seq, sql.placeholder("upTo"))))
    .prepare(),
);

/** The references of the processes that events tell of behind one place of the chain and up to another. */
export async function listChangedReferences(
  db: Db,
  { after, upTo }: { after: number; upTo: number },
): Promise<string[]> {
  const rows = await changedQuery(db.reads).all({ after, upTo });
  return rows.map(({ reference }) => reference);
}
