import { type Actor, Scope } from "@guildhall/contract";
import { hashSecret, parseKey, sameHash, verifyCitizenToken, verifyGrant } from "@guildhall/keys";
import { type ApiKeyRow, findApiKey, findConnector } from "@guildhall/store";
import type { Context, Only } from "../context.ts";
import type { Ground } from "../ground.ts";

const freshMs = 1000;

/** Who a credential shows its bearer to be, and what it allows. */
export type Identity = Pick<Context, "actor" | "scopes" | "only">;

/**
 * Tell who bears a credential of this tenant: an API key, a grant or a citizen's token. Undefined for anything else.
 *
 * A key that was checked is not looked up again for a second, so a revoked one ends within that.
 */
export function createAuthenticator(): (
  ground: Ground,
  credential: string,
) => Promise<Identity | undefined> {
  const checked = new WeakMap<object, Map<string, { identity: Identity; until: number }>>();
  return async (ground, credential) => {
    if (!credential.startsWith("gh_")) return byToken(ground, credential);
    const known = checked.get(ground) ?? new Map();
    checked.set(ground, known);
    const recent = known.get(credential);
    if (recent && recent.until > ground.now()) return recent.identity;
    known.delete(credential);
    const identity = await byKey(ground, credential);
    if (identity) known.set(credential, { identity, until: ground.now() + freshMs });
    return identity;
  };
}

async function byKey(ground: Ground, credential: string): Promise<Identity | undefined> {
  const parsed = parseKey(credential);
  const row = parsed && (await findApiKey(ground.db, parsed.id));
  if (!parsed || !row || !sameHash(row.secretHash, hashSecret(ground.keys.pepper, parsed.secret)))
    return undefined;
  if (row.environment !== parsed.environment || !isCurrent(row, ground.now())) return undefined;
  return {
    actor: { kind: row.kind, id: row.id, name: row.name },
    scopes: new Set(Scope.array().parse(row.scopes.split(" "))),
  };
}

function isCurrent({ revokedAt, expiresAt }: ApiKeyRow, now: number): boolean {
  return revokedAt === null && expiresAt > now;
}

async function byToken(ground: Ground, token: string): Promise<Identity | undefined> {
  const asked = { issuer: ground.issuer, now: new Date(ground.now()) };
  const citizen = verifyCitizenToken(ground.keys.set, token, asked);
  if (citizen) {
    const { kind, id } = citizen.subject;
    const only: Only = kind === "draft" ? { draft: id } : { process: id };
    return { actor: { kind: "citizen", id, name: "You" }, scopes: new Set(citizen.scope), only };
  }
  const grant = verifyGrant(ground.keys.set, token, asked);
  if (!grant) return undefined;
  const { process, connector, generation } = grant;
  const only: Only = { process, grant: { generation, connector } };
  return { actor: await backOffice(ground, connector), scopes: new Set(grant.scope), only };
}

async function backOffice(ground: Ground, id: string): Promise<Actor> {
  const connector = await findConnector(ground.db, id);
  return { kind: "back-office", id, name: connector?.definition.name ?? id };
}
