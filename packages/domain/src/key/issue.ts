import type { ClientJwks, Scope, ShownKey, SignatureDemand } from "@guildhall/contract";
import { hashSecret, type IssuedKey, issueKey as makeKey } from "@guildhall/keys";
import { appendEvent, insertApiKey } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { presentKey } from "./present.ts";
import { endOf, jwksAsKept, refusal, scopesAsKept, signingTerms } from "./terms.ts";

/** What a key is issued with; `packages/contract` says what each means. */
export interface NewKey {
  readonly name: string;
  readonly kind: "vendor" | "partner";
  readonly scopes: readonly Scope[];
  readonly description?: string | undefined;
  readonly connector?: string | undefined;
  readonly allowedAddresses?: readonly string[] | undefined;
  readonly certificate?: string | undefined;
  readonly jwks?: ClientJwks | undefined;
  readonly jwksUrl?: string | undefined;
  readonly signature?: SignatureDemand | undefined;
  readonly expiresAt?: string | undefined;
}

/** A key with itself, which is in this answer and nowhere else; left out where its holder has a key pair. */
export type FreshKey = ShownKey & { readonly key: string };

/**
 * Issue an API key, for a year at most. What is secret of it is shown now and never again: where the request comes
 * again, the answer is the same but without it.
 *
 * @throws Problem `request-invalid`
 */
export async function issueKey(
  ctx: Context,
  asked: NewKey & { jwks?: undefined; jwksUrl?: undefined },
): Promise<FreshKey>;
export async function issueKey(ctx: Context, asked: NewKey): Promise<ShownKey>;
export async function issueKey(ctx: Context, asked: NewKey): Promise<ShownKey> {
  requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  const made = makeKey({ environment: ctx.tenant.sandboxOf === undefined ? "live" : "test" });
  const row = { ...termsOf(ctx, asked), ...proofOf(ctx, made, asked), id: made.id };
  const signing = await signingTerms(ctx, made.id, asked.signature ?? null);
  // Before the row: a key that is known to the directory and to nobody else is refused like any other.
  await ctx.indexKey(made.id);

  let fresh: ShownKey | undefined;
  const answer = await change(ctx, async ({ tx }) => {
    const { environment } = made;
    const stored = await insertApiKey(tx, { ...row, environment, signature: signing.signature });
    await signing.store(tx);
    const { name } = asked;
    const told = { type: "key.issued", subject: made.id, actor: ctx.actor } as const;
    await appendEvent(tx, { ...told, at: ctx.now(), data: { name } });
    fresh = presentKey(stored, ctx.now());
    return fresh;
  });
  const { signingSecret } = signing;
  const shown = {
    ...(row.secretHash && { key: made.key }),
    ...(signingSecret && { signingSecret }),
  };
  // The same request at the same moment may have been first: then its key is the one, and not ours.
  return answer === fresh ? { ...answer, ...shown } : answer;
}

function termsOf(ctx: Context, asked: NewKey) {
  const now = ctx.now();
  const { name, kind, description, connector, certificate, allowedAddresses = [] } = asked;
  return {
    name,
    kind,
    scopes: scopesAsKept(asked.scopes),
    description,
    connector,
    certificate,
    addresses: allowedAddresses.join(" "),
    createdAt: now,
    createdBy: ctx.actor.name,
    expiresAt: endOf(asked.expiresAt, now),
  };
}

/** A key is proved by its secret, or by what its holder signs: one that has its holder's keys needs no secret. */
function proofOf(ctx: Context, { secret, last4 }: IssuedKey, { jwks, jwksUrl }: NewKey) {
  if (jwks !== undefined && jwksUrl !== undefined) throw refusal("/jwksUrl", "one-or-the-other");
  if (jwks !== undefined) return { jwks: jwksAsKept(jwks) };
  if (jwksUrl !== undefined) return { jwksUrl };
  return { secretHash: Buffer.from(hashSecret(ctx.keys.pepper, secret)), last4 };
}
