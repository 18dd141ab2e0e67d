import { type Actor, Scope } from "@guildhall/contract";
import {
  hashSecret,
  parseKey,
  readWebhookKey,
  sameHash,
  type WebhookVerifier,
} from "@guildhall/keys";
import { type ApiKeyRow, findApiKey, findSecret } from "@guildhall/store";
import type { Ground } from "../ground.ts";
import { type PlaceCheck, placeCheck } from "./place.ts";

/** An API key that still works, ready to be asked with. */
export interface Client {
  readonly id: string;
  readonly actor: Actor;
  readonly scopes: ReadonlySet<Scope>;
  readonly checkPlace: PlaceCheck | undefined;
  /** What its writes must be signed with, one of these; undefined where they need not be signed. */
  readonly signature: readonly WebhookVerifier[] | undefined;
  readonly row: ApiKeyRow;
  /** Whether it was found by its secret in force. */
  readonly holdsSecret: boolean;
}

/** Find the client of this id, if its key has not ended. */
export async function findClient(ground: Ground, id: string): Promise<Client | undefined> {
  const row = await findApiKey(ground.db, id);
  if (!row || row.revokedAt !== null || row.expiresAt <= ground.now()) return undefined;
  return {
    id,
    actor: { kind: row.kind, id, name: row.name },
    scopes: new Set(Scope.array().parse(row.scopes.split(" "))),
    checkPlace: placeCheck(networksOf(row), row.certificate),
    signature: await verifiersOf(ground, row),
    row,
    holdsSecret: false,
  };
}

/** Find the client that an API key proves. */
export async function findClientByKey(ground: Ground, key: string): Promise<Client | undefined> {
  const parsed = parseKey(key);
  const client = parsed && (await findClient(ground, parsed.id));
  if (!client || client.row.environment !== parsed.environment) return undefined;
  const hash = hashSecret(ground.keys.pepper, parsed.secret);
  const { secretHash } = client.row;
  if (secretHash !== null && sameHash(secretHash, hash)) return { ...client, holdsSecret: true };
  const previous = previousHashOf(client.row, ground.now());
  return previous !== null && sameHash(previous, hash) ? client : undefined;
}

export function networksOf({ addresses }: Pick<ApiKeyRow, "addresses">): string[] {
  return addresses.split(" ").filter((network) => network !== "");
}

/** The name that the secret lies under which a key's writes are signed with. */
export function signingSecretOf(keyId: string): string {
  return `key/${keyId}/signing`;
}

/** The secret before the one in force, for a while after a rotation. */
function previousHashOf({ previousHash, previousEndsAt }: ApiKeyRow, now: number): Buffer | null {
  return previousEndsAt !== null && previousEndsAt > now ? previousHash : null;
}

async function verifiersOf(
  { db }: Ground,
  { id, signature }: ApiKeyRow,
): Promise<WebhookVerifier[] | undefined> {
  if (signature === null) return undefined;
  const text = signature === "secret" ? await findSecret(db, signingSecretOf(id)) : signature;
  return verifiersFrom(text);
}

/** What a demanded signature is checked with. Where the key for it is not there, nothing satisfies the demand. */
export function verifiersFrom(text: unknown): WebhookVerifier[] {
  const verifier = typeof text === "string" ? readWebhookKey(text) : undefined;
  return verifier ? [verifier] : [];
}
