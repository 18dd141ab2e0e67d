import type { Actor } from "@guildhall/contract";
import {
  verifyAccessToken,
  verifyCitizenToken,
  verifyGrant,
  type WebhookVerifier,
} from "@guildhall/keys";
import { findConnector, findSecret } from "@guildhall/store";
import { identifyApplicant } from "../access/identify.ts";
import { findOfficer, identifyOfficer } from "../agreement/identify.ts";
import { mayAssist } from "../assist/may-assist.ts";
import type { Context, Only } from "../context.ts";
import type { Ground } from "../ground.ts";
import { createStaffCheck } from "../session/identify.ts";
import { type Client, findClient, findClientByKey, verifiersFrom } from "./client.ts";
import { Fresh } from "./fresh.ts";
import { noteUse } from "./note-use.ts";
import type { Caller } from "./place.ts";

/** Who a credential shows its bearer to be, and what it allows. */
export type Identity = Pick<
  Context,
  "actor" | "scopes" | "only" | "key" | "holdsSecret" | "session" | "signedInAt" | "assists"
> & {
  /** What a write with this credential must be signed with, one of these; left out where none is asked. */
  readonly signature?: readonly WebhookVerifier[] | undefined;
};

export type Authenticator = (
  ground: Ground,
  credential: string,
  caller?: Caller,
) => Promise<Identity | undefined>;

/**
 * Tell who bears a credential of this tenant: an API key, an access token of one, a citizen's or a member of staff's
 * token, or a grant.
 * Undefined for anything else.
 *
 * A key that was checked is not looked up again for a second, so a revoked one ends within that, and so do the
 * tokens that it was exchanged for.
 *
 * @throws Problem `address-not-allowed` when the key is good, but not from there
 */
export function createAuthenticator(): Authenticator {
  const byKey = new Fresh(findClientByKey, noteUse);
  const byId = new Fresh(findClient, noteUse);
  const staff = createStaffCheck();
  return async (ground, credential, caller) => {
    if (!credential.startsWith("gh_")) return byToken(ground, credential, { byId, staff, caller });
    if (credential.startsWith("gh_request_")) return identifyApplicant(ground, credential);
    const client = byKey.known(ground, credential) ?? (await byKey.find(ground, credential));
    return client && asClient(client, caller);
  };
}

interface Asking {
  readonly staff: ReturnType<typeof createStaffCheck>;
  readonly byId: Fresh<Client>;
  readonly caller: Caller | undefined;
}

function asClient(client: Client, caller: Caller | undefined): Identity | undefined {
  if (client.checkPlace && !client.checkPlace(caller)) return undefined;
  const { actor, scopes, id: key, holdsSecret, signature } = client;
  return { actor, scopes, key, holdsSecret, signature };
}

async function byToken(
  ground: Ground,
  token: string,
  asking: Asking,
): Promise<Identity | undefined> {
  return (
    (await byAccessToken(ground, token, asking)) ??
    (await byCitizenToken(ground, token, asking)) ??
    (await byGrant(ground, token)) ??
    (await identifyOfficer(ground, token, asking.staff)) ??
    asking.staff.byToken(ground, token)
  );
}

/** A token allows what it was given for, as long as its key still does. */
async function byAccessToken(
  ground: Ground,
  token: string,
  { byId, caller }: Asking,
): Promise<Identity | undefined> {
  const access = verifyAccessToken(ground.keys.set, token, expected(ground));
  const client = access && (await byId.find(ground, access.client));
  const identity = client && asClient(client, caller);
  if (!identity) return undefined;
  const scopes = access.scope.filter((scope) => identity.scopes.has(scope));
  return { ...identity, scopes: new Set(scopes) };
}

/** Where a member of staff acts for a caller, they are the one who acts, and only while they still may. */
async function byCitizenToken(
  ground: Ground,
  token: string,
  { staff }: Asking,
): Promise<Identity | undefined> {
  const citizen = verifyCitizenToken(ground.keys.set, token, expected(ground));
  if (!citizen) return undefined;
  const { kind, id } = citizen.subject;
  const only: Only = kind === "draft" ? { draft: id } : { process: id };
  const { assistedBy } = citizen;
  if (assistedBy) {
    const officer =
      assistedBy.agreement === undefined
        ? await staff.bySession(ground, assistedBy)
        : await findOfficer(ground, { ...assistedBy, agreement: assistedBy.agreement }, staff);
    if (!officer || !mayAssist(officer)) return undefined;
    const { actor } = officer;
    return { actor, scopes: new Set(citizen.scope), only, assists: assistedBy };
  }
  return { actor: { kind: "citizen", id, name: "You" }, scopes: new Set(citizen.scope), only };
}

async function byGrant(ground: Ground, token: string): Promise<Identity | undefined> {
  const grant = verifyGrant(ground.keys.set, token, expected(ground));
  if (!grant) return undefined;
  const { process, connector, generation } = grant;
  const only: Only = { process, grant: { generation, connector } };
  return { ...(await backOffice(ground, connector)), scopes: new Set(grant.scope), only };
}

async function backOffice(
  { db }: Ground,
  id: string,
): Promise<{ actor: Actor; signature?: readonly WebhookVerifier[] }> {
  const definition = (await findConnector(db, id))?.definition;
  const actor: Actor = { kind: "back-office", id, name: definition?.name ?? id };
  const demanded = definition?.signedWrites;
  if (demanded === undefined) return { actor };
  const key = demanded === "secret" ? await findSecret(db, `connector/${id}/signing`) : demanded;
  return { actor, signature: verifiersFrom(key) };
}

function expected({ issuer, now }: Ground): { issuer: string; now: Date } {
  return { issuer, now: new Date(now()) };
}
