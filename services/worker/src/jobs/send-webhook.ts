import type { GuardedRequest } from "@guildhall/connectors";
import type { Ticket } from "@guildhall/contract";
import {
  beginWebhook,
  type Context,
  type LoadedWebhook,
  loadWebhook,
  releaseOwed,
  settleWebhook,
  type WebhookOutcome,
} from "@guildhall/domain";
import { signWebhook } from "@guildhall/keys";
import { postWebhook } from "../post-webhook.ts";
import type { Ran } from "../ran.ts";
import type { ReceiverLimits } from "../receiver-limits.ts";
import { callMs, giveBack, outlasts } from "./claim-time.ts";
import { counted, type OnOutcome } from "./outcome.ts";

export interface WebhookDeps {
  /** The way out, which lets nobody in to this machine or its network. */
  readonly request: GuardedRequest;
  readonly limits: ReceiverLimits;
  readonly timeoutMs: number;
  readonly onFault: (error: unknown) => void;
  readonly onOutcome?: OnOutcome | undefined;
}

/**
 * Tell a subscriber what happened.
 *
 * What it says is written once and kept, and goes out under the row's id, so a receiver can tell a repeat: one that
 * this process died over is sent again without asking anybody. The signatures are made anew for each attempt, with
 * every key that counts at that moment.
 */
export async function sendWebhook(ctx: Context, ticket: Ticket, deps: WebhookDeps): Promise<Ran> {
  const loaded = await loadWebhook(ctx, ticket);
  if (!loaded) return {};
  if (!outlasts(ctx, loaded.row.leaseUntil, deps.timeoutMs)) return giveBack(ctx, ticket);
  const place = {
    tenant: ctx.tenant.id,
    receiver: loaded.row.destination,
    urgent: loaded.isPing,
  };
  const ran = await deps.limits.run(place, () => attempt(ctx, ticket, { loaded, deps }));
  if (!("putOffMs" in ran)) return ran;
  await releaseOwed(ctx, [ticket], ran.putOffMs);
  return { dueAgainAt: ctx.now() + ran.putOffMs };
}

async function attempt(
  ctx: Context,
  ticket: Ticket,
  { loaded, deps }: { loaded: LoadedWebhook; deps: WebhookDeps },
): Promise<Ran & { ok: boolean }> {
  const begun = await beginWebhook(ctx, ticket, loaded.body);
  if (!begun) return { ok: true };
  const label = { connector: "webhook", kind: "webhook" } as const;
  const outcome = await counted(ctx, { ...label, onOutcome: deps.onOutcome }, () =>
    call(ctx, { loaded, body: begun.body, deps }),
  );
  const dueAgainAt = await settleWebhook(ctx, loaded, { outcome, attempt: begun.attempt });
  return { ok: outcome.outcome === "taken", ...(dueAgainAt === undefined ? {} : { dueAgainAt }) };
}

/** A fault of ours on the way is no other than one of the network: the call can be repeated. */
async function call(
  ctx: Context,
  { loaded, body, deps }: { loaded: LoadedWebhook; body: string; deps: WebhookDeps },
): Promise<WebhookOutcome> {
  const now = new Date(ctx.now());
  try {
    const headers = signWebhook({ id: loaded.row.id, at: now, body }, loaded.signers);
    const signal = AbortSignal.timeout(callMs(deps.timeoutMs));
    return await postWebhook(deps.request, { url: loaded.url, headers, body }, { now, signal });
  } catch (error) {
    deps.onFault(error);
    return { outcome: "retry", code: "unexpected" };
  }
}
