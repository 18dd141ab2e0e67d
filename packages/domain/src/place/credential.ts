import type { SecretState } from "@guildhall/contract";
import { appendEvent, findSecret, putSecret, sealSecret, transact } from "@guildhall/store";
import { lastFourOf } from "../connection/last-four.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { requireRecentSignIn } from "../session/recent.ts";

const secretName = "places";

/** Keep the key that a tenant's addresses and maps are asked for with. It never comes back. */
export async function setPlacesKey(ctx: Context, apiKey: string): Promise<SecretState> {
  requireScope(ctx, "connectors:write");
  requireRecentSignIn(ctx);
  const updatedAt = ctx.now();
  const jwe = await sealSecret(ctx.db.vault, secretName, { apiKey });
  const last4 = lastFourOf(apiKey);
  await transact(ctx.db, async (tx) => {
    const { actor } = ctx;
    await putSecret(tx, secretName, { jwe, updatedAt, setBy: actor.name, ...last4 });
    const type = "connector.credential-set";
    await appendEvent(tx, { type, subject: secretName, actor, at: updatedAt });
  });
  return { set: true, ...last4, updatedAt: instant(updatedAt), setBy: ctx.actor.name };
}

/** The key itself, for whoever asks the provider. */
export async function readPlacesCredential({ db }: Pick<Context, "db">): Promise<unknown> {
  return findSecret(db, secretName);
}
