import type { SecretState, SignInCredential } from "@guildhall/contract";
import { appendEvent, findSecret, putSecret, sealSecret, transact } from "@guildhall/store";
import { lastFourOf } from "../connection/last-four.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "./recent.ts";

const secretName = "sign-in";

/** What lies sealed: the credential, since when, and by whom. */
interface Kept {
  readonly credential: SignInCredential;
  readonly setAt: number;
  readonly setBy?: string;
}

/** Keep what our client is known to the tenant's provider by. It never comes back. */
export async function setSignInCredential(
  ctx: Context,
  credential: SignInCredential,
): Promise<SecretState> {
  requireScope(ctx, "people:write");
  requireRecentSignIn(ctx);
  const now = ctx.now();
  const kept: Kept = { credential, setAt: now, setBy: ctx.actor.name };
  const jwe = await sealSecret(ctx.db.vault, secretName, kept);
  await transact(ctx.db, async (tx) => {
    await putSecret(tx, secretName, { jwe, updatedAt: now });
    const { actor } = ctx;
    const event = {
      type: "connector.credential-set",
      subject: secretName,
      actor,
      at: now,
    } as const;
    await appendEvent(tx, event);
  });
  return stateOf(kept);
}

/** See whether there is a credential, and since when. */
export async function getSignInCredential(ctx: Context): Promise<SecretState> {
  requireScope(ctx, "people:read");
  const kept = await find(ctx);
  return kept ? stateOf(kept) : { set: false };
}

/** The credential itself, for whoever speaks to the provider. */
export async function readSignInCredential(
  ctx: Pick<Context, "db">,
): Promise<SignInCredential | undefined> {
  return (await find(ctx))?.credential;
}

async function find({ db }: Pick<Context, "db">): Promise<Kept | undefined> {
  // Sealed under this name by us alone.
  return (await findSecret(db, secretName)) as Kept | undefined;
}

function stateOf({ credential: { clientSecret, privateKey }, setAt, setBy }: Kept): SecretState {
  // Of a key, what anyone may know of it.
  const shown = clientSecret ?? privateKey?.n ?? privateKey?.x ?? "";
  return {
    set: true,
    ...lastFourOf(shown),
    updatedAt: new Date(setAt).toISOString(),
    ...(setBy === undefined ? {} : { setBy }),
  };
}
