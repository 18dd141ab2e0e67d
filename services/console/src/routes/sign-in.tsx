import { EmailAddress } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { wayOn } from "../addresses.ts";
import type { ConsoleEnv, Parts } from "../environment.ts";
import {
  isReason,
  LinkPage,
  LinkSentPage,
  type Reason,
  reasonOf,
  SignedOutPage,
  SignInPage,
} from "../pages/sign-in-pages.tsx";
import { Jar } from "../session/cookie.ts";
import { currentSession } from "../session/current.ts";
import { heldOf } from "../session/held.ts";

/** Signing in and out: by a link to one's e-mail, or at the organisation's own identity provider. */
export function signInRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/sign-in", (c) => showSignIn(c, parts, { next: c.req.query("next") }));
  app.post("/sign-in", (c) => sendLink(c, parts));
  app.get("/sign-in/begin", (c) => goToProvider(c, parts));
  app.use("/sign-in/link/*", nameNoReferrer);
  app.use("/sign-in/return", nameNoReferrer);
  app.get("/sign-in/link/:code", (c) => {
    const { office } = c.var;
    return c.html(<LinkPage office={office} look={parts.look} code={c.req.param("code")} />);
  });
  app.post("/sign-in/link/:code", (c) => finish(c, parts, { code: c.req.param("code") }));
  app.get("/sign-in/return", (c) =>
    finish(c, parts, { answer: new URL(c.req.url).search.slice(1) }),
  );
  app.post("/sign-out", (c) => signOut(c, parts));
  return app;
}

/** These addresses hold what signs somebody in: no page is told that it was come to from them. */
const nameNoReferrer = createMiddleware(async function sayNoReferrer(c, next) {
  await next();
  c.header("Referrer-Policy", "no-referrer");
});

async function showSignIn(
  c: Context<ConsoleEnv>,
  { look }: Parts,
  { next, typed }: { next: string | undefined; typed?: string },
): Promise<Response> {
  const { office } = c.var;
  const { name } = await office.visitor.signInMethod();
  const asked = c.req.query("reason");
  const reason = isReason(asked) ? asked : undefined;
  const page = { office, look, provider: name, next: wayOn(office.at.root, next), reason };
  const status = typed === undefined ? 200 : 400;
  return c.html(<SignInPage {...page} {...(typed === undefined ? {} : { typed })} />, status);
}

async function sendLink(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { office } = c.var;
  const fields = (await readForm(c.req.raw)) ?? new Map();
  const next = wayOn(office.at.root, fieldOf(fields, "next"));
  const typed = fieldOf(fields, "email") ?? "";
  const email = EmailAddress.safeParse(typed).data;
  if (email === undefined) return showSignIn(c, parts, { next, typed });
  const { browserSecret } = await office.visitor.beginSignIn({ email });
  new Jar(c, parts.publicUrl).keepSignIn(office.tenant.id, browserSecret, next);
  return c.html(<LinkSentPage office={office} look={parts.look} email={email} />);
}

async function goToProvider(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { tenant, at, visitor } = c.var.office;
  const next = wayOn(at.root, c.req.query("next"));
  const { method } = await visitor.signInMethod();
  if (method === "email") return c.redirect(at.signIn, 303);
  try {
    const again = c.req.query("again") === "yes";
    const { url = at.signIn, browserSecret } = await visitor.beginSignIn({ again });
    new Jar(c, parts.publicUrl).keepSignIn(tenant.id, browserSecret, next);
    return c.redirect(url, 303);
  } catch (error) {
    return backToSignIn(c, reasonFor(error));
  }
}

/** Turn what the browser came back with into a session, and go on to where the person wanted to be. */
async function finish(
  c: Context<ConsoleEnv>,
  parts: Parts,
  shown: { code: string } | { answer: string },
): Promise<Response> {
  const { tenant, at, visitor } = c.var.office;
  const jar = new Jar(c, parts.publicUrl);
  const begun = jar.signIn(tenant.id);
  try {
    const bound = begun ? { browserSecret: begun.secret } : {};
    const session = await visitor.startSession({ ...shown, ...bound });
    // A browser has one session with each organisation: what was open in it before is of no use to anybody any more.
    await endAtApi(c, parts);
    jar.keepSession(tenant.id, heldOf(session));
    jar.endSignIn(tenant.id);
    return c.redirect(wayOn(at.root, begun?.next), 303);
  } catch (error) {
    return backToSignIn(c, reasonFor(error));
  }
}

/** What the person is told of a sign-in that was refused; any other failure goes on as it is. */
function reasonFor(error: unknown): Reason {
  if (!(error instanceof Refused)) throw error;
  // What no link and no provider gives is not as the API has it, and as good as a link that there is not.
  if (error.code === "request-invalid" || error.code === "invalid-text") return "late";
  if (error.code !== "sign-in-failed") throw error;
  return reasonOf(error.faults[0]?.code);
}

async function signOut(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { tenant } = c.var.office;
  const provider = await endAtApi(c, parts);
  new Jar(c, parts.publicUrl).endSession(tenant.id);
  if (provider === undefined) return backToSignIn(c, "out");
  return c.html(<SignedOutPage office={c.var.office} look={parts.look} provider={provider} />);
}

/** End the session, and say where the provider's own ends; a session whose token has run out is ended all the same. */
async function endAtApi(c: Context<ConsoleEnv>, parts: Parts): Promise<string | undefined> {
  try {
    const held = await currentSession(c, parts);
    return held && (await c.var.office.visitor.endSession(held.token)).url;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return undefined;
    throw error;
  }
}

function backToSignIn(c: Context<ConsoleEnv>, reason: Reason): Response {
  return c.redirect(`${c.var.office.at.signIn}?reason=${reason}`, 303);
}
