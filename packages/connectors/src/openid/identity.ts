import type { ProvedIdentity } from "@guildhall/contract";

export type Claims = Readonly<Record<string, unknown>>;

/** Whether the claims lack something that the provider may tell elsewhere. */
export function isThin(claims: Claims, groupsClaim: string): boolean {
  return [groupsClaim, "email", "name"].some((name) => claims[name] === undefined);
}

/** Read who it is from what a provider says of somebody. Claims are of any type, whatever the specification says. */
export function identityIn(
  claims: Claims,
  { groupsClaim, idToken }: { groupsClaim: string; idToken: string },
): ProvedIdentity {
  return {
    subject: textIn(claims.sub) ?? "",
    name: textIn(claims.name),
    email: textIn(claims.email),
    emailVerified: claims.email_verified !== false && claims.email_verified !== "false",
    groups: [claims[groupsClaim]].flat().filter((group) => typeof group === "string"),
    provedAt: typeof claims.auth_time === "number" ? claims.auth_time * 1000 : undefined,
    idToken,
  };
}

function textIn(claim: unknown): string | undefined {
  return typeof claim === "string" && claim !== "" ? claim : undefined;
}
