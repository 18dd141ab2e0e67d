import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { PortalEnv } from "../environment.ts";
import { Session } from "./session.ts";

/** As long as a draft is kept. */
const maxAge = 24 * 60 * 60;

/**
 * Name the cookie of a council.
 *
 * Over https the name begins so that browsers take it from https alone: nobody on the way can plant one. Under the
 * platform's address its path is the council's, so that what is kept for several councils does not add up to more than
 * a request may carry; `__Host-` would not allow that. On a council's own domain it is `__Host-`, so that none of the
 * council's other sites can plant one either.
 */
export function cookieNameOf(tenant: string, publicUrl: string, hasOwnDomain = false): string {
  const prefix = hasOwnDomain ? "__Host-" : "__Secure-";
  return `${isSecure(publicUrl) ? prefix : ""}gh_${tenant}`;
}

/** Read what this browser keeps for the council. */
export function readSession(c: Context<PortalEnv>): Session {
  return Session.parse(getCookie(c, c.var.council.cookie) ?? "");
}

/** Keep it in this browser, for this council's pages alone. */
export function keepSession(c: Context<PortalEnv>, session: Session, publicUrl: string): void {
  const value = session.toString();
  setCookie(c, c.var.council.cookie, value, {
    path: c.var.council.at.site || "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure(publicUrl),
    maxAge: value === "" ? 0 : maxAge,
  });
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
