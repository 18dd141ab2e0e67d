import { hashSecret, parseRequestToken, sameHash } from "@guildhall/keys";
import { findAccessRequest } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { Ground } from "../ground.ts";

/** Tell whether a token follows a request for access; its bearer may see that request and nothing else. */
export async function identifyApplicant(
  ground: Ground,
  token: string,
): Promise<Pick<Context, "actor" | "scopes" | "only"> | undefined> {
  const parsed = parseRequestToken(token);
  const row = parsed && (await findAccessRequest(ground.db, parsed.request));
  if (!parsed || !row) return undefined;
  if (!sameHash(row.tokenHash, hashSecret(ground.keys.pepper, parsed.secret))) return undefined;
  const actor = { kind: row.kind, id: row.id, name: "Applicant" };
  return { actor, scopes: new Set(), only: { access: row.id } };
}
