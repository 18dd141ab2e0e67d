import { Role } from "@guildhall/contract";
import { asc, eq, gt, inArray } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { people } from "./schema/staff.ts";

type Stored = typeof people.$inferSelect;

/** A person as they are once opened. */
export interface PersonRow extends Pick<Stored, "id" | "subject" | "createdAt" | "lastSignedInAt"> {
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** The teams whose tasks they do; none where it is left out. */
  readonly teams?: readonly string[];
  readonly active: boolean;
}

interface Details {
  readonly name: string;
  readonly email: string;
}

export async function insertPerson(tx: Tx, row: PersonRow): Promise<void> {
  await tx.writes.insert(people).values(close(tx, row)).run();
}

/** Write a person down anew. */
export async function putPerson(tx: Tx, row: PersonRow): Promise<void> {
  const { id, ...rest } = close(tx, row);
  await tx.writes.update(people).set(rest).where(eq(people.id, id)).run();
}

/** False when there was no such person. */
export async function deletePerson(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.writes
    .delete(people)
    .where(eq(people.id, id))
    .returning({ id: people.id })
    .get();
  return row !== undefined;
}

export async function findPerson(db: Db | Tx, id: string): Promise<PersonRow | undefined> {
  const row = await db.reads.select().from(people).where(eq(people.id, id)).get();
  return row && open(db, row);
}

/** Those of these people who are known still. */
export async function findPeople(db: Db | Tx, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.reads
    .select()
    .from(people)
    .where(inArray(people.id, [...ids]))
    .all();
  return rows.map((row) => open(db, row));
}

/** The teams of those who can sign in, person by person. */
export async function listTeamsOfPeople(db: Db | Tx): Promise<(readonly string[])[]> {
  const rows = await db.reads
    .select({ teams: people.teams })
    .from(people)
    .where(eq(people.active, 1))
    .all();
  return rows.map(({ teams }) => teams);
}

/** The person with this e-mail address. Two addresses may share an index, so each that has it is opened. */
export async function findPersonByEmail(
  db: Db | Tx,
  email: string,
): Promise<PersonRow | undefined> {
  const rows = await db.reads
    .select()
    .from(people)
    .where(eq(people.emailIndex, emailIndexOf(db, email)))
    .all();
  return rows.map((row) => open(db, row)).find((person) => person.email === email);
}

/** The person whom the tenant's provider knows by this digest. */
export async function findPersonBySubject(
  db: Db | Tx,
  subject: string,
): Promise<PersonRow | undefined> {
  const row = await db.reads.select().from(people).where(eq(people.subject, subject)).get();
  return row && open(db, row);
}

/** People in the order they were added. */
export async function listPeople(
  db: Db | Tx,
  { limit, after = "" }: { limit: number; after?: string | undefined },
): Promise<PersonRow[]> {
  const rows = await db.reads
    .select()
    .from(people)
    .where(gt(people.id, after))
    .orderBy(asc(people.id))
    .limit(limit)
    .all();
  return rows.map((row) => open(db, row));
}

/** Those who can sign in, with their roles and nothing else opened. */
export async function listActiveRoles(db: Db | Tx): Promise<Pick<PersonRow, "id" | "roles">[]> {
  const rows = await db.reads
    .select({ id: people.id, roles: people.roles })
    .from(people)
    .where(eq(people.active, 1))
    .all();
  return rows.map(({ id, roles }) => ({ id, roles: rolesIn(roles) }));
}

/** The number that an address is found by. */
export function emailIndexOf({ vault }: Db | Tx, email: string): number {
  return vault.blind("person-email", email);
}

function close(tx: Tx, { name, email, roles, teams = [], active, ...row }: PersonRow): Stored {
  const details: Details = { name, email };
  return {
    ...row,
    details: tx.vault.seal(placeOf(row.id), details),
    emailIndex: emailIndexOf(tx, email),
    roles: roles.join(" "),
    teams,
    active: active ? 1 : 0,
  };
}

function open({ vault }: Db | Tx, { details, emailIndex: _, ...row }: Stored): PersonRow {
  // Under a person's row nothing but their details is sealed.
  const { name, email } = vault.open(placeOf(row.id), details) as Details;
  return { ...row, name, email, roles: rolesIn(row.roles), active: row.active === 1 };
}

function rolesIn(text: string): Role[] {
  return Role.array().parse(text.split(" ").filter((role) => role !== ""));
}

function placeOf(row: string) {
  return { table: "people", row };
}
