import {
  type DeliveryReplay,
  DeliveryState,
  type NewDeliveryReplay,
  Problem,
} from "@guildhall/contract";
import {
  countReplayItems,
  countStanding,
  type Db,
  findReplay,
  insertReplay,
  listReplays as listRows,
  type ReplayRow,
  type Tx,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { presentLeftOut } from "./left-out.ts";

/** Begin to send many deliveries again: those that wait for a person now and are all that is said. `workReplay` does it. */
export async function beginReplay(
  ctx: Context,
  { rewrite, useLive, ...selection }: NewDeliveryReplay,
): Promise<DeliveryReplay> {
  requireScope(ctx, "deliveries:write");
  if (ctx.only) throw new Problem("scope-missing");
  const id = ctx.ids.id("rpl");
  return change(ctx, async ({ tx }) => {
    const { actor } = ctx;
    await insertReplay(tx, { id, at: ctx.now(), actor, selection, rewrite, useLive });
    return present(tx, id);
  });
}

/**
 * See a replay, and how far it has got.
 *
 * @throws Problem `not-found`
 */
export async function getReplay(ctx: Context, id: string): Promise<DeliveryReplay> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  return present(ctx.db, id);
}

/** List replays, newest first. */
export async function listReplays(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ data: DeliveryReplay[]; nextCursor?: string }> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  const { rows, next } = await listRows(ctx.db, { limit, before: cursor });
  const data = await Promise.all(rows.map((row) => presentReplay(ctx.db, row)));
  return next === undefined ? { data } : { data, nextCursor: next };
}

async function present(db: Db | Tx, id: string): Promise<DeliveryReplay> {
  const row = await findReplay(db, id);
  if (!row) throw new Problem("not-found");
  return presentReplay(db, row);
}

async function presentReplay(db: Db | Tx, row: ReplayRow): Promise<DeliveryReplay> {
  const counts = await countReplayItems(db, row.id);
  const sum = (of: (typeof counts)[number]["state"]) =>
    counts.filter(({ state }) => state === of).reduce((all, { count }) => all + count, 0);
  const leftOut = counts.filter(({ state }) => state === "left-out");
  const standing = await countStanding(db, row.id);
  const { connector, service, mapping, code, ids, state } = row.selection;
  return {
    id: row.id,
    at: instant(row.at),
    by: row.actor.name,
    // Stored as it was asked for, and checked then.
    selection: JSON.parse(JSON.stringify({ connector, service, mapping, code, ids, state })),
    rewrite: row.rewrite,
    useLive: row.useLive,
    state: row.state,
    total: sum("waiting") + sum("replayed") + sum("left-out"),
    waiting: sum("waiting"),
    replayed: sum("replayed"),
    leftOut: leftOut.map(({ code: why, count }) => presentLeftOut(why ?? "", count)),
    standing: Object.fromEntries(
      standing.map(({ state: where, count }) => [DeliveryState.parse(where), count]),
    ),
    ...(row.endedAt === null ? {} : { endedAt: instant(row.endedAt) }),
  };
}
