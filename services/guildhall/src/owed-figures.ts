import type { Ground } from "@guildhall/domain";
import type { OwedFigures, RowFigures, TenantFigures } from "@guildhall/runtime";
import {
  countLanes,
  type LaneRow,
  listBreakers,
  listOpenAlarms,
  type Store,
} from "@guildhall/store";
import { type Tended, tendedTenants } from "./tended-tenants.ts";

export interface OwedFiguresOptions {
  readonly store: Tended & Pick<Store, "isUnused">;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly now: () => number;
}

/** What was found in a tenant, and when. */
interface Seen {
  readonly at: number;
  readonly rows: readonly LaneRow[];
  readonly rest: Pick<TenantFigures, "breakers" | "alarms">;
}

/**
 * Give what counts what the open tenants owe to the outside.
 *
 * One that rests owes nothing that is due and is not opened to be counted. One that nobody has used since it was counted
 * is as it was, and is not asked again: else the counting itself would keep it open for ever.
 */
export function createOwedFigures(options: OwedFiguresOptions): () => Promise<OwedFigures> {
  const { store, now } = options;
  let known = new Map<string, Seen>();

  async function seenOf(tenant: string): Promise<Seen | undefined> {
    const before = known.get(tenant);
    if (before && store.isUnused(tenant, now() - before.at)) return before;
    return look(tenant, options).catch(() => undefined);
  }

  return async () => {
    const found = new Map<string, Seen>();
    for (const tenant of tendedTenants(store)) {
      const seen = await seenOf(tenant);
      if (seen) found.set(tenant, seen);
    }
    known = found;
    const tenants = [...found].map(([tenant, { rows, rest }]) => ({
      tenant,
      rows: rows.map((row) => figuresOf(row, now())),
      ...rest,
    }));
    return { tenants };
  };
}

async function look(
  tenant: string,
  { groundFor, now }: OwedFiguresOptions,
): Promise<Seen | undefined> {
  const ground = await groundFor(tenant);
  if (!ground) return undefined;
  const [rows, breakers, alarms] = await Promise.all([
    countLanes(ground.db),
    listBreakers(ground.db),
    listOpenAlarms(ground.db),
  ]);
  return { at: now(), rows, rest: { breakers, alarms: alarms.map(({ kind }) => kind) } };
}

/** A row that is claimed is on its way until its lease ends; one that waits for a person is not due at all. */
function figuresOf({ lane, state, count, firstAt, poison }: LaneRow, now: number): RowFigures {
  const [kind = "", connector = kind] = lane.split("/");
  const waits = state === "pending" || state === "queued";
  return {
    connector,
    lane: kind === "message" || kind === "webhook" ? kind : "connector",
    state,
    count,
    poison,
    dueSeconds: waits ? Math.max(0, (now - firstAt) / 1000) : 0,
  };
}
