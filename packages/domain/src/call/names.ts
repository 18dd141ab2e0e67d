import { findApiKey, findConnector } from "@guildhall/store";
import type { Context } from "../context.ts";

interface Caller {
  readonly callerKind: string;
  readonly caller: string;
}

/** What the keys and connectors among these callers are called; of staff the id alone is shown. */
export async function namesOf(
  { db }: Context,
  callers: readonly Caller[],
): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map(callers.map(({ caller, callerKind }) => [caller, callerKind]));
  const names = new Map<string, string>();
  for (const [id, kind] of kinds) {
    const name = await findName[kind]?.(db, id);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

const findName: Readonly<
  Record<string, (db: Context["db"], id: string) => Promise<string | undefined>>
> = {
  key: async (db, id) => (await findApiKey(db, id))?.name,
  "back-office": async (db, id) => (await findConnector(db, id))?.definition.name,
};
