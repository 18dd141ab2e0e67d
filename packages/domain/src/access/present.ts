import type { AccessRequest, GivenKey, KeyScope } from "@guildhall/contract";
import type { AccessRequestRow } from "@guildhall/store";
import type { Ground } from "../ground.ts";
import type { FreshKey } from "../key/issue.ts";
import { instant } from "../process/present.ts";
import { collectWithinMs } from "./terms.ts";

/** What was granted, as it lies in the row. */
export interface Granted {
  readonly scopes: readonly KeyScope[];
  readonly allowedAddresses?: readonly string[];
  readonly expiresAt?: number;
}

/** Written by `approveAccess`. */
export function grantedIn({ granted }: AccessRequestRow): Granted | undefined {
  return granted === null ? undefined : (JSON.parse(granted) as Granted);
}

/** Checked when they were asked for. */
export function scopesIn({ scopes }: AccessRequestRow): KeyScope[] {
  return scopes.split(" ") as KeyScope[];
}

export function presentAccess(row: AccessRequestRow): AccessRequest {
  const { id, state, kind, details, testKey, reason, liveKey, decidedBy } = row;
  const granted = grantedIn(row);
  return {
    id,
    state,
    ...details,
    kind,
    scopes: scopesIn(row),
    testKey,
    ...(granted && row.decidedAt !== null ? { granted: presentGrant(granted, row.decidedAt) } : {}),
    ...(reason === null ? {} : { reason }),
    ...(liveKey === null ? {} : { liveKey }),
    askedAt: instant(row.askedAt),
    ...(row.decidedAt === null ? {} : { decidedAt: instant(row.decidedAt) }),
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(row.collectedAt === null ? {} : { collectedAt: instant(row.collectedAt) }),
  };
}

function presentGrant({ scopes, allowedAddresses, expiresAt }: Granted, decidedAt: number) {
  return {
    scopes: [...scopes],
    ...(allowedAddresses === undefined ? {} : { allowedAddresses: [...allowedAddresses] }),
    ...(expiresAt === undefined ? {} : { expiresAt: instant(expiresAt) }),
    collectUntil: instant(decidedAt + collectWithinMs),
  };
}

/** A key that was issued just now, with where it is used. */
export function shownOnce(
  { id, key, scopes, expiresAt }: FreshKey,
  { issuer }: Pick<Ground, "issuer">,
): GivenKey & { readonly key: string } {
  // Issued with no other than those that were asked for.
  return { id, key, scopes: scopes as KeyScope[], expiresAt, baseUrl: `${issuer}/v1` };
}
