import type { SecretState } from "@guildhall/contract";
import { appendEvent, findSecret, putSecret, sealSecret, transact } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

const secretName = "places";
const shortestToShow = 16;

/** Keep the key that a tenant's addresses and maps are asked for with. It never comes back. */
export async function setPlacesKey(ctx: Context, apiKey: string): Promise<SecretState> {
  requireScope(ctx, "connectors:write");
  const updatedAt = ctx.now();
  const jwe = await sealSecret(ctx.db.vault, secretName, { apiKey });
  const last4 = apiKey.length >= shortestToShow ? { last4: apiKey.slice(-4) } : {};
  await transact(ctx.db, async (tx) => {
    await putSecret(tx, secretName, { jwe, updatedAt, ...last4 });
    const { actor } = ctx;
    const type = "connector.credential-set";
    await appendEvent(tx, { type, subject: secretName, actor, at: updatedAt });
  });
  return { set: true, ...last4, updatedAt: instant(updatedAt) };
}

/** The key itself, for whoever asks the provider. */
export async function readPlacesCredential({ db }: Pick<Context, "db">): Promise<unknown> {
  return findSecret(db, secretName);
}
