import { sql } from "drizzle-orm";
import type { Db } from "../db.ts";

/** All that a database holds, by table, to be held against what it holds later. */
export async function contentsOf(db: Db): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const table of await namesIn(db, sql`sqlite_schema where type = 'table'`)) {
    const columns = await namesIn(db, sql`pragma_table_info(${table})`);
    const row = sql.raw(columns.map((name) => `quote("${name}")`).join(" || ',' || "));
    const all = { all: sql<string | null>`group_concat(${row}, char(10))` };
    const found = await db.reads
      .select(all)
      .from(sql.raw(`"${table}"`))
      .get();
    contents[table] = found?.all ?? "";
  }
  return contents;
}

async function namesIn(db: Db, from: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await db.reads.select({ name: sql<string>`name` }).from(from).all();
  return rows.map(({ name }) => name);
}
