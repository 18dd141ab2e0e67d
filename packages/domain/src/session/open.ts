import type { Actor, Session } from "@guildhall/contract";
import { mintStaffToken, sessionSecret, staffTokenLifeMs } from "@guildhall/keys";
import {
  appendEvent,
  insertSession,
  type PersonRow,
  putPerson,
  type SessionRow,
  sweepSessions,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { endsOf, idleMs, longestMs } from "./times.ts";

/** Begin a session of somebody who has proved who they are, and forget those that are over. */
export async function openSession(
  { ctx, tx }: Unit,
  person: PersonRow,
  { method, idToken, provedAt }: Proof,
): Promise<Session> {
  const now = ctx.now();
  await sweepSessions(tx, { startedAt: now - longestMs, usedAt: now - idleMs });
  const row: SessionRow = {
    id: ctx.ids.id("ses"),
    person: person.id,
    generation: 1,
    startedAt: now,
    // A clock that is ahead of ours makes nobody's proof younger.
    signedInAt: provedAt === undefined ? null : Math.min(provedAt, now),
    usedAt: now,
  };
  await insertSession(tx, { ...row, idToken });
  await putPerson(tx, { ...person, lastSignedInAt: now });
  const event = { type: "session.started", subject: row.id, actor: asActor(person) } as const;
  await appendEvent(tx, { ...event, at: now, data: { method } });
  return presentSession(ctx, row);
}

/** How somebody proved who they are, and when; not known where their provider does not say. */
interface Proof {
  readonly method: "email" | "openid";
  readonly provedAt: number | undefined;
  readonly idToken?: string;
}

/** The session as its browser is handed it: the secret to go on with, and a token to call the API with. */
export function presentSession(ctx: Context, row: SessionRow): Session {
  const now = new Date(ctx.now());
  const { idleUntil, endsAt } = endsOf(row);
  const token = mintStaffToken(ctx.keys.set, {
    issuer: ctx.issuer,
    person: row.person,
    session: row.id,
    jti: ctx.ids.id("jti"),
    issuedAt: now,
  });
  return {
    id: row.id,
    secret: sessionSecret(secretKeyOf(ctx), row),
    token,
    tokenExpiresAt: new Date(now.getTime() + staffTokenLifeMs).toISOString(),
    idleUntil: new Date(idleUntil).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
  };
}

/** The key that sessions' secrets follow from. */
export function secretKeyOf({ db }: Pick<Context, "db">): Uint8Array {
  return db.vault.derive("session-secret");
}

/** A person as author of what they do. */
export function asActor({ id, name }: Pick<PersonRow, "id" | "name">): Actor {
  return { kind: "staff", id, name };
}
