import {
  EmailAddress,
  type ProvedIdentity,
  type Role,
  type TenantDefinition,
  text,
} from "@guildhall/contract";
import { hashSecret } from "@guildhall/keys";
import {
  appendEvent,
  findPersonByEmail,
  findPersonBySubject,
  insertPerson,
  type PersonRow,
  putPerson,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { rolesHere } from "../person/roles.ts";
import { signInFailed } from "./failed.ts";
import { asActor } from "./open.ts";

/** The roles that somebody's groups give them in this tenant. */
export function rolesOf(tenant: TenantDefinition, groups: readonly string[]): Role[] {
  const given = Object.entries(tenant.signIn?.groups ?? {});
  const roles = given.flatMap(([group, its]) => (groups.includes(group) ? its : []));
  return rolesHere(tenant, [...new Set(roles)]);
}

/**
 * Find who the provider says has come, or add them, with the roles that their groups give them today.
 *
 * The provider's own name for somebody is what counts. By the e-mail address is known only who was let in by it and has
 * never been here before; an address that the provider says nobody has checked counts for nothing.
 *
 * @throws Problem `sign-in-failed`
 */
export async function recognise(
  unit: Unit,
  proved: ProvedIdentity,
  roles: readonly Role[],
): Promise<PersonRow> {
  const { ctx, tx } = unit;
  const subject = subjectOf(ctx, proved.subject);
  const email = proved.emailVerified ? EmailAddress.safeParse(proved.email).data : undefined;
  const known = await findPersonBySubject(tx, subject);
  const namesake = email && (await findPersonByEmail(tx, email));
  const before = known ?? (namesake && firstCome(namesake));
  const name = nameIn(proved);
  if (!before) return add(unit, { subject, email, name, roles });
  if (!before.active) throw signInFailed("not-active");
  // An address that is another's by now stays theirs.
  const isFree = !namesake || namesake.id === before.id;
  return renew(unit, before, { subject, roles, name, email: isFree ? email : undefined });
}

async function renew(
  { ctx, tx }: Unit,
  before: PersonRow,
  { subject, roles, name = before.name, email = before.email }: Newly,
): Promise<PersonRow> {
  const person = { ...before, subject, roles, name, email };
  await putPerson(tx, person);
  if (roles.join() !== before.roles.join()) await tellOf("person.changed", { ctx, tx }, person);
  return person;
}

/** Who was let in by their address and comes for the first time. Anyone else with the address is another person. */
function firstCome(namesake: PersonRow): PersonRow {
  if (namesake.subject !== null) throw signInFailed("email-taken");
  return namesake;
}

/** What the provider says of somebody now. */
interface Newly extends Pick<PersonRow, "subject" | "roles"> {
  readonly email: string | undefined;
  readonly name: string | undefined;
}

async function add({ ctx, tx }: Unit, { email, name, ...rest }: Newly): Promise<PersonRow> {
  if (email === undefined) throw signInFailed("email-missing");
  const person = {
    ...rest,
    id: ctx.ids.id("per"),
    name: name ?? email,
    email,
    active: true,
    createdAt: ctx.now(),
    lastSignedInAt: null,
  };
  await insertPerson(tx, person);
  await tellOf("person.added", { ctx, tx }, person);
  return person;
}

async function tellOf(
  type: "person.added" | "person.changed",
  { ctx, tx }: Pick<Unit, "ctx" | "tx">,
  person: PersonRow,
): Promise<void> {
  const { id: subject, roles, active } = person;
  const event = { type, subject, actor: asActor(person), at: ctx.now() };
  await appendEvent(tx, { ...event, data: { roles, active } });
}

/** A digest, so that what the provider calls somebody lies nowhere in clear. */
function subjectOf({ db, tenant }: Context, subject: string): string {
  const digest = hashSecret(db.vault.derive("subject"), `${tenant.signIn?.issuer}\0${subject}`);
  return Buffer.from(digest).toString("base64url");
}

function nameIn({ name }: ProvedIdentity): string | undefined {
  return text(120, 1).safeParse(name?.trim()).data;
}
