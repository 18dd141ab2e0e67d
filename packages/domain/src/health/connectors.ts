import { type ConnectorHealth, type Health, type LaneHealth, Problem } from "@guildhall/contract";
import {
  type BreakerRow,
  type ConnectorRow,
  countLanes,
  findDriftRow,
  findRecentAttempts,
  type LaneRow,
  listBreakers,
  listConnectors,
} from "@guildhall/store";
import { certificateEnd } from "../alarm/expiring.ts";
import { grouped } from "../chase/grouped.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/** Tell how it goes with each connector, and what is owed in each lane. */
export async function getHealth(ctx: Context): Promise<Health> {
  requireScope(ctx, "connectors:read");
  if (ctx.only) throw new Problem("scope-missing");
  const rows = await countLanes(ctx.db);
  const lanes = [...grouped(rows, ({ lane }) => lane)].map(([lane, those]) => laneOf(lane, those));
  const breakers = new Map((await listBreakers(ctx.db)).map((row) => [row.connector, row]));
  const connectors: ConnectorHealth[] = [];
  for (const row of await listConnectors(ctx.db)) {
    const lane = lanes.find((one) => one.lane === `delivery/${row.definition.id}`);
    connectors.push(await healthOf(ctx, row, { lane, breaker: breakers.get(row.definition.id) }));
  }
  const titles = new Map(connectors.map(({ connector, name }) => [`delivery/${connector}`, name]));
  const titled = lanes.map((lane) => ({ ...lane, title: titles.get(lane.lane) ?? lane.title }));
  return { connectors, lanes: titled };
}

interface Around {
  readonly lane: LaneHealth | undefined;
  readonly breaker: BreakerRow | undefined;
}

async function healthOf(
  { db }: Context,
  { definition: { id, name, kind } }: ConnectorRow,
  { lane, breaker }: Around,
): Promise<ConnectorHealth> {
  const { success, failure, tookMs } = await findRecentAttempts(db, id);
  const drift = (await findDriftRow(db, id))?.state ?? "unseen";
  const expiresAt = await certificateEnd(db, id);
  return {
    connector: id,
    name,
    kind,
    ...(success === undefined ? {} : { lastSuccessAt: instant(success.endedAt) }),
    ...(failure === undefined
      ? {}
      : {
          lastFailure: {
            at: instant(failure.endedAt),
            ...(failure.code === null ? {} : { code: failure.code }),
          },
        }),
    breaker: breakerOf(breaker),
    ...(tookMs.length === 0 ? {} : { latency: latencyOf(tookMs) }),
    drift,
    ...(expiresAt === undefined ? {} : { credentialExpiresAt: instant(expiresAt) }),
    owed: (lane?.pending ?? 0) + (lane?.underWay ?? 0),
    waiting: lane?.waiting ?? 0,
  };
}

/** One that never failed has no row. */
function breakerOf(row: BreakerRow | undefined): ConnectorHealth["breaker"] {
  if (!row || row.state === "closed") return { state: "closed" };
  const { state, openSince, openUntil, code } = row;
  return {
    state,
    ...(openSince === null ? {} : { since: instant(openSince) }),
    ...(openUntil === null ? {} : { until: instant(openUntil) }),
    ...(code === null ? {} : { code }),
  };
}

function latencyOf(tookMs: readonly number[]): NonNullable<ConnectorHealth["latency"]> {
  const sorted = tookMs.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
  return { attempts: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95) };
}

const laneTitles: Readonly<Record<string, string>> = { message: "Messages", webhook: "Webhooks" };

function laneOf(lane: string, rows: readonly LaneRow[]): LaneHealth {
  const inState = (...states: LaneRow["state"][]) => {
    const those = rows.filter(({ state }) => states.includes(state));
    return those.reduce((all, { count }) => all + count, 0);
  };
  const pending = rows.find(({ state }) => state === "pending");
  return {
    lane,
    title: laneTitles[lane] ?? lane.replace(/^delivery\//, ""),
    pending: inState("pending"),
    underWay: inState("queued"),
    waiting: inState("refused", "held", "dead"),
    ...(pending === undefined ? {} : { oldestDueAt: instant(pending.firstAt) }),
  };
}
