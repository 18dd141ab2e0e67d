import type { Scope } from "@guildhall/contract";
import { verifyOfficerToken } from "@guildhall/keys";
import { mayAssist } from "../assist/may-assist.ts";
import type { Context } from "../context.ts";
import type { Ground } from "../ground.ts";
import type { StaffCheck } from "../session/identify.ts";
import { fromTenant } from "./sign.ts";

type Officer = Pick<Context, "actor" | "scopes" | "only">;

/** Which officer's token it is; undefined for one that is no good, or whose agreement or session is over. */
export async function identifyOfficer(
  ground: Ground,
  token: string,
  staff: StaffCheck,
): Promise<Officer | undefined> {
  const { issuer, keys, now } = ground;
  const shown = verifyOfficerToken(keys.set, token, { issuer, now: new Date(now()) });
  return shown && findOfficer(ground, shown, staff);
}

/**
 * Find the officer of another tenant who acts here; undefined unless the agreement is in force, their session goes on
 * and they still may serve callers at home.
 */
export async function findOfficer(
  ground: Ground,
  { agreement: id, person, session }: Record<"agreement" | "person" | "session", string>,
  staff: StaffCheck,
): Promise<Officer | undefined> {
  const row = await ground.agreements.inForce(ground.tenant.id, id);
  if (row?.owner !== ground.tenant.id) return undefined;
  const home = await ground.agreements.ground(row.serving);
  const officer = home && (await staff.bySession(home, { person, session }));
  if (!officer || !mayAssist(officer)) return undefined;
  return {
    actor: fromTenant(officer.actor, home.tenant),
    scopes: officerScopes,
    only: { agreement: { id, person, session, services: row.services ?? undefined } },
  };
}

/** What serving a caller takes. Which verbs that are, they say themselves. */
const officerScopes: ReadonlySet<Scope> = new Set([
  "processes:read",
  "processes:write",
  "drafts:write",
  "notes:write",
]);
