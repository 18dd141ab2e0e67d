import { EmailAddress, type MyRequest } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { readInField } from "../pages/language-switch.tsx";
import {
  AskForMyRequestsPage,
  MyRequestsAskedPage,
  MyRequestsExpiredPage,
  MyRequestsPage,
  type RequestsAt,
} from "../pages/my-requests-pages.tsx";
import { askEach } from "../platform/ask-each.ts";
import type { Platform } from "../platform/platform.ts";
import type { Parts } from "./parts.ts";

/** How many councils are asked at once, and how long somebody waits for all of them. */
const atOnce = 8;
const patienceMs = 5000;

/** Where somebody without an account sees what they have sent to all councils, by a link to their address. */
export function myRequestsRoutes({ look }: Parts, platform: Platform): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(async (c, next) => {
    // What is tried out in a sandbox is nobody's.
    if (c.var.council.tenant.sandboxOf !== undefined) throw new NotFound();
    await next();
  });

  app.get("/", async (c) => {
    const page = { council: c.var.council, look };
    if (c.req.query("asked") === "yes") return c.html(<MyRequestsAskedPage {...page} />);
    return c.html(<AskForMyRequestsPage {...page} email="" />);
  });

  app.post("/", async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    const page = { council: c.var.council, look };
    const email = (fieldOf(fields, "email") ?? "").trim();
    if (fields.has(readInField)) return c.html(<AskForMyRequestsPage {...page} email={email} />);
    const fault = await ask(c, email);
    if (fault === undefined) return c.redirect(`${c.var.council.at.myRequests}?asked=yes`, 303);
    return c.html(<AskForMyRequestsPage {...page} email={email} fault={fault} />, 422);
  });

  app.get("/:token", async (c) => {
    const token = c.req.param("token");
    // The page has no form of its own that would have to say where it comes from.
    c.header("Referrer-Policy", "no-referrer");
    c.set("council", { ...c.var.council, here: "/my-requests" });
    const { council } = c.var;
    const own = await ownRequests(c, token);
    if (!own) return c.html(<MyRequestsExpiredPage council={council} look={look} />, 404);
    const { answered, unasked } = await askOthers(c, platform, token);
    const others = answered.map(([tenant, requests]) => ({ tenant, requests }));
    const found = sorted(c, [{ tenant: council.tenant, requests: own }, ...others]);
    return c.html(<MyRequestsPage council={council} look={look} found={found} unasked={unasked} />);
  });
  return app;
}

/** Have a link sent, or say what is wrong. */
async function ask(c: Context<PortalEnv>, typed: string): Promise<string | undefined> {
  const { api, words } = c.var.council;
  const { fault, often, notNow } = words.myRequests;
  const email = EmailAddress.safeParse(typed);
  if (!email.success) return fault;
  try {
    await api.askForMyRequests(email.data);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused) || !error.passes) throw error;
    return error.status === 429 ? often : notNow;
  }
}

/** What this council has, which also says whether the link is good: nobody else is asked with one that is not. */
async function ownRequests(c: Context<PortalEnv>, token: string): Promise<MyRequest[] | undefined> {
  try {
    return await c.var.council.api.myRequests(token);
  } catch (error) {
    const isWrong = error instanceof Refused && (error.status === 404 || error.status === 422);
    if (isWrong) return undefined;
    throw error;
  }
}

async function askOthers(c: Context<PortalEnv>, platform: Platform, token: string) {
  const { tenant: here, language } = c.var.council;
  const others = (await platform.tenants()).filter(({ id }) => id !== here.id);
  const signal = AbortSignal.timeout(patienceMs);
  const askOne = ({ id }: { id: string }) => platform.council(id, language).myRequests(token);
  return askEach(others, askOne, { atOnce, signal });
}

/** Those with requests: this council first, then the others by their names. */
function sorted(c: Context<PortalEnv>, [own, ...others]: readonly RequestsAt[]): RequestsAt[] {
  const { compare } = new Intl.Collator(c.var.council.language);
  const named = others.toSorted((one, other) => compare(one.tenant.name, other.tenant.name));
  return [...(own ? [own] : []), ...named].filter(({ requests }) => requests.length > 0);
}
