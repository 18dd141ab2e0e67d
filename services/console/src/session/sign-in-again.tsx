import { readForm } from "@guildhall/ui";
import type { Context } from "hono";
import { wayOn } from "../addresses.ts";
import type { ConsoleEnv, Look } from "../environment.ts";
import { CarryOnPage } from "../pages/carry-on-pages.tsx";
import type { Reason } from "../pages/sign-in-pages.tsx";
import { wantsJson } from "../routes/wants-json.ts";

/**
 * Ask to sign in, and lead back to where the person was.
 *
 * A form that was sent comes back as a page that holds what was in it, in this browser and nowhere else: they sign in
 * in another tab, and send it once more. A script that keeps what is typed is told instead, as nobody would see where it
 * was led.
 */
export async function signInAgain(
  c: Context<ConsoleEnv>,
  look: Look,
  reason?: Reason,
): Promise<Response> {
  if (wantsJson(c)) return c.json({ said: signedOut }, 401);
  const { office } = c.var;
  const asked = new URL(c.req.url);
  const here = `${asked.pathname}${asked.search}`;
  if (c.req.method === "GET" || c.req.method === "HEAD")
    return c.redirect(office.at.signInFor(here, reason), 303);
  const { sent = await unread(c.req.raw) } = c.var;
  const from = wayOn(office.at.root, pathIn(c.req.header("referer")));
  const page = { office, look, action: here, from, isAway: reason !== "again" };
  return c.html(<CarryOnPage {...page} sent={sent} />, 401);
}

/** What was sent, where no route has read it yet and it is no file. */
async function unread(request: Request) {
  return request.bodyUsed ? undefined : readForm(request);
}

function pathIn(address = ""): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

const signedOut =
  "Not saved: you are signed out. Keep this page open, sign in again in another window, and press Save here.";
