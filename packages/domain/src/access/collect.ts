import { type GivenKey, Problem } from "@guildhall/contract";
import { type AccessRequestRow, appendEvent, moveAccessRequest } from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import { issueKey } from "../key/issue.ts";
import { revokeKey } from "../key/revoke.ts";
import { instant } from "../process/present.ts";
import { reachRequest } from "./get.ts";
import { type Granted, grantedIn, shownOnce } from "./present.ts";
import { collectWithinMs, longestKeyLifeMs } from "./terms.ts";

/**
 * Give the applicant the live key that was approved, once: where the request is repeated, the answer is without it.
 *
 * It is issued before the request is marked: of two that collect at the same moment one gets its key, and the
 * other's is ended before anyone has seen it.
 *
 * @throws Problem `scope-missing`, `not-found`, `invalid-transition` when there is nothing to collect, or not any more
 */
export async function collectKey(ctx: Context, id: string): Promise<GivenKey> {
  const mine = ctx.only?.access;
  if (mine !== id) throw new Problem(mine === undefined ? "scope-missing" : "not-found");
  const row = await reachRequest(ctx, id);
  const { key, ...issued } = await issueApproved(ctx, row, approvedIn(row, ctx.now()));
  let collected: GivenKey | undefined;
  try {
    collected = await change(ctx, (unit) => markCollected(unit, { request: id, issued }));
  } finally {
    if (collected !== issued) await revokeKey(issuer(ctx), issued.id);
  }
  return collected === issued ? { ...issued, key } : collected;
}

async function markCollected(
  { ctx, tx }: Unit,
  { request, issued }: { request: string; issued: GivenKey },
): Promise<GivenKey> {
  const to = { state: "collected", liveKey: issued.id, collectedAt: ctx.now() } as const;
  if (!(await moveAccessRequest(tx, { id: request, from: "approved" }, to)))
    throw new Problem("invalid-transition");
  const told = { subject: request, actor: ctx.actor, at: ctx.now(), data: { key: issued.id } };
  await appendEvent(tx, { type: "access.collected", ...told });
  return issued;
}

/** @throws Problem `invalid-transition` */
function approvedIn(row: AccessRequestRow, now: number): Granted {
  const granted = grantedIn(row);
  const until = (row.decidedAt ?? 0) + collectWithinMs;
  if (row.state !== "approved" || !granted || now > until || now >= (granted.expiresAt ?? until))
    throw new Problem("invalid-transition");
  return granted;
}

async function issueApproved(
  ctx: Context,
  { kind, details }: AccessRequestRow,
  { scopes, allowedAddresses, expiresAt = ctx.now() + longestKeyLifeMs }: Granted,
): Promise<GivenKey & { readonly key: string }> {
  const issued = await issueKey(issuer(ctx), {
    name: details.organisation,
    kind,
    scopes: [...scopes],
    expiresAt: instant(expiresAt),
    ...(allowedAddresses === undefined ? {} : { allowedAddresses: [...allowedAddresses] }),
  });
  return shownOnce(issued, ctx);
}

/** What was approved is issued by the platform; the applicant's own request is answered once and remembered apart. */
function issuer(ctx: Context): Context {
  return { ...asPlatform(ctx), only: undefined, request: undefined };
}
