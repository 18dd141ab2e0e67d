import type { Code } from "@guildhall/contract";
import {
  findCodeLists,
  findConnector,
  listLiveServices,
  putCodeList,
  transact,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { usesOf } from "./uses.ts";

/** A list is asked for again after a day. */
const freshMs = 86_400_000;

/** Codes by their texts; of two codes with one text, the last. */
export function codesByText(codes: readonly Code[]): ReadonlyMap<string, string> {
  return new Map(codes.map(({ code, text }) => [text, code]));
}

/** A connector's code lists by name: as the back office last gave them, else as the folder has them. */
export async function findCodes(
  { db }: Pick<Context, "db">,
  connector: string,
  lists: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const fetched = await findCodeLists(db, connector, lists);
  const isLacking = lists.some((list) => !fetched.has(list));
  const written = isLacking ? (await findConnector(db, connector))?.definition.codes : undefined;
  return new Map(
    lists.flatMap((list) => {
      const codes = fetched.get(list)?.codes ?? written?.[list];
      return codes ? [[list, codesByText(codes)] as const] : [];
    }),
  );
}

/** Name the code lists of a connector that are to be fetched: its definition's and its mappings', a day old or never seen. */
export async function listStaleCodes(ctx: Context, connector: string): Promise<string[]> {
  requireScope(ctx, "connectors:write");
  const lists = await codeListsOf(ctx, connector);
  const fetched = await findCodeLists(ctx.db, connector, lists);
  const since = ctx.now() - freshMs;
  return lists.filter((list) => (fetched.get(list)?.fetchedAt ?? since) <= since);
}

/** Tell when the code lists of a connector are to be looked at next: the first to be a day old, or in a day. */
export async function whenCodesDue(ctx: Context, connector: string): Promise<number> {
  requireScope(ctx, "connectors:write");
  const fetched = await findCodeLists(ctx.db, connector, await codeListsOf(ctx, connector));
  const times = [...fetched.values()].map(({ fetchedAt }) => fetchedAt);
  return Math.min(ctx.now(), ...times) + freshMs;
}

async function codeListsOf(ctx: Context, connector: string): Promise<string[]> {
  const found = await findConnector(ctx.db, connector);
  if (!found) return [];
  const services = await listLiveServices(ctx.db, { limit: 10_000 });
  const used = services
    .flatMap(({ definition }) => definition.mappings)
    .filter((mapping) => mapping.connector === connector)
    .flatMap((mapping) => usesOf(mapping).codes);
  return [...new Set([...Object.keys(found.definition.codes), ...used])];
}

/** Keep a code list as the back office gave it just now, in the place of the one before. */
export async function keepCodes(
  ctx: Context,
  connector: string,
  { list, codes }: { list: string; codes: readonly Code[] },
): Promise<void> {
  requireScope(ctx, "connectors:write");
  await transact(ctx.db, (tx) => putCodeList(tx, { connector, list, codes, fetchedAt: ctx.now() }));
}
