import type { Context } from "hono";
import type { ConsoleEnv } from "../environment.ts";
import type { Reason } from "../pages/sign-in-pages.tsx";
import { wantsJson } from "../routes/wants-json.ts";

/**
 * Lead to the sign-in page, and from there back to where the person was; a form that was sent, to the page it was on.
 *
 * A script that keeps what is typed is told instead, as nobody would see where it was led.
 */
export function signInAgain(c: Context<ConsoleEnv>, reason?: Reason): Response {
  if (wantsJson(c)) return c.json({ said: signedOut }, 401);
  const { at } = c.var.office;
  const from = c.req.method === "GET" ? c.req.url : (c.req.header("referer") ?? "");
  const { pathname, search } = URL.canParse(from)
    ? new URL(from)
    : { pathname: at.root, search: "" };
  const query = { next: `${pathname}${search}`, ...(reason ? { reason } : {}) };
  return c.redirect(`${at.signIn}?${new URLSearchParams(query)}`, 303);
}

const signedOut =
  "Not saved: you are signed out. Keep this page open, sign in again in another window, and press Save here.";
