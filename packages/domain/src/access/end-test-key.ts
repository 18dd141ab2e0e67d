import { appendEvent, findApiKey } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { revokeKey } from "../key/revoke.ts";
import type { SandboxFor } from "./ask.ts";
import { reachRequest } from "./get.ts";

/**
 * End the test key that was given with a request, whatever has become of the request; twice changes nothing.
 *
 * Nobody vets who gets one, so whoever looks after keys must be able to take it back.
 *
 * @throws Problem `not-found`
 */
export async function endTestKey(ctx: Context, id: string, sandboxFor: SandboxFor): Promise<void> {
  requireScope(ctx, "keys:write");
  const { testKey } = await reachRequest(ctx, id);
  const sandbox = await sandboxFor(ctx);
  const key = await findApiKey(sandbox.db, testKey);
  if (!key || key.revokedAt !== null) return;
  const { actor, scopes } = ctx;
  await revokeKey({ ...sandbox, actor, scopes }, testKey);
  await change(ctx, async ({ tx }) => {
    const data = { environment: "test", request: id };
    await appendEvent(tx, { type: "key.revoked", subject: testKey, actor, at: ctx.now(), data });
  });
}
