import {
  type AskedAccess,
  type GivenKey,
  type KeyScope,
  type NewAccessRequest,
  Problem,
  TestScope,
} from "@guildhall/contract";
import { hashSecret, issueRequestToken } from "@guildhall/keys";
import {
  type AccessRequestRow,
  appendEvent,
  countAccessRequests,
  forgetAccessRequests,
  insertAccessRequest,
} from "@guildhall/store";
import { change } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import type { Ground } from "../ground.ts";
import { issueKey } from "../key/issue.ts";
import { instant } from "../process/present.ts";
import { tellAdmins } from "./letters.ts";
import { presentAccess, shownOnce } from "./present.ts";
import {
  idleAfterMs,
  mostInADay,
  mostToldInADay,
  mostWaiting,
  oldAfterMs,
  testKeyLifeMs,
} from "./terms.ts";

/** Gives the sandbox of a tenant, made at the first need. */
export type SandboxFor = (tenant: Ground) => Promise<Ground>;

/**
 * Ask for access; anyone may. A key of the sandbox is given at once, and a token to follow the request with.
 *
 * The key is issued first: one that nobody was told of, because we died between the two, ends by itself.
 *
 * @throws Problem `not-found` in a sandbox, `rate-limited` when too many have asked
 */
export async function askForAccess(
  ctx: Context,
  input: NewAccessRequest,
  sandboxFor: SandboxFor,
): Promise<AskedAccess> {
  if (ctx.tenant.sandboxOf !== undefined) throw new Problem("not-found");
  const before = await checkRoom(ctx);
  const testKey = await giveTestKey(await sandboxFor(ctx), input);
  const id = ctx.ids.id("acc");
  const { secret, token } = issueRequestToken(id);
  const row = rowOf(ctx, input, {
    id,
    testKey: testKey.id,
    tokenHash: Buffer.from(hashSecret(ctx.keys.pepper, secret)),
  });
  return change(ctx, async (unit) => {
    const now = ctx.now();
    await forgetAccessRequests(unit.tx, { idle: now - idleAfterMs, old: now - oldAfterMs });
    await insertAccessRequest(unit.tx, row);
    const actor = { kind: row.kind, id, name: "Applicant" };
    const data = { state: row.state, scopes: input.scopes };
    await appendEvent(unit.tx, { type: "access.asked", subject: id, actor, at: now, data });
    if (row.state === "waiting" && before < mostToldInADay) await tellAdmins(unit, row);
    return { request: presentAccess(row), token, testKey };
  });
}

function rowOf(
  ctx: Context,
  { organisation, purpose, contact, kind, scopes, wants }: NewAccessRequest,
  made: Pick<AccessRequestRow, "id" | "testKey" | "tokenHash">,
): AccessRequestRow {
  return {
    ...made,
    state: wants === "live" ? "waiting" : "test-only",
    kind,
    scopes: scopes.join(" "),
    details: { organisation, purpose, contact },
    liveKey: null,
    granted: null,
    reason: null,
    askedAt: ctx.now(),
    decidedAt: null,
    decidedBy: null,
    collectedAt: null,
  };
}

/** Whoever asks is unknown, so how many may ask is bounded. Gives how many have asked in the last day. */
async function checkRoom({ db, now }: Context): Promise<number> {
  const dayMs = 86_400_000;
  const waiting = await countAccessRequests(db, ["waiting"], now() - idleAfterMs);
  const today = await countAccessRequests(
    db,
    ["waiting", "test-only", "refused", "approved", "collected"],
    now() - dayMs,
  );
  if (waiting >= mostWaiting || today >= mostInADay) throw new Problem("rate-limited");
  return today;
}

async function giveTestKey(
  sandbox: Ground,
  { organisation, kind, scopes }: NewAccessRequest,
): Promise<GivenKey> {
  const given = testScopes(scopes);
  const expiresAt = instant(sandbox.now() + testKeyLifeMs);
  const asked = { name: organisation, kind, scopes: given, expiresAt };
  return shownOnce(await issueKey(asPlatform(sandbox), asked), sandbox);
}

/** What was asked for, but for what nobody gets without leave; a key has to be able to do something. */
function testScopes(asked: readonly KeyScope[]): KeyScope[] {
  const given = asked.filter((scope) => TestScope.safeParse(scope).success);
  return given.length > 0 ? given : ["services:read"];
}
