import { type ClientJwks, type Key, Scope } from "@guildhall/contract";
import type { ApiKeyRow } from "@guildhall/store";
import { instant } from "../process/present.ts";
import { networksOf } from "./client.ts";

/** A key as those who look after it see it. */
export function presentKey(row: ApiKeyRow, now: number): Key {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    environment: row.environment,
    scopes: Scope.array().parse(row.scopes.split(" ")),
    allowedAddresses: networksOf(row),
    ...asGiven(row),
    ...previousOf(row, now),
    createdAt: instant(row.createdAt),
    expiresAt: instant(row.expiresAt),
    ...when("lastUsedAt", row.lastUsedAt),
    ...when("revokedAt", row.revokedAt),
  };
}

/** What may be left out, where it is there. */
function asGiven(row: ApiKeyRow): Partial<Key> {
  const { description, connector, certificate, jwks, jwksUrl, signature, last4, createdBy } = row;
  return known({
    description,
    connector,
    certificate,
    // Checked when it was registered.
    jwks: jwks === null ? null : (JSON.parse(jwks) as ClientJwks),
    jwksUrl,
    signature,
    last4,
    createdBy,
  });
}

function known<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const there = Object.entries(all).filter(([, value]) => value !== null);
  // What is null has just been left out.
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], null> };
}

function previousOf(row: ApiKeyRow, now: number): Pick<Key, "previous"> {
  const { previousLast4: last4, previousEndsAt: endsAt } = row;
  if (last4 === null || endsAt === null || endsAt <= now) return {};
  return { previous: { last4, endsAt: instant(endsAt) } };
}

function when<N extends string>(name: N, at: number | null): { [K in N]?: string } {
  // TypeScript does not see that a computed name is the name.
  return (at === null ? {} : { [name]: instant(at) }) as { [K in N]?: string };
}
