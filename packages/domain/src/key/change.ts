import { type KeyChange, Problem, type ShownKey } from "@guildhall/contract";
import { type ApiKeyRow, appendEvent, changeApiKey, findApiKey } from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { reachKey } from "./get.ts";
import { presentKey } from "./present.ts";
import { endOf, jwksAsKept, refusal, scopesAsKept, signingTerms } from "./terms.ts";

export interface KeyEdit {
  readonly to: KeyChange;
  /** Asked of the key as it is; throws where it was changed since the caller read it. */
  readonly precondition?: Precondition | undefined;
}

/**
 * Change what a key may do, and where and how it must be shown. It holds within a second.
 *
 * @throws Problem `not-found`, `invalid-transition` (it was revoked), `precondition-failed`, `request-invalid`
 */
export async function changeKey(
  ctx: Context,
  id: string,
  { to, precondition }: KeyEdit,
): Promise<ShownKey> {
  requireScope(ctx, "keys:write");
  requireRecentSignIn(ctx);
  await reachKey(ctx, id);
  const signing =
    to.signature === undefined ? undefined : await signingTerms(ctx, id, to.signature);
  const columns = { ...columnsOf(ctx, to), ...(signing && { signature: signing.signature }) };

  let fresh: ShownKey | undefined;
  const answer = await change(ctx, async ({ tx }) => {
    const before = await findApiKey(tx, id);
    if (!before || before.revokedAt !== null) throw new Problem("invalid-transition");
    precondition?.(presentKey(before, ctx.now()));
    checkProof({ ...before, ...columns });
    if (Object.keys(columns).length === 0) return presentKey(before, ctx.now());
    const row = (await changeApiKey(tx, id, columns)) ?? before;
    await signing?.store(tx);
    const told = { type: "key.changed", subject: id, actor: ctx.actor } as const;
    await appendEvent(tx, { ...told, at: ctx.now(), data: { changed: Object.keys(to).sort() } });
    fresh = presentKey(row, ctx.now());
    return fresh;
  });
  const shown = signing?.signingSecret ? { signingSecret: signing.signingSecret } : {};
  return answer === fresh ? { ...answer, ...shown } : answer;
}

/** What is given, as it is kept; what is left out stays as it is. */
function columnsOf(ctx: Context, to: KeyChange): Partial<ApiKeyRow> {
  const { scopes, allowedAddresses, jwks, expiresAt, signature: _, ...plain } = to;
  const given: Partial<ApiKeyRow> = {
    ...(scopes && { scopes: scopesAsKept(scopes) }),
    ...(allowedAddresses !== undefined && { addresses: (allowedAddresses ?? []).join(" ") }),
    ...(jwks !== undefined && { jwks: jwks && jwksAsKept(jwks) }),
    ...(expiresAt !== undefined && { expiresAt: endOf(expiresAt, ctx.now()) }),
  };
  const there = Object.entries(plain).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(there), ...given };
}

/** A key that nothing proves could be used by nobody. */
function checkProof({ secretHash, jwks, jwksUrl }: ApiKeyRow): void {
  if (jwks !== null && jwksUrl !== null) throw refusal("/jwksUrl", "one-or-the-other");
  if (secretHash === null && jwks === null && jwksUrl === null)
    throw refusal("/jwks", "required-without-secret");
}
