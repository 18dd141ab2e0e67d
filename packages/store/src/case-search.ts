import { and, desc, eq, getTableColumns, inArray } from "drizzle-orm";
import type { Db } from "./db.ts";
import { type Findable, indexesFor } from "./findable.ts";
import type { ProcessRow } from "./processes.ts";
import { processes } from "./schema/processes.ts";

const { answers: _answers, corrected: _corrected, ...openColumns } = getTableColumns(processes);

export interface CaseFilter {
  /** All that is given has to be of the process. */
  readonly by: Findable;
  readonly services?: readonly string[] | undefined;
  readonly status?: ProcessRow["status"] | undefined;
  readonly limit: number;
}

/** The newest processes whose blind indexes match; two values may share an index, so whoever asks opens them and looks. */
export async function findCases(db: Db, filter: CaseFilter): Promise<ProcessRow[]> {
  return Object.keys(filter.by).length === 0 ? [] : casesQuery(db, filter).all();
}

/** @internal */
export function casesQuery(db: Db, { by, services, status, limit }: CaseFilter) {
  const found = (Object.keys(by) as (keyof Findable)[]).map((kind) =>
    inArray(processes[`${kind}Index`], indexesFor(db, kind, by[kind] ?? "")),
  );
  return db.reads
    .select(openColumns)
    .from(processes)
    .where(
      and(
        ...found,
        services && inArray(processes.service, [...services]),
        status && eq(processes.status, status),
      ),
    )
    .orderBy(desc(processes.id))
    .limit(limit);
}
