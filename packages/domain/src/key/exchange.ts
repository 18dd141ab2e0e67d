import { createHash } from "node:crypto";
import { type ClientJwks, Problem, type Scope } from "@guildhall/contract";
import {
  accessTokenLifeMs,
  createRemoteJwks,
  type JwksFetch,
  mintAccessToken,
  verifyClientAssertion,
} from "@guildhall/keys";
import { transact, useAssertion } from "@guildhall/store";
import type { Ground } from "../ground.ts";
import { type Client, findClient, findClientByKey } from "./client.ts";
import { noteUse } from "./note-use.ts";
import { OAuthFault } from "./oauth-fault.ts";
import type { Caller } from "./place.ts";

/** How a client proves itself: by its key, or by an assertion that it signed. */
export type ClientProof = { readonly client: string } & (
  | { readonly secret: string }
  | { readonly assertion: string }
);

export interface TokenRequest {
  readonly proof: ClientProof;
  /** The scopes that are wanted; all of the client's where none are named. */
  readonly scope: readonly string[];
  readonly caller?: Caller | undefined;
}

export interface GivenToken {
  readonly token: string;
  readonly scope: readonly Scope[];
  readonly expiresInS: number;
}

export type Exchange = (ground: Ground, request: TokenRequest) => Promise<GivenToken>;

/**
 * Exchange a client's proof of itself for an access token of five minutes (RFC 6749 §4.4).
 *
 * Its use still looks at the key, so that a revoked key's tokens end with it.
 */
export function createExchange({ fetchJwks }: { readonly fetchJwks: JwksFetch }): Exchange {
  const remoteJwks = createRemoteJwks(fetchJwks);
  return async (ground, { proof, scope, caller }) => {
    const client = await provenClient(ground, proof, remoteJwks);
    if (!client || !isAllowedAt(client, caller)) throw wrongClient();
    noteUse(ground, client);
    return giveToken(ground, client, narrowed(client, scope));
  };
}

type RemoteJwks = ReturnType<typeof createRemoteJwks>;

async function provenClient(
  ground: Ground,
  proof: ClientProof,
  remoteJwks: RemoteJwks,
): Promise<Client | undefined> {
  if ("assertion" in proof) return byAssertion(ground, proof, remoteJwks);
  const client = await findClientByKey(ground, proof.secret);
  return client?.id === proof.client ? client : undefined;
}

async function byAssertion(
  ground: Ground,
  proof: { client: string; assertion: string },
  remoteJwks: RemoteJwks,
): Promise<Client | undefined> {
  const client = await findClient(ground, proof.client);
  const keys = client && keysOf(client, remoteJwks);
  if (!keys) return undefined;
  const now = ground.now();
  const assertion = await verifyClientAssertion(proof.assertion, {
    keys,
    client: client.id,
    audiences: [ground.issuer, tokenEndpointOf(ground)],
    now: new Date(now),
  });
  if (!assertion) return undefined;
  const id = createHash("sha256").update(`${client.id}\0${assertion.jti}`).digest("base64url");
  // As long as the clocks of both sides may differ, it could still be shown again.
  const until = assertion.expiresAt.getTime() + 60_000;
  const isFirst = await transact(ground.db, (tx) => useAssertion(tx, { id, until, now }));
  return isFirst ? client : undefined;
}

function keysOf({ row }: Client, remoteJwks: RemoteJwks) {
  // Checked when it was registered.
  if (row.jwks !== null) return JSON.parse(row.jwks) as ClientJwks;
  return row.jwksUrl === null ? undefined : remoteJwks(row.jwksUrl);
}

function isAllowedAt({ checkPlace }: Client, caller: Caller | undefined): boolean {
  try {
    return checkPlace?.(caller) ?? true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new OAuthFault("unauthorized_client", "This client may not be used from this address.");
  }
}

function narrowed({ scopes }: Client, wanted: readonly string[]): Scope[] {
  const given = [...scopes].filter((scope) => wanted.length === 0 || wanted.includes(scope));
  const isAllowed = wanted.every((name) => given.some((scope) => scope === name));
  if (!isAllowed) throw new OAuthFault("invalid_scope", "The client does not have that scope.");
  return given;
}

function giveToken(ground: Ground, { id, row }: Client, scope: readonly Scope[]): GivenToken {
  const { keys, issuer, ids, now } = ground;
  const issuedAt = new Date(Math.floor(now() / 1000) * 1000);
  const token = mintAccessToken(keys.set, {
    issuer,
    client: id,
    scope,
    jti: ids.id("jti"),
    issuedAt,
  });
  const endsInMs = Math.min(accessTokenLifeMs, row.expiresAt - now());
  return { token, scope, expiresInS: Math.max(1, Math.floor(endsInMs / 1000)) };
}

/** The address of a tenant's token endpoint. */
export function tokenEndpointOf({ issuer }: Pick<Ground, "issuer">): string {
  return `${issuer}/oauth/token`;
}

function wrongClient(): OAuthFault {
  return new OAuthFault("invalid_client", "The client could not be authenticated.");
}
