import {
  type EndedSession,
  type IdentityProvider,
  type NewSession,
  type NewSignIn,
  Problem,
  type Session,
  type SignIn,
  type SignInMethod,
} from "@guildhall/contract";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { consoleUrl } from "./addresses.ts";
import { endOne } from "./end.ts";
import { signInFailed } from "./failed.ts";
import { beginByLink, startByLink } from "./link.ts";
import { beginAtProvider, startByProvider } from "./provider.ts";

export interface SignInDeskDeps {
  /** Undefined when the tenant has no provider, or its credential is not there. */
  providerFor(ctx: Context): Promise<IdentityProvider | undefined>;
}

export type SignInDesk = ReturnType<typeof createSignInDesk>;

/** Sign staff in and out, at the tenant's own provider where it has one, and else by a link. Providers are given from outside. */
export function createSignInDesk(deps: SignInDeskDeps) {
  return {
    method: methodOf,
    begin: (ctx: Context, input: NewSignIn) => begin(ctx, input, deps),
    start: (ctx: Context, input: NewSession) => start(ctx, input, deps),
    end: (ctx: Context) => end(ctx, deps),
  };
}

/** How staff of this tenant sign in: open to anyone. */
function methodOf({ tenant: { signIn } }: Context): SignInMethod {
  return signIn ? { method: "openid", name: signIn.name } : { method: "email" };
}

/**
 * Begin to sign in.
 *
 * @throws Problem `sign-in-failed`, `request-invalid` when a link is to be sent and no address was given
 */
async function begin(
  ctx: Context,
  { email, again = false }: NewSignIn,
  deps: SignInDeskDeps,
): Promise<SignIn> {
  if (ctx.tenant.signIn) return beginAtProvider(ctx, await ready(ctx, deps), { again });
  if (email === undefined)
    throw new Problem("request-invalid", { faults: [{ pointer: "/email", code: "missing" }] });
  return beginByLink(ctx, email);
}

/**
 * Begin a session with what the browser came back with.
 *
 * @throws Problem `sign-in-failed`
 */
async function start(ctx: Context, input: NewSession, deps: SignInDeskDeps): Promise<Session> {
  const { code, answer, browserSecret } = input;
  const method = code === undefined ? "openid" : "email";
  // A tenant signs in one way: a link from before it had a provider opens nothing any more.
  if (methodOf(ctx).method !== method) throw signInFailed("link-unknown");
  if (code !== undefined) return startByLink(ctx, { code, browserSecret });
  return startByProvider(ctx, await ready(ctx, deps), { answer: answer ?? "", browserSecret });
}

/**
 * Sign out, and say where the provider's own session ends.
 *
 * @throws Problem `scope-missing` when it is not a member of staff who asks
 */
async function end(ctx: Context, { providerFor }: SignInDeskDeps): Promise<EndedSession> {
  const { session } = ctx;
  if (session === undefined) throw new Problem("scope-missing");
  const ended = await change(ctx, (unit) => endOne(unit, session, "signed-out"));
  if (ended?.idToken === undefined) return {};
  const provider = await providerFor(ctx);
  const leaving = { idToken: ended.idToken, returnTo: `${consoleUrl(ctx)}/` };
  const url = await provider?.endSessionUrl(leaving);
  return url === undefined ? {} : { url };
}

async function ready(ctx: Context, { providerFor }: SignInDeskDeps): Promise<IdentityProvider> {
  const provider = await providerFor(ctx);
  if (!provider) throw signInFailed("credential-missing");
  return provider;
}
