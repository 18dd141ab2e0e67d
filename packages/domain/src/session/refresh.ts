import { Problem, type Session } from "@guildhall/contract";
import { readSessionSecret, type SessionSecretOf } from "@guildhall/keys";
import { advanceSession, findPerson, findSession, type SessionRow } from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import { endOne } from "./end.ts";
import { presentSession, secretKeyOf } from "./open.ts";
import { graceMs, isOver } from "./times.ts";

/**
 * Go on with a session: give its next secret, and another token.
 *
 * The secret before the latest is given the latest again for half a minute. An older one was copied by somebody: the session
 * ends, for whoever it was and for whoever it belongs to.
 *
 * @throws Problem `unauthenticated` when the session is over
 */
export async function refreshSession(ctx: Context, secret: string): Promise<Session> {
  const shown = readSessionSecret(secretKeyOf(ctx), secret);
  if (!shown) throw new Problem("unauthenticated");
  // Not thrown inside, since what was stolen is ended by the same change.
  const row = await change(asPlatform(ctx), (unit) => goOn(unit, shown));
  if (!row) throw new Problem("unauthenticated");
  return presentSession(ctx, row);
}

async function goOn(unit: Unit, shown: SessionSecretOf): Promise<SessionRow | undefined> {
  const { ctx, tx } = unit;
  const now = ctx.now();
  const row = await findSession(tx, shown.id);
  const person = row && (await findPerson(tx, row.person));
  if (!row || !person?.active || isOver(row, now)) return undefined;
  if (shown.generation === row.generation) return advanceSession(tx, row, now);
  if (shown.generation === row.generation - 1 && now < row.usedAt + graceMs) return row;
  await endOne(unit, row.id, "secret-used-again");
  return undefined;
}
