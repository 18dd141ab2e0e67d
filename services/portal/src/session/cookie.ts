import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { PortalEnv } from "../environment.ts";
import { Session } from "./session.ts";

/** As long as a draft is kept. */
const maxAge = 24 * 60 * 60;

/** Read what this browser keeps for the council. */
export function readSession(c: Context<PortalEnv>): Session {
  return Session.parse(getCookie(c, nameOf(c)) ?? "");
}

/** Keep it in this browser, for this council's pages alone. */
export function keepSession(c: Context<PortalEnv>, session: Session, publicUrl: string): void {
  const value = session.toString();
  setCookie(c, nameOf(c), value, {
    path: c.var.council.at.root,
    httpOnly: true,
    sameSite: "Lax",
    secure: publicUrl.startsWith("https:"),
    maxAge: value === "" ? 0 : maxAge,
  });
}

function nameOf(c: Context<PortalEnv>): string {
  return `gh_${c.var.council.tenant.id}`;
}
