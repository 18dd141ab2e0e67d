import { and, eq, gte, inArray, lt, type SQLWrapper, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { publicPlaces } from "./schema/following.ts";
import { processes } from "./schema/processes.ts";

export type PublicPlaceRow = Omit<typeof publicPlaces.$inferSelect, "cell">;

/** Where is looked, within how much, and how far back. */
export interface LookedAround {
  readonly service: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly metres: number;
  readonly since: number;
  readonly limit: number;
}

/** A request that was found, and how far from there. */
export interface NearbyRow {
  readonly process: string;
  readonly reference: string;
  readonly version: number;
  readonly stage: string;
  readonly receivedAt: number;
  readonly metres: number;
}

/** How far is looked at first. */
const nearMetres = 100;
const metresInDegree = 111_320;
/** A cell is a quarter of a kilometre or so each way, so that those of a look are few and hold few rows. */
const cellsInDegree = { latitude: 400, longitude: 200 };
const cellsInRow = 100_000;
/**
 * What is told of a place is told of the point of a grid that is nearest to it, so that no number of questions says
 * more: twenty metres or so each way.
 */
const gridDegrees = { latitude: 0.00018, longitude: 0.0003 };
/** How far a place may lie from its point of the grid. */
const gridMetres = 20;

/** Let a request be seen by the point of the grid that it is nearest to; once is enough. */
export async function insertPublicPlace(tx: Tx, row: PublicPlaceRow): Promise<void> {
  const latitude = snap(row.latitude, gridDegrees.latitude);
  const longitude = snap(row.longitude, gridDegrees.longitude);
  const cell = cellOf(rowOf(latitude), columnOf(longitude));
  await tx.writes
    .insert(publicPlaces)
    .values({ ...row, latitude, longitude, cell })
    .onConflictDoNothing()
    .run();
}

/** Let a request be seen no more. */
export async function removePublicPlace(tx: Tx, process: string): Promise<void> {
  await tx.writes.delete(publicPlaces).where(eq(publicPlaces.process, process)).run();
}

/** Forget where requests were that nobody can be shown any more. */
export async function forgetPublicPlaces(tx: Tx, before: number): Promise<void> {
  await tx.writes.delete(publicPlaces).where(lt(publicPlaces.receivedAt, before)).run();
}

export async function findPublicPlace(
  db: Db | Tx,
  process: string,
): Promise<PublicPlaceRow | undefined> {
  const row = await db.reads
    .select()
    .from(publicPlaces)
    .where(eq(publicPlaces.process, process))
    .get();
  if (!row) return undefined;
  const { cell: _, ...place } = row;
  return place;
}

/**
 * The open requests of a service near a point, the nearest first.
 *
 * It is looked nearby first and then further, so that where there are many, few are measured.
 */
export async function listNearby(db: Db, around: LookedAround): Promise<NearbyRow[]> {
  const { metres: most, limit } = around;
  for (let metres = Math.min(nearMetres, most); ; metres = Math.min(metres * 4, most)) {
    const rows = await listWithin(db, { ...around, metres });
    if (rows.length === limit || metres === most) return rows;
  }
}

async function listWithin(db: Db, around: LookedAround): Promise<NearbyRow[]> {
  const { service, metres, since, limit } = around;
  const squared = squaredMetresFrom(around);
  const near = db.reads
    .select({ process: publicPlaces.process, squared: squared.as("squared") })
    .from(publicPlaces)
    .where(
      and(
        eq(publicPlaces.service, service),
        inArray(publicPlaces.cell, cellsAround(around)),
        gte(publicPlaces.receivedAt, since),
        sql`${squared} <= ${metres * metres}`,
      ),
    )
    .orderBy(sql`squared`, publicPlaces.process)
    .limit(limit)
    .as("near");
  const rows = await db.reads
    .select({ ...shown, squared: near.squared })
    .from(near)
    .innerJoin(processes, isOpenAs(near.process))
    .orderBy(sql`${near.squared}`, near.process)
    .all();
  return rows.map(withMetres);
}

/** The open requests of a service at an address, the newest first. */
export async function listAtUprn(
  db: Db,
  {
    service,
    uprn,
    since,
    limit,
  }: { uprn: string } & Pick<LookedAround, "service" | "since" | "limit">,
): Promise<NearbyRow[]> {
  const { receivedAt } = publicPlaces;
  const rows = await db.reads
    .select({ ...shown, squared: sql<number>`0` })
    .from(publicPlaces)
    .innerJoin(processes, isOpenAs(publicPlaces.process))
    .where(
      and(eq(publicPlaces.service, service), eq(publicPlaces.uprn, uprn), gte(receivedAt, since)),
    )
    .orderBy(sql`${receivedAt} desc`)
    .limit(limit)
    .all();
  return rows.map(withMetres);
}

const shown = {
  process: processes.id,
  reference: processes.reference,
  version: processes.version,
  stage: processes.stage,
  receivedAt: processes.receivedAt,
};

/** A place goes with the end of its process; should one have stayed, it is not shown. */
function isOpenAs(process: SQLWrapper) {
  return and(eq(processes.id, process), eq(processes.status, "open"));
}

function withMetres({ squared, ...row }: Omit<NearbyRow, "metres"> & { squared: number }) {
  return { ...row, metres: Math.sqrt(squared) };
}

/**
 * How far a row's point of the grid is from a point, squared: over a few kilometres the ground is flat.
 *
 * Rows that were written before there was a grid are measured by it as well.
 */
function squaredMetresFrom({ latitude, longitude }: Pick<LookedAround, "latitude" | "longitude">) {
  const [north, east] = [metresInDegree, metresInDegree * shrinkAt(latitude)];
  const { latitude: tall, longitude: wide } = gridDegrees;
  const atLatitude = sql`round(${publicPlaces.latitude} / ${tall}) * ${tall}`;
  const atLongitude = sql`round(${publicPlaces.longitude} / ${wide}) * ${wide}`;
  const up = sql`((${atLatitude} - ${latitude}) * ${north})`;
  const right = sql`((${atLongitude} - ${longitude}) * ${east})`;
  return sql<number>`(${up} * ${up} + ${right} * ${right})`;
}

/** All cells that a circle may touch. */
function cellsAround({ latitude, longitude, metres }: LookedAround): number[] {
  const up = (metres + gridMetres) / metresInDegree;
  const right = up / shrinkAt(latitude);
  const rows = between(rowOf(latitude - up), rowOf(latitude + up));
  const columns = between(columnOf(longitude - right), columnOf(longitude + right));
  return rows.flatMap((row) => columns.map((column) => cellOf(row, column)));
}

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** How much shorter a degree of longitude is than one of latitude. */
function shrinkAt(latitude: number): number {
  return Math.cos((latitude * Math.PI) / 180);
}

function snap(degrees: number, step: number): number {
  return Math.round(degrees / step) * step;
}

function rowOf(latitude: number): number {
  return Math.floor((latitude + 90) * cellsInDegree.latitude);
}

function columnOf(longitude: number): number {
  return Math.floor((longitude + 180) * cellsInDegree.longitude);
}

function cellOf(row: number, column: number): number {
  return row * cellsInRow + column;
}
