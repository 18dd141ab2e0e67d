import { type NewPerson, type Person, Problem } from "@guildhall/contract";
import { appendEvent, findPersonByEmail, insertPerson, type PersonRow } from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { oweMail } from "../message/owe-mail.ts";
import { consoleUrl } from "../session/addresses.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { presentPerson } from "./present.ts";
import { checkRoles } from "./roles.ts";

/**
 * Let somebody in, and write to them where to sign in. The letter lets nobody in by itself.
 *
 * @throws Problem `request-invalid` when somebody has the address already, or for roles that are not to be had here
 */
export async function addPerson(
  ctx: Context,
  person: NewPerson,
  { invite = true }: { invite?: boolean } = {},
): Promise<Person> {
  requireScope(ctx, "people:write");
  requireRecentSignIn(ctx);
  checkRoles(ctx, person.roles);
  return change(ctx, (unit) => letIn(unit, person, invite));
}

/** Let somebody in within a change. @throws Problem `request-invalid` when somebody has the address already */
export async function letIn(
  unit: Unit,
  { name, email, roles, teams = [] }: NewPerson,
  invite: boolean,
): Promise<Person> {
  const { ctx } = unit;
  const now = ctx.now();
  const row: PersonRow = {
    id: ctx.ids.id("per"),
    name,
    email,
    roles,
    teams,
    active: true,
    subject: null,
    createdAt: now,
    lastSignedInAt: null,
  };
  if (await findPersonByEmail(unit.tx, email))
    throw new Problem("request-invalid", {
      faults: [{ pointer: "/email", code: "already-known" }],
    });
  await insertPerson(unit.tx, row);
  const { id: subject } = row;
  const event = { type: "person.added", subject, actor: ctx.actor, at: now } as const;
  await appendEvent(unit.tx, { ...event, data: { roles } });
  if (invite) await oweMail(unit, invitation(ctx, row));
  return presentPerson(row);
}

function invitation(ctx: Context, { id, name, email }: PersonRow) {
  const { name: organisation } = ctx.tenant;
  return {
    to: email,
    subject: `You can now sign in for ${organisation}`,
    text: `Dear ${name},\n\nYou have been given access to the staff pages of ${organisation}. Open the page below and sign in with this email address, ${email}.`,
    about: id,
    reader: { person: id },
    action: { label: "Go to the staff pages", url: `${consoleUrl(ctx)}/` },
  };
}
