import { scopesOf } from "@guildhall/contract";
import { verifyStaffToken } from "@guildhall/keys";
import { findPerson, findSession, type PersonRow, type SessionRow } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { Ground } from "../ground.ts";
import { Fresh } from "../key/fresh.ts";
import { rolesHere } from "../person/roles.ts";
import { asActor } from "./open.ts";
import { isOver } from "./times.ts";

/** Tells who goes on in a session. */
export type StaffCheck = ReturnType<typeof createStaffCheck>;

/** Who a member of staff's token shows its bearer to be. */
export type StaffIdentity = Pick<Context, "actor" | "scopes" | "session" | "signedInAt">;

/**
 * Tell whose token it is and what they may do now; undefined for one that is no good, or whose session is over.
 *
 * Session and roles are looked up, and not again for a second: what is taken away is gone within that.
 */
export function createStaffCheck() {
  const goingOn = new Fresh(findGoingOn);
  const check = async (
    ground: Ground,
    shown: { readonly person: string; readonly session: string },
  ): Promise<StaffIdentity | undefined> => {
    const found = await goingOn.find(ground, shown.session);
    if (!found || found.person.id !== shown.person) return undefined;
    if (isOver(found.session, ground.now())) return undefined;
    const { person } = found;
    return {
      actor: asActor(person),
      scopes: scopesOf(rolesHere(ground.tenant, person.roles)),
      session: shown.session,
      signedInAt: found.session.signedInAt ?? undefined,
    };
  };
  return {
    /** Whose token of a session it is. */
    byToken: async (ground: Ground, token: string): Promise<StaffIdentity | undefined> => {
      const { issuer } = ground;
      const now = new Date(ground.now());
      const shown = verifyStaffToken(ground.keys.set, token, { issuer, now });
      return shown && check(ground, shown);
    },
    /** Who goes on in a session that another token names. */
    bySession: check,
  };
}

interface GoingOn {
  readonly session: SessionRow;
  readonly person: PersonRow;
}

async function findGoingOn({ db }: Ground, id: string): Promise<GoingOn | undefined> {
  const session = await findSession(db, id);
  if (!session) return undefined;
  const person = await findPerson(db, session.person);
  return person?.active ? { session, person } : undefined;
}
