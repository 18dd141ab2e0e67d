import type { Session } from "@guildhall/contract";
import type { Held } from "./cookie.ts";

/** What the browser keeps of a session. */
export function heldOf({ secret, token, tokenExpiresAt }: Session): Held {
  return { secret, token, until: Date.parse(tokenExpiresAt) };
}
