import { Code } from "@guildhall/contract";
import { and, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { codeLists } from "./schema/reference-data.ts";

/** A code list as the back office last gave it. */
export interface CodeList {
  readonly connector: string;
  readonly list: string;
  readonly codes: readonly Code[];
  readonly fetchedAt: number;
}

/** Those of a connector's lists that were fetched, by name. */
export async function findCodeLists(
  db: Db,
  connector: string,
  lists: readonly string[],
): Promise<ReadonlyMap<string, CodeList>> {
  if (lists.length === 0) return new Map();
  const rows = await db.reads
    .select()
    .from(codeLists)
    .where(and(eq(codeLists.connector, connector), inArray(codeLists.list, [...lists])))
    .all();
  return new Map(rows.map((row) => [row.list, { ...row, codes: codesIn(row.codes) }]));
}

function codesIn(written: string): Code[] {
  return (JSON.parse(written) as unknown[]).map((one) => Code.parse(one));
}

/** Put a list in the place of the one that was fetched before. */
export async function putCodeList(tx: Tx, { codes, ...list }: CodeList): Promise<void> {
  const row = { codes: JSON.stringify(codes), fetchedAt: list.fetchedAt };
  await tx.writes
    .insert(codeLists)
    .values({ ...list, ...row })
    .onConflictDoUpdate({ target: [codeLists.connector, codeLists.list], set: row })
    .run();
}
