import {
  type AccessApproval,
  type AccessRefusal,
  type AccessRequest,
  Problem,
} from "@guildhall/contract";
import { type AccessRequestRow, appendEvent, moveAccessRequest } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { reachRequest } from "./get.ts";
import { tellApproved, tellRefused } from "./letters.ts";
import { type Granted, presentAccess, scopesIn } from "./present.ts";
import { longestKeyLifeMs } from "./terms.ts";

/**
 * Approve a request for access, or a part of it. The applicant is told, and collects the key.
 *
 * @throws Problem `not-found`, `invalid-transition`, `request-invalid` for more than was asked
 */
export async function approveAccess(
  ctx: Context,
  id: string,
  approval: AccessApproval,
): Promise<AccessRequest> {
  requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  const row = await reachRequest(ctx, id);
  const granted = grantOf(ctx, row, approval);
  return change(ctx, async (unit) => {
    const moved = await moveAccessRequest(
      unit.tx,
      { id, from: "waiting" },
      { state: "approved", granted: JSON.stringify(granted), ...decision(ctx) },
    );
    if (!moved) throw new Problem("invalid-transition");
    const data = { scopes: granted.scopes };
    const told = { subject: id, actor: ctx.actor, at: ctx.now(), data };
    await appendEvent(unit.tx, { type: "access.approved", ...told });
    await tellApproved(unit, moved);
    return presentAccess(moved);
  });
}

/**
 * Refuse a request for access, with a reason that the applicant reads.
 *
 * @throws Problem `not-found`, `invalid-transition`
 */
export async function refuseAccess(
  ctx: Context,
  id: string,
  { reason }: AccessRefusal,
): Promise<AccessRequest> {
  requireScope(ctx, "keys:write");
  await reachRequest(ctx, id);
  return change(ctx, async (unit) => {
    const moved = await moveAccessRequest(
      unit.tx,
      { id, from: "waiting" },
      { state: "refused", reason, ...decision(ctx) },
    );
    if (!moved) throw new Problem("invalid-transition");
    const told = { subject: id, actor: ctx.actor, at: ctx.now() };
    await appendEvent(unit.tx, { type: "access.refused", ...told });
    await tellRefused(unit, moved);
    return presentAccess(moved);
  });
}

function decision({ actor, now }: Context) {
  return { decidedAt: now(), decidedBy: actor.name };
}

function grantOf(
  { now }: Context,
  row: AccessRequestRow,
  { scopes, allowedAddresses, expiresAt }: AccessApproval,
): Granted {
  const asked = scopesIn(row);
  const widened = scopes?.some((scope) => !asked.includes(scope)) ?? false;
  if (widened) refuse("/scopes", "not-asked-for");
  const ends = expiresAt === undefined ? undefined : Date.parse(expiresAt);
  if (ends !== undefined && (ends <= now() || ends > now() + longestKeyLifeMs))
    refuse("/expiresAt", "out-of-range");
  return {
    scopes: scopes ?? asked,
    ...(allowedAddresses === undefined || allowedAddresses.length === 0
      ? {}
      : { allowedAddresses }),
    ...(ends === undefined ? {} : { expiresAt: ends }),
  };
}

function refuse(pointer: string, code: string): never {
  throw new Problem("request-invalid", { faults: [{ pointer, code }] });
}
