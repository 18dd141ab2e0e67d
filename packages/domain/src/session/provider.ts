import type { IdentityProvider, OpenIdChecks, Session, SignIn } from "@guildhall/contract";
import { digestOfCode, drawCode } from "@guildhall/keys";
import { findSignIn, insertSignIn, transact, useSignIn } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { returnUrl } from "./addresses.ts";
import { signInFailed } from "./failed.ts";
import { openSession } from "./open.ts";
import { recognise, rolesOf } from "./recognise.ts";
import { askingLifeMs } from "./times.ts";

/**
 * Begin to sign in at the tenant's own provider.
 *
 * @throws Problem `sign-in-failed` when the provider cannot be reached
 */
export async function beginAtProvider(
  ctx: Context,
  provider: IdentityProvider,
  { again }: { again: boolean },
): Promise<SignIn> {
  const begun = await provider.begin(returnUrl(ctx), { again });
  if ("fault" in begun) throw signInFailed(begun.fault);
  const { url, checks } = begun;
  const now = ctx.now();
  const browserSecret = drawCode();
  const row = {
    digest: digestOfCode(checks.state),
    browser: digestOfCode(browserSecret),
    emailIndex: null,
    person: null,
    checks,
    expiresAt: now + askingLifeMs,
  };
  await transact(ctx.db, (tx) => insertSignIn(tx, row, now));
  return { browserSecret, url, expiresAt: new Date(row.expiresAt).toISOString() };
}

/**
 * Begin a session with the provider's answer.
 *
 * What the browser came back with is used up before the provider is asked about it, and only by the browser that was sent
 * there; so it serves once, whatever becomes of it.
 *
 * @throws Problem `sign-in-failed`
 */
export async function startByProvider(
  ctx: Context,
  provider: IdentityProvider,
  { answer: query, browserSecret = "" }: { answer: string; browserSecret?: string | undefined },
): Promise<Session> {
  const checks = await takeChecks(ctx, query, browserSecret);
  const answer = { returnTo: returnUrl(ctx), query, checks };
  const proved = await provider.finish(answer);
  if ("fault" in proved) throw signInFailed(proved.fault);
  const roles = rolesOf(ctx.tenant, proved.groups);
  if (roles.length === 0) throw signInFailed("no-group");
  return change(ctx, async (unit) => {
    const person = await recognise(unit, proved, roles);
    const { idToken, provedAt } = proved;
    return openSession(unit, person, { method: "openid", idToken, provedAt });
  });
}

function takeChecks(ctx: Context, query: string, browserSecret: string): Promise<OpenIdChecks> {
  const [state = ""] = new URLSearchParams(query).getAll("state");
  return transact(ctx.db, async (tx) => {
    const row = await findSignIn(tx, digestOfCode(state), ctx.now());
    if (!row?.checks) throw signInFailed("link-unknown");
    if (row.browser !== digestOfCode(browserSecret)) throw signInFailed("another-browser");
    await useSignIn(tx, row.digest);
    return row.checks;
  });
}
