import { randomBytes } from "node:crypto";

/** Who is logged on. Kept in memory: a restart ends every session. */
export interface Tokens {
  begin(): string;
  isOpen(authorization: string | undefined): boolean;
}

const idleMs = 15 * 60 * 1000;

export function createTokens(now: () => Date): Tokens {
  const seen = new Map<string, number>();
  return {
    begin() {
      const at = now().getTime();
      for (const [token, last] of seen) if (at - last > idleMs) seen.delete(token);
      const token = randomBytes(24).toString("base64url");
      seen.set(token, at);
      return token;
    },
    isOpen(authorization) {
      const token = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
      const at = now().getTime();
      if (at - (seen.get(token) ?? -Infinity) > idleMs) return false;
      seen.set(token, at);
      return true;
    },
  };
}
