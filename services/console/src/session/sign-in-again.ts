import type { Context } from "hono";
import type { ConsoleEnv } from "../environment.ts";
import type { Reason } from "../pages/sign-in-pages.tsx";

/** Lead to the sign-in page, and from there back to where the person was; a form that was sent, to the page it was on. */
export function signInAgain(c: Context<ConsoleEnv>, reason?: Reason): Response {
  const { at } = c.var.office;
  const from = c.req.method === "GET" ? c.req.url : (c.req.header("referer") ?? "");
  const { pathname, search } = URL.canParse(from)
    ? new URL(from)
    : { pathname: at.root, search: "" };
  const query = { next: `${pathname}${search}`, ...(reason ? { reason } : {}) };
  return c.redirect(`${at.signIn}?${new URLSearchParams(query)}`, 303);
}
