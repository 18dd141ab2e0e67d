import { type Person, type PersonChange, Problem } from "@guildhall/contract";
import {
  appendEvent,
  deleteFollowerOfCases,
  deletePerson,
  findPerson,
  type PersonRow,
  putPerson,
  releaseTasks,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { endAllOf } from "../session/end.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { presentPerson } from "./present.ts";
import { canDoTasks, checkRoles, refuseNoAdmin } from "./roles.ts";

/**
 * Change a person. A role that is taken away is gone within a second; who is no longer active is signed out, and what
 * they had still to do is nobody's.
 *
 * `precondition` is asked, with the person as they are, before anything is changed.
 *
 * @throws Problem `not-found`, `scope-missing`, `request-invalid`, `invalid-transition` when nobody would be left who can let people in
 */
export async function changePerson(
  ctx: Context,
  id: string,
  input: PersonChange,
  precondition?: (current: Person) => void,
): Promise<Person> {
  requireScope(ctx, "people:write");
  requireRecentSignIn(ctx);
  return change(ctx, async (unit) => {
    const before = await reach(unit, id);
    precondition?.(presentPerson(before));
    const after = changed(before, input);
    if (before.roles.includes("platform-admin") || input.roles)
      checkRoles(ctx, [...new Set([...before.roles, ...after.roles])]);
    await putPerson(unit.tx, after);
    await refuseNoAdmin(ctx, unit.tx, before);
    if (!after.active) await endAllOf(unit, id, "person-changed");
    if (!canDoTasks(ctx, after)) await releaseTasks(unit.tx, id, ctx.now());
    const { roles, active } = after;
    await record(unit, { type: "person.changed", id, data: { roles, active } });
    return presentPerson(after);
  });
}

/**
 * Remove a person and end their sessions. What they did stays under their name.
 *
 * @throws Problem `not-found`, `scope-missing`, `invalid-transition` when nobody would be left who can let people in
 */
export async function removePerson(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "people:write");
  requireRecentSignIn(ctx);
  await change(ctx, async (unit) => {
    const before = await reach(unit, id);
    checkRoles(ctx, before.roles);
    await deletePerson(unit.tx, id);
    await deleteFollowerOfCases(unit.tx, id);
    await refuseNoAdmin(ctx, unit.tx, before);
    await endAllOf(unit, id, "person-removed");
    await releaseTasks(unit.tx, id, ctx.now());
    await record(unit, { type: "person.removed", id });
  });
}

/**
 * End all sessions of a person, and the sign-ins they have begun.
 *
 * @throws Problem `not-found`
 */
export async function endSessions(ctx: Context, id: string): Promise<void> {
  requireScope(ctx, "people:write");
  await change(ctx, async (unit) => {
    await reach(unit, id);
    await endAllOf(unit, id, "ended-by-another");
  });
}

async function reach({ tx }: Unit, id: string): Promise<PersonRow> {
  const row = await findPerson(tx, id);
  if (!row) throw new Problem("not-found");
  return row;
}

function changed(before: PersonRow, { name, roles, teams, active }: PersonChange): PersonRow {
  return {
    ...before,
    name: name ?? before.name,
    roles: roles ?? before.roles,
    teams: teams ?? before.teams ?? [],
    active: active ?? before.active,
  };
}

async function record(
  { ctx, tx }: Unit,
  happened: {
    type: "person.changed" | "person.removed";
    id: string;
    data?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { type, id, data = {} } = happened;
  await appendEvent(tx, { type, subject: id, actor: ctx.actor, at: ctx.now(), data });
}
