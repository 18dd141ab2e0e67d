import { and, asc, between, count, eq, inArray, lte, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { gazetteerAddresses, gazetteers, gazetteerWords } from "./schema/places.ts";

export type GazetteerAddress = Omit<typeof gazetteerAddresses.$inferSelect, "generation">;

/** What is known of the gazetteer in use. */
export interface Gazetteer {
  readonly generation: number;
  readonly addresses: number;
  readonly importedAt: number;
}

const address = {
  uprn: gazetteerAddresses.uprn,
  line1: gazetteerAddresses.line1,
  line2: gazetteerAddresses.line2,
  town: gazetteerAddresses.town,
  postcode: gazetteerAddresses.postcode,
  custodian: gazetteerAddresses.custodian,
  easting: gazetteerAddresses.easting,
  northing: gazetteerAddresses.northing,
};

export async function findGazetteer(db: Db | Tx): Promise<Gazetteer | undefined> {
  const { generation, addresses, importedAt } = gazetteers;
  return db.reads
    .select({ generation, addresses, importedAt })
    .from(gazetteers)
    .where(eq(gazetteers.inUse, 1))
    .get();
}

export async function findAddress(
  db: Db,
  generation: number,
  uprn: string,
): Promise<GazetteerAddress | undefined> {
  const { generation: of, uprn: number } = gazetteerAddresses;
  return db.reads
    .select(address)
    .from(gazetteerAddresses)
    .where(and(eq(of, generation), eq(number, uprn)))
    .get();
}

export async function listAtPostcode(
  db: Db,
  generation: number,
  { postcode, limit }: { postcode: string; limit: number },
): Promise<GazetteerAddress[]> {
  const { generation: of, postcode: code, uprn } = gazetteerAddresses;
  return db.reads
    .select(address)
    .from(gazetteerAddresses)
    .where(and(eq(of, generation), eq(code, postcode)))
    .orderBy(asc(uprn))
    .limit(limit)
    .all();
}

/** List the addresses that have all of the words. */
export async function listWithWords(
  db: Db,
  generation: number,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<GazetteerAddress[]> {
  if (words.length === 0) return [];
  const { generation: of, word, uprn } = gazetteerWords;
  const found = await db.reads
    .select({ uprn })
    .from(gazetteerWords)
    .where(and(eq(of, generation), inArray(word, [...words])))
    .groupBy(uprn)
    .having(eq(count(), words.length))
    .orderBy(asc(uprn))
    .limit(limit)
    .all();
  const numbers = found.map((row) => row.uprn);
  if (numbers.length === 0) return [];
  const { generation: ofAddress, uprn: number } = gazetteerAddresses;
  return db.reads
    .select(address)
    .from(gazetteerAddresses)
    .where(and(eq(ofAddress, generation), inArray(number, numbers)))
    .orderBy(asc(number))
    .all();
}

/** List addresses within a square about a point, the nearest first. */
export async function listNear(
  db: Db,
  generation: number,
  near: { easting: number; northing: number; metres: number; limit: number },
): Promise<GazetteerAddress[]> {
  const { generation: of, easting, northing } = gazetteerAddresses;
  const metres = sql`(${easting} - ${near.easting}) * (${easting} - ${near.easting}) + (${northing} - ${near.northing}) * (${northing} - ${near.northing})`;
  return db.reads
    .select(address)
    .from(gazetteerAddresses)
    .where(
      and(
        eq(of, generation),
        between(easting, near.easting - near.metres, near.easting + near.metres),
        between(northing, near.northing - near.metres, near.northing + near.metres),
      ),
    )
    .orderBy(metres)
    .limit(near.limit)
    .all();
}

/** Begin an import: give the number of a generation that nobody sees yet. */
export async function beginGazetteer(tx: Tx, importedAt: number): Promise<number> {
  const last = await tx.reads
    .select({ generation: sql<number>`coalesce(max(${gazetteers.generation}), 0)` })
    .from(gazetteers)
    .get();
  const generation = (last?.generation ?? 0) + 1;
  await tx.writes
    .insert(gazetteers)
    .values({ generation, addresses: 0, importedAt, inUse: 0 })
    .run();
  return generation;
}

/** An address with the words that it is found by. */
export interface IndexedAddress {
  readonly address: GazetteerAddress;
  readonly words: readonly string[];
}

/** In place of whether it is in use: what is being forgotten, of which a part may be gone. */
const swept = -1;

/** Whether nothing has been forgotten of a generation that is not in use yet. */
async function isWhole(tx: Tx, generation: number): Promise<boolean> {
  const { generation: of, inUse } = gazetteers;
  const mine = await tx.reads.select({ inUse }).from(gazetteers).where(eq(of, generation)).get();
  return mine?.inUse === 0;
}

/**
 * Add some addresses to a generation; one that came before in the same file stays as it was.
 *
 * False where another import has begun to forget it.
 */
export async function addToGazetteer(
  tx: Tx,
  generation: number,
  some: readonly IndexedAddress[],
): Promise<boolean> {
  if (!(await isWhole(tx, generation))) return false;
  if (some.length === 0) return true;
  await tx.writes
    .insert(gazetteerAddresses)
    .values(some.map((one) => ({ generation, ...one.address })))
    .onConflictDoNothing()
    .run();
  const words = some.flatMap((one) =>
    one.words.map((word) => ({ generation, word, uprn: one.address.uprn })),
  );
  if (words.length > 0)
    await tx.writes.insert(gazetteerWords).values(words).onConflictDoNothing().run();
  return true;
}

/** Put a generation in use in place of the one before, and say how many addresses it has; undefined where it is not whole. */
export async function useGazetteer(tx: Tx, generation: number): Promise<number | undefined> {
  if (!(await isWhole(tx, generation))) return undefined;
  const { generation: of } = gazetteerAddresses;
  const addresses = await tx.reads.$count(gazetteerAddresses, eq(of, generation));
  await tx.writes.update(gazetteers).set({ inUse: 0 }).where(eq(gazetteers.inUse, 1)).run();
  await tx.writes
    .update(gazetteers)
    .set({ inUse: 1, addresses })
    .where(eq(gazetteers.generation, generation))
    .run();
  return addresses;
}

/**
 * Forget some of what is not in use, up to a generation: a part at a time, so that nobody waits for it. Gives whether
 * there is more.
 */
export async function sweepGazetteers(
  tx: Tx,
  { upTo, limit }: { upTo: number; limit: number },
): Promise<boolean> {
  const stale = await tx.reads
    .select({ generation: gazetteers.generation })
    .from(gazetteers)
    .where(and(ne(gazetteers.inUse, 1), lte(gazetteers.generation, upTo)))
    .orderBy(asc(gazetteers.generation))
    .get();
  if (!stale) return false;
  const { generation } = stale;
  await tx.writes
    .update(gazetteers)
    .set({ inUse: swept })
    .where(eq(gazetteers.generation, generation))
    .run();
  if (await sweepPart(tx, generation, limit)) return true;
  await tx.writes.delete(gazetteers).where(eq(gazetteers.generation, generation)).run();
  return true;
}

/** Sweep words, then addresses; gives whether there was anything to sweep. */
async function sweepPart(tx: Tx, generation: number, limit: number): Promise<boolean> {
  return (await sweepWords(tx, generation, limit)) || sweepAddresses(tx, generation, limit);
}

async function sweepWords(tx: Tx, generation: number, limit: number): Promise<boolean> {
  const { generation: of, word } = gazetteerWords;
  const some = await tx.reads
    .select({ word })
    .from(gazetteerWords)
    .where(eq(of, generation))
    .orderBy(asc(word))
    .limit(limit)
    .all();
  const last = some.at(-1);
  if (!last) return false;
  const upTo = and(eq(of, generation), lte(word, last.word));
  await tx.writes.delete(gazetteerWords).where(upTo).run();
  return true;
}

async function sweepAddresses(tx: Tx, generation: number, limit: number): Promise<boolean> {
  const { generation: of, uprn } = gazetteerAddresses;
  const some = await tx.reads
    .select({ uprn })
    .from(gazetteerAddresses)
    .where(eq(of, generation))
    .orderBy(asc(uprn))
    .limit(limit)
    .all();
  const last = some.at(-1);
  if (!last) return false;
  const upTo = and(eq(of, generation), lte(uprn, last.uprn));
  await tx.writes.delete(gazetteerAddresses).where(upTo).run();
  return true;
}
