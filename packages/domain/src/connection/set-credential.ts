import { credentialOf, type NewCredential, Problem, type SecretState } from "@guildhall/contract";
import { appendEvent, findConnector, probeBreakers, putSecret, sealSecret } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { credentialName } from "./get.ts";
import { lastFourOf } from "./last-four.ts";

/**
 * Set what a connector is let in with, in place of what was there. It is sealed, and never given out again.
 *
 * @throws Problem `not-found`, `request-invalid` (not what a connector of this kind needs)
 */
export async function setCredential(
  ctx: Context,
  id: string,
  given: NewCredential,
): Promise<SecretState> {
  requireScope(ctx, "connectors:write");
  requireRecentSignIn(ctx);
  const connector = await findConnector(ctx.db, id);
  if (!connector) throw new Problem("not-found");
  const credential = credentialOf(connector.definition).safeParse(given);
  if (!credential.success)
    throw new Problem("request-invalid", { faults: faultsOf(credential.error) });
  const name = credentialName(id);
  const jwe = await sealSecret(ctx.db.vault, name, credential.data);
  const last4 = lastFourOf(credential.data.apiKey ?? "");
  const updatedAt = ctx.now();
  const { name: setBy } = ctx.actor;
  const state = await change(ctx, async ({ tx }) => {
    await putSecret(tx, name, { jwe, updatedAt, setBy, ...last4 });
    const type = "connector.credential-set";
    await appendEvent(tx, { type, subject: id, actor: ctx.actor, at: updatedAt });
    // Where it had stopped for want of this, what waits is tried at once.
    await probeBreakers(tx, { now: updatedAt, probes: true, connector: id });
    return { set: true, ...last4, updatedAt: instant(updatedAt), setBy };
  });
  ctx.handover.wake(ctx.tenant.id);
  return state;
}

interface Issues {
  readonly issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly code: string;
    readonly keys?: readonly string[];
  }[];
}

function faultsOf({ issues }: Issues) {
  return issues.flatMap(({ path, code, keys }) =>
    keys
      ? keys.map((key) => ({ pointer: `/${key}`, code: "unknown-field" }))
      : [{ pointer: `/${path.map(String).join("/")}`, code: code.replaceAll("_", "-") }],
  );
}
